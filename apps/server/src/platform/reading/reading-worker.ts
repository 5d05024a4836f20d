import { readPasted } from '@nastavnik/documents/read/read-pasted';
import { readSource } from '@nastavnik/documents/read/read-source';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import { readSheets } from '@nastavnik/documents/sheets/read-sheets';
import { correctionsOf, readAgain } from '@nastavnik/domain/roadmap-reading/edits/read-again';
import { readRoadmap } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import type { ReadingAnswer, ReadingKind, ReadingTask, ReadingTasks } from './reading-task.ts';
import { tryList } from './try-list.ts';

/** The inside of the process: one task, one answer. Anything but a refusal is a defect and ends it with an error. */
async function answer(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { found: await carryOut(task) };
  } catch (error) {
    if (error instanceof ReadingRefusal) return { refusal: { code: error.code, details: error.details } };
    throw error;
  }
}

async function carryOut(task: ReadingTask): Promise<ReadingTasks[ReadingKind]['found']> {
  switch (task.kind) {
    case 'file':
      return readSource(task.given.bytes, task.given.name);
    case 'pasted':
      return readPasted(task.given);
    case 'roadmap': {
      const source = await readSource(task.given.bytes, task.given.name);
      return { source, draft: readRoadmap(source, task.given.options) };
    }
    case 'again':
      return readAgain(task.given);
    case 'corrections':
      return correctionsOf(task.given);
    case 'sheets':
      return readSheets(task.given.bytes, task.given.name);
    case 'list':
      return tryList(task.given);
  }
}

process.once('message', (task) => void answer(task as ReadingTask).then((read) => process.send?.(read)));
// Nobody waits for an answer any more: the server is gone.
process.once('disconnect', () => process.exit());

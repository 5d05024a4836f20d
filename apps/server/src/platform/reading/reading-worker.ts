import { readPasted } from '@nastavnik/documents/read/read-pasted';
import { readSource } from '@nastavnik/documents/read/read-source';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import type { ReadingAnswer, ReadingTask } from './reading-task.ts';

/** The inside of the process: one task, one answer. Anything but a refusal is a defect and ends it with an error. */
async function answer(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { document: 'pasted' in task ? readPasted(task.pasted) : await readSource(task.bytes, task.name) };
  } catch (error) {
    if (error instanceof ReadingRefusal) return { refusal: { code: error.code, details: error.details } };
    throw error;
  }
}

process.once('message', (task) => void answer(task as ReadingTask).then((read) => process.send?.(read)));
// Nobody waits for an answer any more: the server is gone.
process.once('disconnect', () => process.exit());

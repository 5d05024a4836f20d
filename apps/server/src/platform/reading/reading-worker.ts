import { parentPort, workerData } from 'node:worker_threads';
import { readPasted } from '@nastavnik/documents/read/read-pasted';
import { readSource } from '@nastavnik/documents/read/read-source';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import type { ReadingAnswer, ReadingTask } from './reading-task.ts';

/** The inside of the worker: one task, one answer. Anything but a refusal is a defect and ends the worker with an error. */
const task = workerData as ReadingTask;

async function answer(): Promise<ReadingAnswer> {
  try {
    return { document: 'pasted' in task ? readPasted(task.pasted) : await readSource(task.bytes, task.name) };
  } catch (error) {
    if (error instanceof ReadingRefusal) return { refusal: { code: error.code, details: error.details } };
    throw error;
  }
}

parentPort?.postMessage(await answer());

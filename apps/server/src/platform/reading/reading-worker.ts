import { parentPort, workerData } from 'node:worker_threads';
import { readSource } from '@nastavnik/documents/read/read-source';
import { ReadingRefusal } from '@nastavnik/documents/read/refusal';
import type { ReadingAnswer, ReadingTask } from './reading-task.ts';

/** The inside of the worker: one file, one answer. Anything but a refusal is a defect and ends the worker with an error. */
const { bytes, name } = workerData as ReadingTask;

async function answer(): Promise<ReadingAnswer> {
  try {
    return { document: await readSource(bytes, name) };
  } catch (error) {
    if (error instanceof ReadingRefusal) return { refusal: { code: error.code, details: error.details } };
    throw error;
  }
}

parentPort?.postMessage(await answer());

import { idAnswer } from '@nastavnik/contracts/staff';
import { ask } from './api.ts';

const SENDING = 120_000;

/** A scan of a decision; the command that follows names it. */
export async function sendScan(file: File): Promise<string> {
  const body = new FormData();
  body.append('file', file);
  const { id } = await ask('POST', '/files', idAnswer, { body, timeout: SENDING });
  return id;
}

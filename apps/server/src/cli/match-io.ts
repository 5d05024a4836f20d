import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { readSnapshot } from '@nastavnik/domain/matching/input/read-snapshot';
import type { Snapshot } from '@nastavnik/domain/matching/input/snapshot';
import type { Result } from '@nastavnik/domain/matching/round/result';
import { readResult } from '@nastavnik/domain/matching/verify/read-result';

/** The streams of a command; a test gives its own. */
export interface CommandIo {
  stdin: AsyncIterable<string | Uint8Array>;
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/** The arguments of a command, parsed. */
export interface Options {
  files: string[];
  flags: Set<string>;
  values: Map<string, string>;
}

/** Writes an answer and waits until a pipe has taken it, or the end of a long one would be lost when the process ends. */
export async function answer(io: CommandIo, text: string): Promise<void> {
  const taken = io.stdout.write(text);
  if (taken === false && io.stdout instanceof EventEmitter) await once(io.stdout, 'drain');
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {}

/** A file cannot be read or its content is refused: exit code 3. The message names the file and the path of the fault. */
export class FileRefusal extends Error {}

export async function snapshotFrom(file: string, io: CommandIo): Promise<Snapshot> {
  const read = readSnapshot(await jsonFrom(file, io));
  if ('snapshot' in read) return read.snapshot;
  throw new FileRefusal(read.faults.map(({ path, code }) => `${file}: ${path}: ${code}`).join('\n'));
}

export async function resultFrom(file: string, io: CommandIo): Promise<Result> {
  const read = readResult(await jsonFrom(file, io));
  if ('result' in read) return read.result;
  throw new FileRefusal(read.faults.map(({ path, code }) => `${file}: ${path}: ${code}`).join('\n'));
}

async function jsonFrom(file: string, io: CommandIo): Promise<unknown> {
  const text = file === '-' ? await textOf(io.stdin) : await textOfFile(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FileRefusal(`${file}: это не JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

async function textOfFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new FileRefusal(`${file}: файл не прочитать: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

async function textOf(stream: CommandIo['stdin']): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** A whole number given on the command line. */
export function wholeNumber(text: string | undefined, name: string, least: number, otherwise?: number): number {
  if (text === undefined && otherwise !== undefined) return otherwise;
  const number = Number(text);
  if (text === undefined || !Number.isInteger(number) || number < least) {
    throw new UsageError(`match: --${name}: нужно целое число не меньше ${least}`);
  }
  return number;
}

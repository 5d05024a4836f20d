import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { passphraseMissing, passphraseShort, passphrasesDiffer } from '../platform/backup/backup-errors.ts';
import type { CommandIo } from './command-io.ts';

const VARIABLE = 'NASTAVNIK_BACKUP_PASSPHRASE';
/** Whoever finds the file may guess for years. */
const SHORTEST = 12;

/** The passphrase of a new backup: from the environment, or typed twice. @throws StartupError backup-passphrase */
export async function newPassphrase(io: CommandIo): Promise<string> {
  const given = process.env[VARIABLE] ?? '';
  const passphrase = given || (await typed(io, 'Пароль новой копии (не менее 12 знаков) / Passphrase of the backup: '));
  if (Array.from(passphrase).length < SHORTEST) throw passphraseShort(SHORTEST);
  if (!given && (await typed(io, 'Ещё раз / Once more: ')) !== passphrase) throw passphrasesDiffer();
  return passphrase;
}

/** The passphrase of a backup that is there. */
export async function knownPassphrase(io: CommandIo): Promise<string> {
  return process.env[VARIABLE] || typed(io, 'Пароль копии / Passphrase of the backup: ');
}

/** What is typed is not shown. */
async function typed(io: CommandIo, question: string): Promise<string> {
  if (!('isTTY' in io.stdin && io.stdin.isTTY)) throw passphraseMissing(VARIABLE);
  io.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: io.stdin, output: nowhere, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    io.stderr.write('\n');
  }
}

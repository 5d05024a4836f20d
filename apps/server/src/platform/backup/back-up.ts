import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { errorCode } from '../startup-error.ts';
import { type Entry, writeEntries } from './archive.ts';
import { fileExists, filesMissing, fileTrouble } from './backup-errors.ts';
import { type Snapshot, withSnapshot } from './dump-database.ts';
import type { Head } from './heads.ts';
import { seal } from './sealed-stream.ts';

export type BackUp = {
  readonly ownerUrl: string;
  /** The folder of the file store. */
  readonly files: string;
  /** Must not be there yet. */
  readonly file: string;
  readonly passphrase: string;
  readonly now: Date;
};

export type BackedUp = { readonly tables: number; readonly rows: number; readonly files: number };

/**
 * Writes the database as it is at this moment, and its files, into one sealed file. The application may run and write
 * meanwhile. The file appears under its name when it is whole and on the disk.
 * @throws StartupError backup-file, backup-damaged
 */
export async function backUp(command: BackUp): Promise<BackedUp> {
  if (existsSync(command.file)) throw fileExists(command.file);
  const half = `${command.file}.part`;
  try {
    const done = await withSnapshot(command.ownerUrl, async (snapshot) => {
      const tally = { tables: 0, rows: 0, files: 0 };
      await pipeline(
        writeEntries(entriesOf(snapshot, command, tally)),
        createGzip(),
        (packed: AsyncIterable<Uint8Array>) => seal(packed, command.passphrase),
        createWriteStream(half, { mode: 0o600, flush: true }),
      );
      return tally;
    });
    renameSync(half, command.file);
    return done;
  } catch (error) {
    rmSync(half, { force: true });
    if (
      error instanceof Error &&
      ['ENOENT', 'EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'EISDIR', 'ENOTDIR'].includes(errorCode(error) ?? '')
    )
      throw fileTrouble(command.file, error);
    throw error;
  }
}

async function* entriesOf(
  snapshot: Snapshot,
  command: BackUp,
  tally: { tables: number; rows: number; files: number },
): AsyncGenerator<Entry<Head>> {
  const files = await storedFiles(command.files, await snapshot.files());
  const madeAt = command.now.toISOString();
  yield { head: { kind: 'backup', madeAt, migrations: [...snapshot.migrations] }, body: nothing() };
  for (const table of snapshot.tables) {
    const { schema, name, columns } = table;
    tally.tables += 1;
    yield {
      head: { kind: 'table', schema, name, columns: [...columns] },
      body: counted(snapshot.rows(table), (rows) => (tally.rows += rows)),
    };
  }
  yield { head: { kind: 'jobs' }, body: snapshot.jobs() };
  for (const { sha256, path } of files) {
    tally.files += 1;
    yield { head: { kind: 'file', sha256 }, body: createReadStream(path) };
  }
  yield { head: { kind: 'end', ...tally }, body: nothing() };
}

/** A file is in the store before a row speaks of it. One that is missing or not what was kept makes the backup worthless in silence. */
async function storedFiles(folder: string, known: ReadonlySet<string>): Promise<{ sha256: string; path: string }[]> {
  const found: { sha256: string; path: string }[] = [];
  for (const sha256 of [...known].toSorted()) {
    const path = join(folder, sha256.slice(0, 2), sha256);
    if ((await sha256Of(path)) === sha256) found.push({ sha256, path });
  }
  if (found.length < known.size) throw filesMissing(known.size - found.length);
  return found;
}

async function sha256Of(path: string): Promise<string | undefined> {
  try {
    const file = await open(path);
    const hash = createHash('sha256');
    for await (const chunk of file.createReadStream()) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function* counted(lines: AsyncIterable<Buffer>, add: (rows: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of lines) {
    add(chunk.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0));
    yield chunk;
  }
}

async function* nothing(): AsyncGenerator<Buffer> {}

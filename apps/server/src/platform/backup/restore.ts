import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { knownMigrations, migrate, migrateAsFarAs } from '../db/migrate.ts';
import { folderStore } from '../files/store.ts';
import { errorCode, StartupError } from '../startup-error.ts';
import { type Entry, readEntries } from './archive.ts';
import { backupDamaged, backupUnknownSchema, fileTrouble, folderNotEmpty } from './backup-errors.ts';
import { type Head, head } from './heads.ts';
import { loadDatabase, loadJobs } from './load-database.ts';
import { unseal } from './sealed-stream.ts';

export type BackupFile = { readonly file: string; readonly passphrase: string };
export type Checked = { readonly migrations: readonly string[]; readonly madeAt: string } & Extract<
  Head,
  { kind: 'end' }
>;

/**
 * Reads the whole backup before anything is touched: that the passphrase fits, that nothing is damaged or missing, and
 * that this program knows its schema.
 * @throws StartupError backup-file, backup-foreign, backup-passphrase, backup-damaged, backup-newer
 */
export async function checkBackup(backup: BackupFile): Promise<Checked> {
  let first: Extract<Head, { kind: 'backup' }> | undefined;
  let end: Extract<Head, { kind: 'end' }> | undefined;
  for await (const entry of entriesOf(backup)) {
    if (end || (first === undefined) !== (entry.head.kind === 'backup')) throw backupDamaged();
    if (entry.head.kind === 'backup') first = await demandKnownSchema(entry.head);
    if (entry.head.kind === 'end') end = entry.head;
  }
  if (!first || !end) throw backupDamaged();
  return { ...end, madeAt: first.madeAt, migrations: first.migrations.map(({ name }) => name) };
}

async function demandKnownSchema(first: Extract<Head, { kind: 'backup' }>) {
  const known = await knownMigrations();
  const strange = first.migrations.find(({ name, sha256 }) => known.get(name) !== sha256);
  if (strange) throw backupUnknownSchema(strange.name);
  return first;
}

/** A folder that is not there, or has nothing in it. @throws StartupError backup-not-empty */
export function demandEmptyFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw folderNotEmpty(resolve(folder));
}

/**
 * Puts a checked backup into an empty store and an empty database: the files, the schema as it was, the rows, then the
 * schema of this program and the jobs.
 */
export async function restore(
  backup: BackupFile,
  checked: Checked,
  to: { readonly ownerUrl: string; readonly files: string },
): Promise<void> {
  const owner = { connectionString: to.ownerUrl };
  const store = folderStore(to.files);
  // The rows come last: whoever is broken off leaves a server that nobody has set up, not half of a school.
  for await (const { head, body } of entriesOf(backup)) {
    if (head.kind !== 'file') continue;
    const { sha256 } = await store.put(await bytesOf(body));
    if (sha256 !== head.sha256) throw backupDamaged();
  }
  await migrateAsFarAs(owner, checked.migrations);
  await loadDatabase(to.ownerUrl, async (loading) => {
    for await (const { head, body } of entriesOf(backup)) if (head.kind === 'table') await loading.table(head, body);
  });
  await migrate(owner);
  for await (const { head, body } of entriesOf(backup)) if (head.kind === 'jobs') await loadJobs(to.ownerUrl, body);
}

async function* entriesOf({ file, passphrase }: BackupFile): AsyncGenerator<Entry<Head>> {
  const gunzip = createGunzip();
  // What goes wrong on the way comes out at the end of it.
  pipeline(Readable.from(unseal(createReadStream(file), passphrase)), gunzip, () => {});
  try {
    for await (const entry of readEntries(gunzip)) {
      const known = head.safeParse(entry.head);
      if (!known.success) throw backupDamaged(known.error);
      yield { head: known.data, body: entry.body };
    }
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const code = errorCode(error) ?? '';
    if (error instanceof Error && ['ENOENT', 'EACCES', 'EPERM', 'EISDIR'].includes(code))
      throw fileTrouble(file, error);
    if (code.startsWith('Z_') || error instanceof SyntaxError) throw backupDamaged(error);
    throw error;
  } finally {
    gunzip.destroy();
  }
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { databaseNotEmpty } from '../platform/backup/backup-errors.ts';
import { checkBackup, demandEmptyFolder, restore } from '../platform/backup/restore.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabaseServer } from '../platform/postgres/open-database-server.ts';
import type { CommandIo } from './command-io.ts';
import { knownPassphrase } from './passphrase.ts';

/** `restore ФАЙЛ`: into an empty data folder, and where DATABASE_URL is set into the empty database there. */
export async function restoreCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { data: { type: 'string' } } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    io.stderr.write('nastavnik restore ФАЙЛ [--data ПАПКА]\n');
    return 2;
  }
  const config = readConfig({ ...process.env, ...(values.data && { DATA_DIR: values.data }) });
  demandEmptyFolder(config.dataDir);
  const backup = { file, passphrase: await knownPassphrase(io) };
  const checked = await checkBackup(backup);
  let whole = false;
  const server = await openDatabaseServer(config);
  try {
    if (server.kind === 'own') await demandEmptyDatabase(server.ownerUrl);
    await restore(backup, checked, { ownerUrl: server.ownerUrl, files: join(config.dataDir, 'files') });
    whole = true;
  } finally {
    await server.stop();
    // Half an installation must not pass for one.
    if (!whole) for (const name of readdirSync(config.dataDir)) rmSync(join(config.dataDir, name), { recursive: true });
  }
  io.stdout.write(
    `Копия от ${checked.madeAt} восстановлена: строк ${checked.rows}, файлов ${checked.files}. / The backup is restored.\n`,
  );
  return 0;
}

async function demandEmptyDatabase(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1",
    );
    if (rowCount !== 0) throw databaseNotEmpty();
  } finally {
    await client.end();
  }
}

import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isPlainDate } from '@nastavnik/domain/calendar/plain-date';
import { backUp } from '../platform/backup/back-up.ts';
import { recordBackup } from '../platform/backup/record-backup.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { dataFolder } from '../platform/postgres/data-folder.ts';
import { openDatabaseServer } from '../platform/postgres/open-database-server.ts';
import { ownerUrlOfRunning } from '../platform/postgres/running-server.ts';
import type { CommandIo } from './command-io.ts';
import { newPassphrase } from './passphrase.ts';

/** `backup ФАЙЛ`: beside the running application, or by itself. */
export async function backupCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' }, until: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || (values.until !== undefined && !isPlainDate(values.until))) {
    io.stderr.write('nastavnik backup ФАЙЛ [--data ПАПКА] [--until ГГГГ-ММ-ДД]\n');
    return 2;
  }
  const config = readConfig({ ...process.env, ...(values.data && { DATA_DIR: values.data }) });
  const passphrase = await newPassphrase(io);
  const running = config.databaseUrl ?? ownerUrlOfRunning(dataFolder(resolve(config.dataDir)));
  const server = running === undefined ? await openDatabaseServer({ dataDir: config.dataDir }) : undefined;
  try {
    const ownerUrl = server?.ownerUrl ?? running!;
    const files = join(config.dataDir, 'files');
    const madeAt = systemClock.now();
    const done = await backUp({ ownerUrl, files, file, passphrase, now: madeAt });
    await recordBackup(ownerUrl, { fileName: basename(file), madeAt, keptUntil: values.until ?? null });
    io.stdout.write(`Копия записана: ${file} (строк ${done.rows}, файлов ${done.files}). / The backup is written.\n`);
    return 0;
  } finally {
    await server?.stop();
  }
}

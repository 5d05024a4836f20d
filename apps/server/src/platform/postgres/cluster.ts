import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { postgresProgram } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { preparePlace } from './place.ts';
import type { ServerUser } from './server-user.ts';

export const SUPERUSER = 'postgres';

/** The version that the npm packages carry; a cluster of another one has to be carried over first. */
const MAJOR_VERSION = '18';

/**
 * Character classes come from the C library even where the order of words comes from ICU, and trigram search cuts
 * Cyrillic words by them: plain `C` knows only Latin letters and is the last resort.
 */
const LOCALES = ['C.UTF-8', 'ru_RU.UTF-8', 'en_US.UTF-8', 'C'];

export type ClusterSettings = {
  home: string;
  user: ServerUser | undefined;
  password: string;
  /** False for test databases: what initdb has written need not be on the disk before it is used. */
  durable: boolean;
};

/** Creates the cluster if there is none. It appears under its name only when it is whole. */
export function ensureCluster(folder: DataFolder, how: ClusterSettings): void {
  if (existsSync(join(folder.cluster, 'PG_VERSION'))) return checkVersion(folder);

  const fresh = `${folder.cluster}.new`;
  const failures: string[] = [];
  for (const locale of LOCALES) {
    rmSync(fresh, { recursive: true, force: true });
    const failure = initialise(folder, { ...how, cluster: fresh, locale });
    if (failure === undefined) return renameSync(fresh, folder.cluster);
    failures.push(`${locale}: ${failure}`);
  }
  throw new StartupError(
    'database-failed',
    {
      ru: `Не удалось создать базу данных в папке «${folder.root}»: ${lastLine(failures[0] ?? '')}`,
      en: `The database could not be created in the folder "${folder.root}": ${lastLine(failures[0] ?? '')}`,
    },
    { cause: failures.join('\n') },
  );
}

type NewCluster = ClusterSettings & { cluster: string; locale: string };

/** Returns what went wrong, or nothing. */
function initialise(folder: DataFolder, wanted: NewCluster): string | undefined {
  const place = preparePlace(folder, wanted.cluster, wanted.user);
  const passwordFile = join(place.socketFolder, 'password');
  try {
    writeFileSync(passwordFile, wanted.password, { mode: 0o600 });
    if (wanted.user) chownSync(passwordFile, wanted.user.uid, wanted.user.gid);
    const { inherited, ...how } = place.spawn;
    const run = spawnSync(
      postgresProgram(wanted.home, 'initdb'),
      [
        `--pgdata=${place.clusterForServer}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${place.socketForServer}/password`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=ru-RU',
        `--locale=${wanted.locale}`,
        '--lc-messages=C',
        ...(wanted.durable ? [] : ['--no-sync']),
      ],
      {
        ...how,
        stdio: ['ignore', 'ignore', 'pipe', ...inherited],
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      },
    );
    return run.status === 0 ? undefined : (run.error?.message ?? run.stderr);
  } finally {
    rmSync(passwordFile, { force: true });
    place.close();
  }
}

function checkVersion(folder: DataFolder): void {
  const found = readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR_VERSION) return;
  throw new StartupError('data-folder-version', {
    ru: `База в папке «${folder.root}» создана PostgreSQL ${found}, а здесь версия ${MAJOR_VERSION}: сделайте резервную копию прежней версией «Наставника» и восстановите её этой.`,
    en: `The database in the folder "${folder.root}" was made by PostgreSQL ${found}, this is version ${MAJOR_VERSION}: back up with the former version of Nastavnik and restore with this one.`,
  });
}

export function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC|error):\s*/i, '');
}

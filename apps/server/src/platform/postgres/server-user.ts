import { readFileSync, statSync } from 'node:fs';
import { errorCode, StartupError } from '../startup-error.ts';
import type { DataFolder } from './data-folder.ts';

export type ServerUser = { uid: number; gid: number };

/**
 * The user that the server process runs as, or nothing if that is simply us. PostgreSQL refuses to run as root;
 * started by root it runs as the owner of the cluster that is there, and a new one belongs to `nobody`.
 */
export function serverUser(folder: DataFolder): ServerUser | undefined {
  const me = process.getuid?.();
  if (me === undefined) return undefined;
  const owner = ownerOf(folder.cluster);
  if (me !== 0) {
    if (owner && owner.uid !== me) throw foreign(folder);
    return undefined;
  }
  return owner && owner.uid !== 0 ? owner : nobody();
}

function ownerOf(path: string): ServerUser | undefined {
  try {
    const { uid, gid } = statSync(path);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** `initdb` looks its user up by name, so the number has to stand in `/etc/passwd`. */
function nobody(): ServerUser {
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (!entry) {
    throw new StartupError('database-failed', {
      ru: 'PostgreSQL не работает от имени root, а пользователя nobody в системе нет: запустите от обычного пользователя.',
      en: 'PostgreSQL does not run as root and this system has no user "nobody": start as an ordinary user.',
    });
  }
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

function foreign(folder: DataFolder): StartupError {
  return new StartupError('data-folder-foreign', {
    ru: `База в папке данных «${folder.root}» принадлежит другому пользователю: запустите от его имени (или от root) либо укажите другую папку, npm start -- --data ПАПКА.`,
    en: `The database in the data folder "${folder.root}" belongs to another user: start as that user (or as root), or name another folder, npm start -- --data FOLDER.`,
  });
}

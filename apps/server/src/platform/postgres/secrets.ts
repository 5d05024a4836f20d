import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { StartupError } from '../startup-error.ts';
import type { DataFolder } from './data-folder.ts';

const shape = z.strictObject({
  superuserPassword: z.string().min(20),
  ownerPassword: z.string().min(20),
  applicationPassword: z.string().min(20),
});

export type DatabaseSecrets = z.infer<typeof shape>;

/** The passwords of the embedded server. Made once, and on disk before the cluster that will ask for them. */
export function databaseSecrets(folder: DataFolder): DatabaseSecrets {
  if (existsSync(folder.secrets)) return readSecrets(folder);
  if (existsSync(folder.cluster)) throw secretsLost(folder);
  const secrets = {
    superuserPassword: newPassword(),
    ownerPassword: newPassword(),
    applicationPassword: newPassword(),
  };
  writeDurably(folder.secrets, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

function readSecrets(folder: DataFolder): DatabaseSecrets {
  try {
    return shape.parse(JSON.parse(readFileSync(folder.secrets, 'utf8')));
  } catch (cause) {
    throw secretsLost(folder, cause);
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function writeDurably(path: string, text: string): void {
  const fresh = `${path}.new`;
  const file = openSync(fresh, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, path);
}

function secretsLost(folder: DataFolder, cause?: unknown): StartupError {
  return new StartupError(
    'data-folder-foreign',
    {
      ru: `Файл «${folder.secrets}» с паролями базы потерян, испорчен или закрыт для этого пользователя: верните его из резервной копии.`,
      en: `The file "${folder.secrets}" with the database passwords is lost, damaged or closed to this user: restore it from a backup.`,
    },
    { cause },
  );
}

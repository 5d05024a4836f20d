import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { connectionUrl } from './connection-url.ts';
import type { DataFolder } from './data-folder.ts';
import { holderOf } from './folder-lock.ts';
import { DATABASE, OWNER_ROLE } from './roles.ts';
import { databaseSecrets } from './secrets.ts';

const address = z.strictObject({ host: z.string(), port: z.number().int() });

export function writeAddress(folder: DataFolder, at: z.infer<typeof address>): void {
  writeFileSync(folder.address, JSON.stringify(at), { mode: 0o600 });
}

export function forgetAddress(folder: DataFolder): void {
  rmSync(folder.address, { force: true });
}

/** The database of an application that runs on this folder now, as its owner; undefined where none does, or it still starts. */
export function ownerUrlOfRunning(folder: DataFolder): string | undefined {
  if (!holderOf(folder.lock)) return undefined;
  const at = readAddress(folder);
  if (!at) return undefined;
  return connectionUrl({
    ...at,
    name: OWNER_ROLE,
    password: databaseSecrets(folder).ownerPassword,
    database: DATABASE,
  });
}

function readAddress(folder: DataFolder): z.infer<typeof address> | undefined {
  try {
    return address.parse(JSON.parse(readFileSync(folder.address, 'utf8')));
  } catch {
    return undefined; // not written yet, or gone in between
  }
}

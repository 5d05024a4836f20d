import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newToken } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/** Bytes under their SHA-256. The database says whose they are; an address cannot be guessed into a file. */
export type FileStore = {
  /** Keeps the bytes; the same bytes twice are kept once. */
  put(bytes: Uint8Array): Promise<{ sha256: string; size: number }>;
  /** @throws file.not-found, file.checksum-differs when the bytes are not what was kept */
  get(sha256: string): Promise<Buffer>;
  /** Destroys the bytes; those that are not there are gone already. */
  remove(sha256: string): Promise<void>;
};

export function folderStore(folder: string): FileStore {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes) {
      const sha256 = hash(bytes);
      const place = placeOf(sha256);
      const known = await stat(place).catch(() => undefined);
      if (!known) {
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
        const half = `${place}.${newToken()}.part`;
        await writeFile(half, bytes, { mode: 0o600, flush: true });
        await rename(half, place);
      }
      return { sha256, size: bytes.byteLength };
    },
    async get(sha256) {
      const bytes = await readFile(placeOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new Refusal('file.not-found') : error;
      });
      if (hash(bytes) !== sha256) throw new Refusal('file.checksum-differs');
      return bytes;
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
  };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

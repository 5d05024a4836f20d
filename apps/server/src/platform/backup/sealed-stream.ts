import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { backupDamaged, backupForeign, backupFormatNewer, wrongPassphrase } from './backup-errors.ts';
import { byteReader } from './byte-reader.ts';

/**
 * A stream of bytes under a passphrase. The key is made by scrypt from the passphrase and a salt of the file's own; the
 * bytes go in frames under AES-256-GCM, numbered, so that none can be changed, left out or moved, and the last one says
 * that it is the last, so that a file that was cut off is known.
 *
 *     magic, version, log2 N, r, p (13 bytes), salt (16)   frame 0 is empty: it tells whether the passphrase fits
 *     frame: 4 bytes length of the text with the highest bit set in the last one, 16 bytes tag, text
 */
const MAGIC = Buffer.from('NASTAVNIK');
const VERSION = 1;
const SALT_BYTES = 16;
const HEADER_BYTES = MAGIC.length + 4 + SALT_BYTES;
const TAG_BYTES = 16;
const FRAME_BYTES = 256 * 1024;
const LAST = 0x8000_0000;
/** 128 MiB of memory and half a second for every guess at the passphrase (what OWASP asks of scrypt). */
const COST = { log2N: 17, r: 8, p: 1 };
/** A file may not make us take more than this: it could have been written to do just that. */
const LARGEST = { log2N: 18, r: 8, p: 4 };

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** @param cost tests seal a hundred streams and need not be dear to guess */
export async function* seal(
  plain: AsyncIterable<Uint8Array>,
  passphrase: string,
  cost: typeof COST = COST,
): AsyncGenerator<Buffer> {
  const header = Buffer.concat([MAGIC, Buffer.from([VERSION, cost.log2N, cost.r, cost.p]), randomBytes(SALT_BYTES)]);
  const key = await keyOf(passphrase, header);
  yield header;
  let number = 0;
  const frame = (text: Uint8Array, last: boolean): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE((text.byteLength | (last ? LAST : 0)) >>> 0);
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number)).setAAD(Buffer.concat([header, length]));
    number += 1;
    const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([length, cipher.getAuthTag(), sealed]);
  };
  yield frame(Buffer.alloc(0), false);
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of plain) {
    waiting.push(chunk);
    size += chunk.byteLength;
    if (size < FRAME_BYTES) continue;
    let all = Buffer.concat(waiting);
    for (; all.byteLength >= FRAME_BYTES; all = all.subarray(FRAME_BYTES))
      yield frame(all.subarray(0, FRAME_BYTES), false);
    waiting = [all];
    size = all.byteLength;
  }
  yield frame(Buffer.concat(waiting), true);
}

/** @throws StartupError backup-foreign, backup-newer, backup-passphrase, backup-damaged */
export async function* unseal(sealed: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  const from = byteReader(sealed);
  const header = await from.read(HEADER_BYTES);
  if (!header?.subarray(0, MAGIC.length).equals(MAGIC)) throw backupForeign();
  if (header[MAGIC.length] !== VERSION) throw backupFormatNewer();
  const key = await keyOf(passphrase, header);
  for (let number = 0, last = false; !last; number += 1) {
    const length = await from.read(4);
    const tag = await from.read(TAG_BYTES);
    const word = length?.readUInt32BE() ?? 0;
    last = (word & LAST) !== 0;
    const size = (word & ~LAST) >>> 0;
    if (size > FRAME_BYTES) throw backupDamaged();
    const text = await from.read(size);
    if (!length || !tag || !text) throw backupDamaged();
    const cipher = createDecipheriv('aes-256-gcm', key, nonce(number), { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.concat([header, length])).setAuthTag(tag);
    const opened = cipher.update(text);
    try {
      cipher.final();
    } catch {
      throw number === 0 ? wrongPassphrase() : backupDamaged();
    }
    if (opened.byteLength > 0) yield opened;
  }
  if (await from.read(1)) throw backupDamaged();
}

async function keyOf(passphrase: string, header: Buffer): Promise<Buffer> {
  const [log2N = 0, r = 0, p = 0] = header.subarray(MAGIC.length + 1);
  if (log2N < 1 || r < 1 || p < 1 || log2N > LARGEST.log2N || r > LARGEST.r || p > LARGEST.p) throw backupDamaged();
  const N = 2 ** log2N;
  // The same letters may be typed in two ways on two machines.
  return derive(passphrase.normalize('NFC'), header.subarray(-SALT_BYTES), 32, { N, r, p, maxmem: 256 * N * r });
}

/** The key is of this file alone, so a running number never comes twice under it. */
function nonce(number: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 6, 6);
  return bytes;
}

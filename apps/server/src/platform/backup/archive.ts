import { createHash } from 'node:crypto';
import { backupDamaged } from './backup-errors.ts';
import { byteReader } from './byte-reader.ts';

/**
 * What is inside a backup, before it is packed and sealed: entries one after another, each a head (JSON), its bytes in
 * pieces, and their SHA-256.
 *
 *     entry: 4 bytes length of the head, head; pieces: 4 bytes length, bytes; 4 zero bytes; 32 bytes SHA-256
 */
export type Entry<Head> = { readonly head: Head; readonly body: AsyncIterable<Uint8Array> };

const LONGEST_HEAD = 16 * 1024 * 1024;
const LONGEST_PIECE = 1024 * 1024;

export async function* writeEntries<Head>(entries: AsyncIterable<Entry<Head>>): AsyncGenerator<Buffer> {
  for await (const { head, body } of entries) {
    const text = Buffer.from(JSON.stringify(head));
    yield Buffer.concat([lengthOf(text), text]);
    const hash = createHash('sha256');
    for await (const bytes of body) {
      for (let at = 0; at < bytes.byteLength; at += LONGEST_PIECE) {
        const piece = bytes.subarray(at, at + LONGEST_PIECE);
        hash.update(piece);
        yield Buffer.concat([lengthOf(piece), piece]);
      }
    }
    yield Buffer.concat([lengthOf(new Uint8Array()), hash.digest()]);
  }
}

/**
 * The entries in their order; a body that is not read to its end is passed over. A checksum that is wrong, or an end in
 * the middle of an entry, throws `backup-damaged`.
 */
export async function* readEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Entry<unknown>> {
  const from = byteReader(bytes);
  const whole = async (size: number): Promise<Buffer> => {
    const piece = await from.read(size);
    if (!piece) throw backupDamaged();
    return piece;
  };
  async function* pieces(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for (;;) {
      const size = (await whole(4)).readUInt32BE();
      if (size > LONGEST_PIECE) throw backupDamaged();
      if (size === 0) break;
      const piece = await whole(size);
      hash.update(piece);
      yield piece;
    }
    if (!hash.digest().equals(await whole(32))) throw backupDamaged();
  }
  for (;;) {
    const length = await from.read(4);
    if (!length) return;
    if (length.readUInt32BE() > LONGEST_HEAD) throw backupDamaged();
    const head: unknown = JSON.parse((await whole(length.readUInt32BE())).toString());
    const body = pieces();
    // A loop that is left early would close the body for good: what is handed out can only be asked for more.
    yield { head, body: { [Symbol.asyncIterator]: () => ({ next: () => body.next() }) } };
    for await (const _ of body);
  }
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.byteLength);
  return length;
}

import { inflateRawSync } from 'node:zlib';
import { LIMITS } from './limits.ts';
import { damaged, ReadingRefusal } from './refusal.ts';

/** The parts of a zip container (DOCX, XLSX, ODT), unpacked only when asked for and never beyond the limits. */
export type ZipParts = {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of a part, or undefined when there is none. Throws `file.zip-bomb`, `file.encrypted`, `file.damaged`. */
  bytes(name: string): Uint8Array | undefined;
};

type Entry = { method: number; encrypted: boolean; packed: number; size: number; offset: number };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/**
 * Reads the directory of a zip file. Sizes are checked twice: as declared before unpacking, and as they come out
 * (zlib stops at `maxOutputLength`), because a bomb lies about its size.
 */
export function openZip(bytes: Uint8Array): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view);
  let unpacked = 0;

  function unpack(name: string, entry: Entry): Uint8Array {
    if (entry.encrypted) throw new ReadingRefusal('file.encrypted');
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_ENTRY) throw damaged(name);
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const packed = bytes.subarray(start, start + entry.packed);
    if (packed.length < entry.packed) throw damaged(name);
    const room = Math.min(LIMITS.unpackedBytes - unpacked, Math.max(LIMITS.ratioFrom, entry.packed * LIMITS.ratio));
    if (entry.size > room) throw new ReadingRefusal('file.zip-bomb', { part: name });
    const plain = entry.method === 0 ? packed : inflate(name, packed, room);
    if (entry.method === 0 && plain.length > room) throw new ReadingRefusal('file.zip-bomb', { part: name });
    unpacked += plain.length;
    return plain;
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes(name) {
      const entry = entries.get(name);
      return entry && unpack(name, entry);
    },
  };
}

function inflate(name: string, packed: Uint8Array, room: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: room });
  } catch (error) {
    if (error instanceof RangeError) throw new ReadingRefusal('file.zip-bomb', { part: name }, { cause: error });
    throw damaged(name, error);
  }
}

function directory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.zipEntries) throw new ReadingRefusal('file.zip-bomb');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let declared = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged('zip');
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = partName(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry = {
      method,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (method !== 0 && method !== 8) throw damaged(name);
    // Two entries of one name are a way to show one document to a checker and another to a reader.
    if (entries.has(name)) throw damaged(name);
    entries.set(name, entry);
    if (isText(name)) declared += entry.size;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (declared > LIMITS.unpackedBytes) throw new ReadingRefusal('file.zip-bomb');
  return entries;
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damaged('zip');
}

/** Some packers write backslashes and a leading slash. */
function partName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/').replace(/^\//, '');
}

const isText = (name: string): boolean => /\.(xml|rels|html?|txt)$/i.test(name) || name === 'mimetype';

import { damaged } from '../refusal.ts';

/** The streams of an OLE2 compound file ([MS-CFB]), the container of Word 97–2003 documents. */
export type CompoundFile = {
  has(name: string): boolean;
  stream(name: string): Buffer | undefined;
};

const END = 0xfffffffe;
const NONE = 0xffffffff;
type Entry = { readonly start: number; readonly size: number };

/** Opens a compound file; every chain of sectors is bounded, so that a file that points at itself is refused. */
export function openCompound(bytes: Uint8Array): CompoundFile {
  try {
    return open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (error) {
    throw damaged('compound', error);
  }
}

function open(file: Buffer): CompoundFile {
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged('compound');
  const sectorSize = 1 << shift;
  const sector = (index: number): Buffer => {
    const at = (index + 1) * sectorSize;
    if (at >= file.length) throw damaged('compound');
    return file.subarray(at, at + sectorSize);
  };
  const most = Math.ceil(file.length / sectorSize);
  const fat = readFat(file, sector, most);

  const chain = (first: number): Buffer[] => {
    const sectors: Buffer[] = [];
    for (let at = first; at < END; at = fat[at] ?? NONE) {
      if (sectors.length > most) throw damaged('compound');
      sectors.push(sector(at));
    }
    return sectors;
  };

  const entries = readDirectory(Buffer.concat(chain(file.readUInt32LE(48))));
  const cutoff = file.readUInt32LE(56);
  const miniFat = words(Buffer.concat(chain(file.readUInt32LE(60))));
  let miniStream: Buffer | undefined;

  const small = (entry: Entry): Buffer => {
    const root = entries.get(ROOT);
    miniStream ??= root ? Buffer.concat(chain(root.start)) : Buffer.alloc(0);
    const parts: Buffer[] = [];
    for (let at = entry.start; at < END; at = miniFat[at] ?? NONE) {
      if (parts.length > miniFat.length) throw damaged('compound');
      parts.push(miniStream.subarray(at * 64, at * 64 + 64));
    }
    return Buffer.concat(parts);
  };

  return {
    has: (name) => entries.has(name),
    stream(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const whole = entry.size < cutoff ? small(entry) : Buffer.concat(chain(entry.start));
      if (whole.length < entry.size) throw damaged(name);
      return whole.subarray(0, entry.size);
    },
  };
}

function readFat(file: Buffer, sector: (index: number) => Buffer, most: number): number[] {
  const places: number[] = [];
  for (let i = 0; i < 109; i++) places.push(file.readUInt32LE(76 + i * 4));
  let next = file.readUInt32LE(68);
  for (let i = 0; next < END && i <= most; i++) {
    const more = words(sector(next));
    next = more.pop() ?? NONE;
    for (const place of more) places.push(place);
  }
  const used = places.filter((place) => place < END);
  if (used.length > most) throw damaged('compound');
  return used.flatMap((place) => words(sector(place)));
}

const ROOT = '\u0000root';

/** Streams and storages by name; a name inside the storage of an embedded object comes later and does not win. */
function readDirectory(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const kind = directory[at + 66];
    const length = Math.min(directory.readUInt16LE(at + 64), 64);
    if (kind !== 1 && kind !== 2 && kind !== 5) continue;
    const name = kind === 5 ? ROOT : directory.toString('utf16le', at, at + Math.max(0, length - 2));
    const entry = { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

function words(bytes: Buffer): number[] {
  const result: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) result.push(bytes.readUInt32LE(at));
  return result;
}

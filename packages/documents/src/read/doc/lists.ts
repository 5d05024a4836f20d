import { countLists, type ListLevel, type NumberedList, type Numbering } from '../list-counter.ts';
import type { NumberFormat } from '../number-format.ts';
import type { WordBinary } from './word-binary.ts';

/** The automatic numbers of a Word 97–2003 document ([MS-DOC] 2.9.147 ff.); broken definitions give no numbers. */
export function readDocLists(word: WordBinary): Numbering {
  try {
    return countLists(overridden(word, definitions(word)));
  } catch (error) {
    if (error instanceof RangeError) return countLists(new Map());
    throw error;
  }
}

/** List definitions by their id, with their levels, which follow the structure without being counted in its length. */
function definitions(word: WordBinary): Map<number, Map<number, ListLevel>> {
  const heads = word.structure(73);
  const lists = new Map<number, Map<number, ListLevel>>();
  if (heads.length < 2) return lists;
  const count = heads.readUInt16LE(0);
  const cursor = { at: word.main.readUInt32LE(0x9a + 73 * 8) + heads.length };
  for (let i = 0; i < count; i++) {
    const head = heads.subarray(2 + i * 28, 2 + (i + 1) * 28);
    const isSimple = ((head[26] ?? 0) & 1) === 1;
    const levels = new Map<number, ListLevel>();
    for (let level = 0; level < (isSimple ? 1 : 9); level++) levels.set(level, readLevel(word.table, cursor));
    lists.set(head.readInt32LE(0), levels);
  }
  return lists;
}

function overridden(word: WordBinary, lists: ReadonlyMap<number, Map<number, ListLevel>>): Map<string, NumberedList> {
  const plan = word.structure(74);
  const result = new Map<string, NumberedList>();
  if (plan.length < 4) return result;
  const count = plan.readUInt32LE(0);
  const cursor = { at: 4 + count * 16 };
  for (let i = 0; i < count; i++) {
    const id = plan.readInt32LE(4 + i * 16);
    const overrides = plan[4 + i * 16 + 12] ?? 0;
    const levels = new Map(lists.get(id));
    const starts = new Map<number, number>();
    cursor.at += 4;
    for (let j = 0; j < overrides; j++) {
      const start = plan.readInt32LE(cursor.at);
      const flags = plan[cursor.at + 4] ?? 0;
      cursor.at += 8;
      if (flags & 0x10) starts.set(flags & 0x0f, start);
      if (flags & 0x20) levels.set(flags & 0x0f, readLevel(plan, cursor));
    }
    result.set(String(i + 1), { abstract: String(id), starts, levels });
  }
  return result;
}

function readLevel(bytes: Buffer, cursor: { at: number }): ListLevel {
  const at = cursor.at;
  const flags = bytes.readUInt8(at + 5);
  const properties = bytes.readUInt8(at + 24) + bytes.readUInt8(at + 25);
  const length = bytes.readUInt16LE(at + 28 + properties);
  const from = at + 30 + properties;
  cursor.at = from + length * 2;
  const text = bytes.toString('utf16le', from, cursor.at);
  return {
    start: bytes.readInt32LE(at),
    format: FORMATS[bytes.readUInt8(at + 4)] ?? 'decimal',
    // A character below nine stands for the number of that level.
    text: Array.from(text, (sign) => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign)).join(''),
    restart: flags & 8 ? bytes.readUInt8(at + 26) : undefined,
    legal: (flags & 4) !== 0,
    style: undefined,
  };
}

const FORMATS: Readonly<Record<number, NumberFormat>> = {
  0: 'decimal',
  1: 'upper-roman',
  2: 'lower-roman',
  3: 'upper-letter',
  4: 'lower-letter',
  22: 'decimal-zero',
  23: 'bullet',
  58: 'lower-russian',
  59: 'upper-russian',
  255: 'none',
};

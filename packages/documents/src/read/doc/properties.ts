import { readSprms, SPRM, type Sprm } from './sprms.ts';
import type { DocStyle } from './style-sheet.ts';
import type { WordBinary } from './word-binary.ts';

/** What the mark at the end of a paragraph says about it. */
export type ParagraphProperties = {
  readonly style: number;
  /** The style makes its text bold; runs may say otherwise. */
  readonly bold: boolean;
  readonly depth: number;
  readonly rowEnd: boolean;
  readonly innerCellEnd: boolean;
  readonly innerRowEnd: boolean;
  readonly centered: boolean;
  readonly outline: number | undefined;
  readonly list: { readonly id: string; readonly level: number } | undefined;
  readonly sprms: readonly Sprm[];
};

/** Bits of what the characters of a run are; `plain` is not bold whatever the style says, `turned` its opposite. */
export const RUN = { bold: 1, hidden: 2, deleted: 4, inserted: 8, plain: 16, turned: 32 } as const;

const PAGE = 512;

/** Looks up the properties of the paragraph whose end mark stands at a character position. */
export function paragraphProperties(
  word: WordBinary,
  styleOf: (style: number) => DocStyle,
): (cp: number) => ParagraphProperties {
  const runs: { from: number; to: number; style: number; list: Buffer }[] = [];
  for (const page of formattedPages(word, 13)) {
    const count = page[PAGE - 1] ?? 0;
    for (let i = 0; i < count; i++) {
      const offset = (page[(count + 1) * 4 + i * 13] ?? 0) * 2;
      const size = page[offset] ?? 0;
      const list =
        size === 0 ? cut(page, offset + 2, 2 * (page[offset + 1] ?? 0)) : cut(page, offset + 1, 2 * size - 1);
      const style = offset === 0 || list.length < 2 ? 0 : list.readUInt16LE(0);
      runs.push({
        from: page.readUInt32LE(i * 4),
        to: page.readUInt32LE(i * 4 + 4),
        style,
        list: offset === 0 ? Buffer.alloc(0) : list.subarray(2),
      });
    }
  }
  runs.sort((a, b) => a.from - b.from);
  return (cp) => {
    const run = lastNotAfter(runs, word.fcOf(cp));
    const style = run?.style ?? 0;
    const { paragraph, bold } = styleOf(style);
    const own = run ? withHuge(readSprms(run.list), word.data) : [];
    return understood(style, bold, [...paragraph, ...own]);
  };
}

function understood(style: number, bold: boolean, sprms: readonly Sprm[]): ParagraphProperties {
  const last = (code: number): Buffer | undefined => sprms.findLast((sprm) => sprm.code === code)?.operand;
  const on = (code: number): boolean => last(code)?.[0] === 1;
  const depth = last(SPRM.tableDepth)?.readInt32LE(0);
  const list = last(SPRM.list)?.readInt16LE(0) ?? 0;
  const outline = last(SPRM.outline)?.[0];
  return {
    style,
    bold,
    depth: depth ?? (on(SPRM.inTable) ? 1 : 0),
    rowEnd: on(SPRM.rowEnd),
    innerCellEnd: on(SPRM.innerCellEnd),
    innerRowEnd: on(SPRM.innerRowEnd),
    centered: (last(SPRM.align) ?? last(SPRM.alignOld))?.[0] === 1,
    outline: outline !== undefined && outline < 9 ? outline : undefined,
    list: list > 0 && list < 0x7ff ? { id: String(list), level: last(SPRM.listLevel)?.[0] ?? 0 } : undefined,
    sprms,
  };
}

/** Properties of a wide table row do not fit a page; they stand in the `Data` stream. */
function withHuge(sprms: readonly Sprm[], data: Buffer): readonly Sprm[] {
  const huge = sprms.find(({ code }) => code === SPRM.huge || code === SPRM.hugeOld);
  if (!huge) return sprms;
  const at = huge.operand.readUInt32LE(0);
  if (at + 2 > data.length) return sprms;
  return [...sprms, ...readSprms(cut(data, at + 2, data.readUInt16LE(at)))];
}

/** For every character position, the bits of its run; and the signs of picture fonts that stand there. */
export function runProperties(word: WordBinary): { readonly bits: Uint8Array; readonly symbols: Map<number, number> } {
  const bits = new Uint8Array(word.text.length);
  const symbols = new Map<number, number>();
  for (const page of formattedPages(word, 12)) {
    const count = page[PAGE - 1] ?? 0;
    for (let i = 0; i < count; i++) {
      const offset = (page[(count + 1) * 4 + i] ?? 0) * 2;
      if (offset === 0) continue;
      const sprms = readSprms(cut(page, offset + 1, page[offset] ?? 0));
      const own = bitsOf(sprms);
      const sign = sprms.find(({ code }) => code === SPRM.symbol)?.operand.readUInt16LE(2);
      if (own === 0 && sign === undefined) continue;
      for (const [from, to] of word.cpsOf(page.readUInt32LE(i * 4), page.readUInt32LE(i * 4 + 4))) {
        for (let cp = from; cp < to; cp++) {
          bits[cp] = own;
          if (sign !== undefined) symbols.set(cp, sign);
        }
      }
    }
  }
  return { bits, symbols };
}

function bitsOf(sprms: readonly Sprm[]): number {
  const on = (code: number, bit: number): number =>
    sprms.findLast((sprm) => sprm.code === code)?.operand[0] === 1 ? bit : 0;
  const bold = sprms.findLast(({ code }) => code === SPRM.bold)?.operand[0];
  return (
    (bold === undefined || bold === 0x80 ? 0 : bold === 0x81 ? RUN.turned : bold === 1 ? RUN.bold : RUN.plain) |
    on(SPRM.hidden, RUN.hidden) |
    on(SPRM.deleted, RUN.deleted) |
    on(SPRM.inserted, RUN.inserted)
  );
}

/** The 512-byte pages of formatted runs that a bin table names ([MS-DOC] 2.8.5, 2.8.6). */
function formattedPages(word: WordBinary, index: number): Buffer[] {
  const plc = word.structure(index);
  const count = Math.max(0, Math.floor((plc.length - 4) / 8));
  const pages: Buffer[] = [];
  for (let i = 0; i < count; i++) {
    const at = (plc.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff) * PAGE;
    if (at + PAGE <= word.main.length) pages.push(word.main.subarray(at, at + PAGE));
  }
  return pages;
}

const cut = (bytes: Buffer, from: number, length: number): Buffer => bytes.subarray(from, from + length);

function lastNotAfter<T extends { from: number; to: number }>(sorted: readonly T[], fc: number): T | undefined {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle]?.from ?? 0) <= fc) low = middle;
    else high = middle - 1;
  }
  const found = sorted[low];
  return found && found.from <= fc && fc < found.to ? found : undefined;
}

import type { PdfItem } from './page-content.ts';
import { drawn } from './text-lines.ts';

/** Where one column ends and the next begins: the empty strip between the two, from x to x. */
export type Strip = readonly [left: number, right: number];

/** Narrower than this, in sizes of the letters, is the space between two words. */
const WORD_SPACE = 0.35;

/** The pieces of a line that more than a word's space parts. */
export function piecesOf(line: readonly PdfItem[]): Strip[] {
  const pieces: [number, number][] = [];
  for (const item of line) {
    const last = pieces.at(-1);
    const end = item.x + item.width;
    if (last && item.x - last[1] < item.size * WORD_SPACE) last[1] = Math.max(last[1], end);
    else pieces.push([item.x, end]);
  }
  return pieces;
}

/**
 * The strips between columns that stay empty through all lines, and those where many pieces begin at one place though a
 * few lines reach over it (a merged head, a stage across the table). Lines of one piece tell nothing of columns.
 */
export function freeStrips(lines: readonly (readonly PdfItem[])[]): Strip[] {
  const rows = lines.map(piecesOf).filter((pieces) => pieces.length > 1);
  if (rows.length < 2) return [];
  const strict = gapsBetween(rows.flat()).filter((strip) => supports(rows, strip) >= (rows.length > 5 ? 3 : 2));
  const more = beginnings(rows).flatMap((x): Strip[] => {
    if (strict.some(([left, right]) => x > left - 1 && x < right + 4)) return [];
    const over = rows.filter((pieces) => pieces.some(([from, to]) => from < x - 2 && to > x - 1));
    const starts = rows.filter((pieces) => pieces.some(([from], i) => i > 0 && Math.abs(from - x) < 1.5));
    if (over.length > rows.length * OVER || over.length * 2 > starts.length) return [];
    const rest = rows.filter((pieces) => !over.includes(pieces)).flat();
    const before = Math.max(...rest.filter(([from]) => from < x - 2).map(([, to]) => to));
    return x - before > 2 ? [[before, x - 0.1]] : [];
  });
  const strips = [...strict, ...more].sort((a, b) => a[0] - b[0]);
  return withoutMarkers(strips, lines).map((strip) => withoutEnds(strip, lines));
}

/** Lines of one piece that end or begin inside a strip make it narrower; those that reach over it stand across the table. */
function withoutEnds([left, right]: Strip, lines: readonly (readonly PdfItem[])[]): Strip {
  const alone = lines.map(piecesOf).flatMap((pieces) => (pieces.length === 1 ? pieces : []));
  const from = Math.max(left, ...alone.filter((piece) => piece[0] < left && piece[1] < right - 2).map(([, to]) => to));
  const to = Math.min(right, ...alone.filter((piece) => piece[1] > right && piece[0] > from + 2).map(([x]) => x));
  return [from, to];
}

/** How many of the lines may reach over a strip, as a part. */
const OVER = 0.12;

const supports = (rows: readonly (readonly Strip[])[], [left, right]: Strip): number =>
  rows.filter((pieces) => pieces.some(([, to]) => to <= left + 0.1) && pieces.some(([from]) => from >= right - 0.1))
    .length;

/** What no piece covers between the first and the last. */
function gapsBetween(pieces: readonly Strip[]): Strip[] {
  const gaps: Strip[] = [];
  let end: number | undefined;
  for (const [from, to] of pieces.toSorted((a, b) => a[0] - b[0])) {
    if (end !== undefined && from - end > 2) gaps.push([end, from]);
    end = Math.max(end ?? -Infinity, to);
  }
  return gaps;
}

/** Where at least three pieces, and one line in eight, begin behind others. */
function beginnings(rows: readonly (readonly Strip[])[]): number[] {
  const starts = rows.flatMap((pieces) => pieces.slice(1).map(([from]) => from)).sort((a, b) => a - b);
  const found: number[] = [];
  for (let i = 0; i < starts.length; ) {
    let j = i;
    while (j + 1 < starts.length && (starts[j + 1] ?? 0) - (starts[i] ?? 0) < 1.5) j += 1;
    if (j - i + 1 >= Math.max(3, rows.length / 8)) found.push(starts[i] ?? 0);
    i = j + 1;
  }
  return found;
}

/** Numbers and dashes of a list that hang before its text are no column, unless they stand first in the table. */
function withoutMarkers(strips: readonly Strip[], lines: readonly (readonly PdfItem[])[]): Strip[] {
  return strips.filter(([left], i) => {
    const before = strips[i - 1];
    if (!before) return true;
    const own = lines.flatMap((line) => {
      const inside = line.filter((item) => item.x > before[1] - 1 && item.x + item.width < left + 1);
      return inside.length > 0 ? [drawn(inside).text] : [];
    });
    return own.length === 0 || !own.every((text) => /^(?:\d{1,2}[.)]|[–—•·-])$/.test(text));
  });
}

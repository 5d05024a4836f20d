import { freeStrips, piecesOf, type Strip } from './free-columns.ts';
import type { PdfItem } from './page-content.ts';

/** Lines that follow one another on a page and stand in columns. */
export type Zone = { readonly lines: readonly (readonly PdfItem[])[] };

/** More lines than this in a row that reach over the columns are text and no stage of a plan. */
const WIDE_LINES = 7;
const FIRST_LINES = 5;
/** A blank as high as this, in sizes of the letters, ends a table. */
const BLANK = 4.5;

/** The stretches of a page's lines that stand in three columns or more. */
export function zonesOf(lines: readonly (readonly PdfItem[])[]): Zone[] {
  const zones: Zone[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; ) {
    const isBeginning = piecesOf(lines[at] ?? []).length > 1 && !isStamp(lines[at] ?? []);
    const end = isBeginning ? zoneEnd(lines, at) : at;
    const strips = end > at + 1 ? freeStrips(lines.slice(at, end)) : [];
    if (strips.length < 2) {
      at += 1;
      continue;
    }
    let start = at;
    while (start > from && isHeadAbove(lines[start - 1] ?? [], lines[start] ?? [], strips)) start -= 1;
    zones.push({ lines: lines.slice(start, end) });
    from = end;
    at = end;
  }
  return zones;
}

/** Takes lines as long as strips stay empty; lines across the table stay in it while lines in columns follow. */
function zoneEnd(lines: readonly (readonly PdfItem[])[], at: number): number {
  let strips = gapsOf(lines[at] ?? []);
  let end = at + 1;
  for (let next = end; next < lines.length && next - end < WIDE_LINES; next++) {
    const line = lines[next] ?? [];
    if (yOf(line) - yOf(lines[next - 1] ?? []) > sizeOf(line) * BLANK || isStamp(line)) break;
    const left = stillFree(strips, line);
    const lost = strips.filter((strip) => !left.some((part) => part[0] >= strip[0] && part[1] <= strip[1])).length;
    // In the first lines a wide space between two words may have looked like a strip.
    const isMended = lost === 1 && left.length > 1 && next - at < FIRST_LINES;
    if (lost > 0 && !isMended) {
      // Two columns above a text are stamps or signatures: the text is none of theirs.
      if (strips.length < 2) break;
      continue;
    }
    if (next > end && piecesOf(line).length < 2 && !isInside(strips, line)) continue;
    strips = left;
    end = next + 1;
  }
  return end;
}

/** Stamps side by side are one row, whatever stands below them. */
const isStamp = (line: readonly PdfItem[]): boolean => line.some(({ text }) => STAMP.test(text));
const STAMP = /^\s*(?:утверждаю|утверждено|согласовано|принято|рассмотрено)(?=[\s:]|$)/i;

/** A line that begins behind the first column. */
const isInside = (strips: readonly Strip[], line: readonly PdfItem[]): boolean =>
  (line[0]?.x ?? 0) > (strips[0]?.[0] ?? Infinity);

/** The first line of a head whose cells stand in the middle: close above the others and inside a column. */
function isHeadAbove(line: readonly PdfItem[], below: readonly PdfItem[], strips: readonly Strip[]): boolean {
  if (yOf(below) - yOf(line) > sizeOf(below) * 1.6) return false;
  return isInside(strips, line) && stillFree(strips, line).length >= strips.length;
}

function gapsOf(line: readonly PdfItem[]): Strip[] {
  const pieces = piecesOf(line);
  return pieces.slice(1).map(([from], i): Strip => [pieces[i]?.[1] ?? from, from]);
}

/** The strips without what the line covers; a piece in the middle of a strip makes two of it. */
function stillFree(strips: readonly Strip[], line: readonly PdfItem[]): Strip[] {
  return strips.flatMap((strip) => {
    let parts: Strip[] = [strip];
    for (const [from, to] of piecesOf(line)) {
      parts = parts.flatMap(([left, right]): Strip[] =>
        to <= left || from >= right
          ? [[left, right]]
          : [
              [left, Math.min(right, from)],
              [Math.max(left, to), right],
            ],
      );
    }
    return parts.filter(([left, right]) => right - left > 2);
  });
}

export const yOf = (line: readonly PdfItem[]): number => line[0]?.y ?? 0;
const sizeOf = (line: readonly PdfItem[]): number => line[0]?.size ?? 10;

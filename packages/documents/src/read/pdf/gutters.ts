import type { PdfItem } from './page-content.ts';
import { drawn } from './text-lines.ts';

/** An empty strip between columns, from x to x. */
export type Gutter = readonly [left: number, right: number];

/** Lines that follow one another; with gutters they stand in columns that nothing but space divides. */
export type Stretch = { readonly lines: readonly PdfItem[][]; readonly gutters?: readonly Gutter[] };

/** Splits lines into stretches of columns and of running text. */
export function stretches(lines: readonly PdfItem[][]): Stretch[] {
  const result: Stretch[] = [];
  let plain: PdfItem[][] = [];
  for (let at = 0; at < lines.length; ) {
    const found = columnsFrom(lines, at) ?? stampsFrom(lines, at);
    if (!found) {
      plain.push(lines[at] ?? []);
      at += 1;
      continue;
    }
    if (plain.length > 0) result.push({ lines: plain });
    plain = [];
    result.push(found);
    at += found.lines.length;
  }
  if (plain.length > 0) result.push({ lines: plain });
  return result;
}

/** Takes lines as long as a strip stays empty through all of them; two of them at least must reach over it. */
function columnsFrom(lines: readonly PdfItem[][], at: number): Required<Stretch> | undefined {
  let gutters = innerGaps(lines[at] ?? []);
  if (gutters.length === 0) return undefined;
  let end = at + 1;
  let lastWide = at;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? [];
    const size = line[0]?.size ?? 10;
    if (topOf(line) - topOf(lines[end - 1] ?? []) > size * 3.5) break;
    const left = withFree(gutters, line);
    if (left.length === 0) break;
    gutters = left;
    if (innerGaps(line).length > 0) lastWide = end;
  }
  // What follows the last line of several columns belongs to them only while it stands close by.
  let last = lastWide;
  while (
    last + 1 < end &&
    topOf(lines[last + 1] ?? []) - topOf(lines[last] ?? []) < (lines[last]?.[0]?.size ?? 10) * 1.5
  ) {
    last += 1;
  }
  const taken = lines.slice(at, last + 1);
  const wide = taken.filter((line) => innerGaps(line).length > 0).length;
  return wide < 2 || isNumberedList(taken, gutters) ? undefined : { lines: taken, gutters };
}

/** Stamps side by side whose lines stand at different heights: nothing but the strip between them tells them apart. */
function stampsFrom(lines: readonly PdfItem[][], at: number): Required<Stretch> | undefined {
  const stamp = (lines[at] ?? []).find((item) => STAMP.test(item.text));
  if (!stamp) return undefined;
  const other = lines
    .slice(at + 1, at + 3)
    .flat()
    .find((item) => STAMP.test(item.text) && (gapBetween(stamp, item) ?? 0) > stamp.size);
  if (!other) return undefined;
  const [left, right] = stamp.x < other.x ? [stamp, other] : [other, stamp];
  let gutters: Gutter[] = [[left.x + left.width, right.x]];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? [];
    if (end > at && topOf(line) - topOf(lines[end - 1] ?? []) > stamp.size * 2.5) break;
    const free = withFree(gutters, line);
    if (free.length === 0) break;
    gutters = free;
  }
  return { lines: lines.slice(at, end), gutters: gutters.slice(0, 1) };
}

const STAMP = /^\s*(?:УТВЕРЖД|СОГЛАСОВ|ПРИНЯТ|РАССМОТР|Утвержд[аеё]|Согласован|Принят|Рассмотрен)/;

/** The empty width between two pieces of text, if there is any. */
function gapBetween(a: PdfItem, b: PdfItem): number | undefined {
  const gap = Math.max(a.x, b.x) - (a.x < b.x ? a.x + a.width : b.x + b.width);
  return gap > 0 ? gap : undefined;
}

/** Numbers with a wide gap after them are a list, not a table of two columns. */
function isNumberedList(lines: readonly PdfItem[][], gutters: readonly Gutter[]): boolean {
  const [gutter] = gutters;
  if (!gutter || gutters.length > 1) return false;
  const heads = lines.map((line) => line.filter((item) => item.x < gutter[0])).filter((line) => line.length > 0);
  return heads.every((line) => /^(\d{1,3}(\.\d{1,3})*[.)]?|[а-яa-z]\)|[IVX]+\.|[–—•·-])$/i.test(drawn(line).text));
}

/** Gaps inside a line that are wider than words need. */
function innerGaps(line: readonly PdfItem[]): Gutter[] {
  const gaps: Gutter[] = [];
  let end: number | undefined;
  for (const item of line) {
    if (end !== undefined && item.x - end > item.size * 2) gaps.push([end, item.x]);
    end = Math.max(end ?? -Infinity, item.x + item.width);
  }
  return gaps;
}

/** What of the strips is still empty when this line is there too. */
function withFree(gutters: readonly Gutter[], line: readonly PdfItem[]): Gutter[] {
  const size = line[0]?.size ?? 10;
  return gutters
    .flatMap((gutter) => {
      let parts: Gutter[] = [gutter];
      for (const item of line) {
        parts = parts.flatMap(([left, right]): Gutter[] => [
          [left, Math.min(right, item.x)],
          [Math.max(left, item.x + item.width), right],
        ]);
        // Cells stand closer than the first gap shows, but always wider apart than words.
        parts = parts.filter(([left, right]) => right - left > size * 0.5);
      }
      return parts;
    })
    .filter(([left, right], i, all) => all.findIndex((one) => one[0] === left && one[1] === right) === i);
}

const topOf = (line: readonly PdfItem[]): number => line[0]?.y ?? 0;

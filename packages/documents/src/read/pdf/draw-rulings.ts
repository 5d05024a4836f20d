import type { Notes } from '../notes.ts';
import { freeStrips, piecesOf } from './free-columns.ts';
import { type GridLine, gridLines, rowStarts, type Spacing, spacingOf, stepAbove } from './free-rows.ts';
import { yOf, type Zone, zonesOf } from './free-zones.ts';
import { latticesOf } from './lattice.ts';
import type { PdfItem, PdfPage } from './page-content.ts';
import type { Segment } from './rulings.ts';
import { lineGroups } from './text-lines.ts';

type Lines = readonly (readonly PdfItem[])[];

/**
 * Draws the rulings that a table lacks: down where strips stay empty between its columns, across where its rows begin.
 * A table that goes on over pages has the same columns on each. It is a guess, and noted.
 */
export function withMissingRulings(pages: readonly PdfPage[], notes: Notes): PdfPage[] {
  const isRunning = runningLines(pages);
  const free = pages.map((page) => {
    const lines = freeLines(page);
    const from = lines.findIndex((line) => !isRunning(page, line));
    return from < 0 ? [] : lines.slice(from, lines.findLastIndex((line) => !isRunning(page, line)) + 1);
  });
  const chains = chained(free);
  const added = pages.map((): Segment[] => []);
  for (const chain of chains) {
    const strips = freeStrips(chain.flatMap(({ zone }) => zone.lines));
    if (strips.length < 2) continue;
    notes.add('columns-guessed');
    const items = chain.flatMap(({ zone }) => zone.lines.flat());
    const edges = [
      Math.min(...items.map(({ x }) => x)) - PADDING,
      ...strips.map(([left, right]) => left + Math.min(PADDING, (right - left) / 2)),
      Math.max(...items.map(({ x, width }) => x + width)) + PADDING,
    ];
    const width = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
    const head = headLines(chain.map(({ zone }) => zone));
    const grids = chain.map(({ zone }) => gridLines(zone.lines, strips));
    const spacing = spacingOf(grids);
    chain.forEach(({ at, zone }, i) => {
      const across = (pages[at]?.segments ?? []).filter((one) => one.across && one.to - one.from > width * 0.3);
      const isHead = textOf(zone.lines[0]) === textOf(chain[0]?.zone.lines[0]);
      added[at]?.push(...rulings(grids[i] ?? [], { edges, head: isHead ? head : 0, spacing }, across));
    });
  }
  return pages.map((page, at) => {
    const more = added[at] ?? [];
    if (more.length === 0) return page;
    const ys = more.map((segment) => (segment.across ? segment.at : segment.from));
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    // Rulings across are taken over; what is left of them inside would cut cells that are one.
    const kept = page.segments.filter((one) => !one.across || one.at < top - 3 || one.at > bottom + 3);
    return { ...page, segments: [...kept, ...more] };
  });
}

const PADDING = 5;

/** The lines of a page that stand in no ruled table; a frame of one column is none. */
function freeLines(page: PdfPage): Lines {
  const tables = latticesOf(page.segments).filter(({ columns }) => columns.length > 2);
  const isFree = (item: PdfItem): boolean =>
    !tables.some(
      ({ columns, rows }) =>
        item.x > (columns[0] ?? 0) - 1 &&
        item.x < (columns.at(-1) ?? 0) &&
        item.y > (rows[0] ?? 0) &&
        item.y - item.size < (rows.at(-1) ?? 0),
    );
  return lineGroups(page.items.filter(isFree));
}

/** Running heads and feet: at the very edge of the sheet, or near it and the same on another sheet. */
function runningLines(pages: readonly PdfPage[]) {
  const key = (line: readonly PdfItem[]): string =>
    `${Math.round(yOf(line))} ${line.map(({ text }) => text.replace(/\d+/g, '#')).join(' ')}`;
  const place = (page: PdfPage, line: readonly PdfItem[]): number => {
    const part = yOf(line) / page.height;
    return Math.min(part, 1 - part);
  };
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const line of lineGroups(page.items)) seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
  }
  return (page: PdfPage, line: readonly PdfItem[]): boolean => {
    const part = place(page, line);
    if (part < 0.03) return true;
    const isAlone = line.length === 1 && /^\d{1,3}$/.test(line[0]?.text.trim() ?? '') && part < 0.12;
    return isAlone || (part < 0.09 && piecesOf(line).length <= 2 && (seen.get(key(line)) ?? 0) > 1);
  };
}

/** How many lines the head of a table has: what its pages repeat, or what is in bold at its beginning; 0 if it cannot be told. */
function headLines(zones: readonly Zone[]): number {
  const [first, ...others] = zones.map(({ lines }) => lines);
  if (!first) return 0;
  const repeated = others.map((lines) => {
    const end = lines.findIndex((line, i) => textOf(line) !== textOf(first[i]));
    return end < 0 ? lines.length : end;
  });
  const bold = first.findIndex((line) => !line.every((item) => item.bold));
  return Math.max(...repeated, bold, 0);
}

const textOf = (line: readonly PdfItem[] | undefined): string => line?.map(({ text }) => text).join(' ') ?? '';

/** The zones of all pages; a zone at the end of a page and one at the beginning of the next are one table when their columns agree. */
function chained(pages: readonly Lines[]): Placed[][] {
  const chains: Placed[][] = [];
  let open: { chain: Placed[]; tail: Lines } | undefined;
  pages.forEach((lines, at) => {
    const going = open
      ? goingOn(
          lines,
          open.chain.flatMap(({ zone }) => zone.lines),
        )
      : [];
    let rest = lines;
    if (open && going.length > 0) {
      const last = open.chain.pop();
      if (last) open.chain.push({ ...last, zone: { lines: [...last.zone.lines, ...open.tail] } });
      open.chain.push({ at, zone: { lines: going } });
      rest = lines.slice(going.length);
    }
    open = open && going.length > 0 && rest.length <= TAIL ? { chain: open.chain, tail: rest } : undefined;
    for (const zone of zonesOf(rest)) {
      const chain = [{ at, zone }];
      chains.push(chain);
      const tail = rest.slice(rest.indexOf(zone.lines.at(-1) ?? []) + 1);
      open = tail.length <= TAIL ? { chain, tail } : undefined;
    }
  });
  return chains;
}

type Placed = { readonly at: number; readonly zone: Zone };

/** A stage across the table at the foot of a page stands in no columns, but its rows follow on the next. */
const TAIL = 4;

/** The lines at the head of a page that keep the strips of the table before it free, stages across the table among them. */
function goingOn(lines: Lines, before: Lines): Lines {
  const strips = freeStrips(before);
  const [head] = zonesOf(lines);
  const until = head ? lines.indexOf(head.lines[0] ?? []) + head.lines.length : lines.length;
  const crosses = (line: readonly PdfItem[]): boolean =>
    strips.some(([left, right]) => line.some((item) => item.x < left - 1 && item.x + item.width > right + 1));
  const isInColumns = (line: readonly PdfItem[]): boolean =>
    !crosses(line) &&
    (piecesOf(line).length > 1 || (line[0]?.x ?? 0) > (strips[0]?.[0] ?? 0) || /^[а-яё]/.test(line[0]?.text ?? ''));
  let end = 0;
  for (let at = 0; at < until && at - end < 7; at++) if (isInColumns(lines[at] ?? [])) end = at + 1;
  const taken = lines.slice(0, end);
  if (taken.filter(crosses).length > taken.length * 0.4) return [];
  return freeStrips([...before, ...taken]).length >= strips.length ? taken : [];
}

/** Segments down and across for the lines of one page. `ruled` are the rulings across that the page has itself. */
function rulings(
  lines: readonly GridLine[],
  { edges, head, spacing }: { edges: readonly number[]; head: number; spacing: Spacing },
  ruled: readonly Segment[],
): Segment[] {
  const [left = 0] = edges;
  const right = edges.at(-1) ?? 0;
  const top = (lines[0]?.y ?? 0) - (lines[0]?.size ?? 0);
  const bottom = (lines.at(-1)?.y ?? 0) + (lines.at(-1)?.size ?? 0) * 0.4;
  const between = (line: number, column = 0): number => {
    const ys = lines[line]?.cells.slice(column).flatMap((cell) => cell?.y ?? []) ?? [];
    const y = ys.length > 0 ? Math.min(...ys) : (lines[line]?.y ?? top);
    const step = stepAbove(lines, line, column);
    return y - (Number.isFinite(step) ? step / 2 : 0) - (lines[line]?.size ?? 0) * 0.3;
  };
  const own = ruled.filter(({ at }) => at > top && at < bottom);
  // A few rulings are those of the head and the foot: rows are told by the text then.
  const isRuled = new Set(own.map(({ at }) => Math.round(at))).size > 2;
  const rows = isRuled
    ? [...own, ...(head > 0 && head < lines.length ? [{ at: between(head), from: left, to: right }] : [])]
    : rowStarts(lines, head, spacing)
        .filter(({ line }) => line > 0)
        .map(({ line, column }) => ({ at: between(line, column), from: edges[column] ?? left, to: right }));
  const frame = [top, bottom].map((at) => ({ at, from: left, to: right }));
  const across = [...frame, ...rows].map((one) => ({ ...one, across: true }));
  const levels = [...new Set(across.map(({ at }) => at))].sort((a, b) => a - b);
  const down = levels.slice(1).flatMap((to, i) => {
    const from = levels[i] ?? 0;
    const over = new Set(
      lines.flatMap((line) => (isBetween(line.y - line.size * 0.3, from, to) ? [...line.over] : [])),
    );
    return edges.flatMap((at, edge) => (over.has(edge - 1) ? [] : [{ across: false, at, from, to }]));
  });
  return [...across, ...down];
}

const isBetween = (y: number, from: number, to: number): boolean => y > from && y <= to;

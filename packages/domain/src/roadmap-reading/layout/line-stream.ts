import { refine } from '../columns/find-columns.ts';
import { headerWord, isHeaderLine } from '../columns/header-words.ts';
import type { ColumnMeaning } from '../roadmap-draft.ts';
import { isBlank, placeOf, rawText, type Span, textOf } from '../text/span.ts';
import { type GridRow, gridCell, type LayoutBlock } from './grid.ts';
import { type StreamColumns, segmentRows } from './line-records.ts';
import { type StreamLine, type Token, tokensOf } from './line-tokens.ts';

type Head = { readonly meaning: ColumnMeaning; readonly spans: Span[]; readonly from: number; readonly to: number };

/**
 * A page whose columns run into each other: heads stand among the rows, cells are wrapped to a few words a line. Lines are told
 * apart by what they look like and put together again. `null` when the heads stand together, for then the order of cells is kept.
 */
export function lineStream(given: readonly Span[]): LayoutBlock[] | null {
  const lines = given.flatMap(withoutDoubleHead);
  const heads = headsOf(lines);
  if (new Set(heads.map((head) => head.meaning)).size < 3 || !areScattered(lines, heads)) return null;
  const first = heads[0]?.from ?? 0;
  const meanings = columnsFrom(heads);
  const headRow: GridRow = {
    cells: meanings.map((meaning, column) => gridCell(column, headOfColumn(heads, meaning))),
    place: placeOf(heads[0]?.spans ?? []),
  };
  const tokens = tokensOf(streamLines(lines, heads, first), meanings);
  const { rows, marks } = isHeadOnly(tokens) ? { rows: [], marks: [] } : segmentRows(tokens, meanings);
  const before: LayoutBlock[] = first > 0 ? [{ kind: 'lines', spans: lines.slice(0, first) }] : [];
  const repeats = heads
    .filter((head, index) => heads.findIndex((other) => other.meaning === head.meaning) !== index)
    .map((head) => head.spans);
  return [
    ...before,
    { kind: 'rows', rows: [headRow, ...rows], recovered: true, firm: true, marks: [...marks, ...repeats] },
  ];
}

/** «Ответственные  Предполагаемый»: two heads on one line. */
function withoutDoubleHead(line: Span): Span[] {
  const parts = [...rawText(line).matchAll(/\S+(?:\s\S+)*/gu)].map((match) => ({
    ...line,
    from: line.from + match.index,
    to: line.from + match.index + match[0].length,
  }));
  return parts.length > 1 && isHeaderLine(textOf([parts[0] as Span])) ? parts : [line];
}

/** A page that ends with the head of its table: what little stands between the heads are torn words of heads. */
function isHeadOnly(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind !== 'number').flatMap((token) => textOf(token.spans).split(/\s+/u));
  return words.length <= 4;
}

/** Head words over one to three lines, each in the paragraph it stands in. */
function headsOf(lines: readonly Span[]): Head[] {
  const heads: Head[] = [];
  for (let from = 0; from < lines.length; ) {
    const head = isBlank(lines[from] as Span) ? null : headAt(lines, from);
    const before = heads.at(-1);
    if (head) heads.push(head);
    else if (
      before?.to === from &&
      /^[а-яё]+$/u.test(rawText(lines[from] as Span).trim()) &&
      headerWord(rawText(lines[from] as Span).trim())
    ) {
      // «Содержание деятельности и примерный план / Сроки / мероприятий»: the tail of a head stands behind the next one.
      before.spans.push(lines[from] as Span);
      heads[heads.length - 1] = { ...before, to: from + 1 };
    }
    from = head?.to ?? from + 1;
  }
  return heads;
}

function headAt(lines: readonly Span[], from: number): Head | null {
  for (const length of [3, 2, 1]) {
    const spans = lines.slice(from, from + length);
    if (spans.length < length || spans.some(isBlank)) continue;
    const text = textOf(spans);
    if (!isHeaderLine(text) || headerWord(text)?.phrase) continue;
    // A longer run must be one head, not two heads or a head and the first words of a cell.
    if (spans.slice(1).some((span) => !/^\p{Ll}/u.test(rawText(span).trim()))) continue;
    return { meaning: headerWord(text)?.meaning ?? 'unknown', spans: [...spans], from, to: from + length };
  }
  return null;
}

function headOfColumn(heads: readonly Head[], meaning: ColumnMeaning): readonly Span[] {
  const contents = heads.filter((head) => head.meaning === 'content');
  if (meaning === 'measure' && contents.length > 1) return contents[0]?.spans ?? [];
  if (meaning === 'content') return contents.at(-1)?.spans ?? [];
  return heads.find((head) => head.meaning === meaning)?.spans ?? [];
}

/** Rows stand between the heads: the page was read column by column. */
function areScattered(lines: readonly Span[], heads: readonly Head[]): boolean {
  return heads.slice(1).some((head, index) => {
    const between = lines.slice(heads[index]?.to ?? 0, head.from).filter((line) => !isBlank(line));
    return between.length > 0;
  });
}

/** The columns in the order of their heads; of two heads of content the first names the measures. */
function columnsFrom(heads: readonly Head[]): StreamColumns {
  const texts = heads.map((head) => textOf(head.spans).toLowerCase());
  const own = heads.filter((_, index) => texts.indexOf(texts[index] ?? '') === index).map((head) => head.meaning);
  const refined = refine(own);
  return refined.filter((meaning, index) => meaning !== 'unknown' && refined.indexOf(meaning) === index);
}

/** The lines under the first head; each knows the head it stands right under, as long as no empty line parts them. */
function streamLines(lines: readonly Span[], heads: readonly Head[], first: number): StreamLine[] {
  const out: StreamLine[] = [];
  let under: ColumnMeaning | null = null;
  let gap = false;
  const contents = heads.filter((head) => head.meaning === 'content');
  for (let index = first; index < lines.length; index += 1) {
    const head = heads.find((one) => one.from <= index && index < one.to);
    const line = lines[index] as Span;
    if (head) {
      // Two heads of content: the first names the measures.
      under = head.meaning === 'content' && contents.length > 1 && head === contents[0] ? 'measure' : head.meaning;
      gap = false;
    } else if (isBlank(line)) {
      gap = true;
      under = null;
    } else {
      out.push({ span: line, under, gap });
      gap = false;
    }
  }
  return out;
}

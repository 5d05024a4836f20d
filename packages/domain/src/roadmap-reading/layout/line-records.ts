import type { ColumnMeaning } from '../roadmap-draft.ts';
import { looksLikeAction } from '../text/looks.ts';
import { placeOf, rawText, type Span, textOf } from '../text/span.ts';
import { type GridRow, gridCell } from './grid.ts';
import type { Token } from './line-tokens.ts';

export type StreamColumns = readonly ColumnMeaning[];
type Segment = {
  title: Span[];
  heading: boolean;
  contents: Span[][];
  deadlines: Span[][];
  responsibles: Span[][];
  results: Span[];
};

/** Puts named lines together: segments under a stage, a measure or a heading, and in each its activities with their cells. */
export function segmentRows(tokens: readonly Token[], columns: StreamColumns): { rows: GridRow[]; marks: Span[][] } {
  const marks = tokens.filter((token) => token.kind === 'number').map((token) => token.spans);
  const title = columns.includes('measure') ? 'measure' : 'stage';
  const segments = segmentsOf(tokens);
  const stage = columns.includes('measure') && columns.includes('stage') ? segments.shift() : undefined;
  const rows = segments.flatMap((segment, index) =>
    rowsOf(segment, columns, title, index === 0 ? (stage?.title ?? []) : []),
  );
  return { rows, marks };
}

function segmentsOf(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  const open = (title: Span[], heading: boolean): Segment => {
    const segment = { title, heading, contents: [], deadlines: [], responsibles: [], results: [] };
    segments.push(segment);
    return segment;
  };
  const bulleted = tokens.filter((token) => token.kind === 'text' && isBullet(token)).length >= 2;
  let before: Token | null = null;
  tokens.forEach((token, index) => {
    const segment =
      segments.at(-1) ??
      (token.kind === 'title' || token.kind === 'heading' || token.kind === 'number' ? null : open([], false));
    if (token.kind === 'title') {
      if (before?.kind === 'title' && segment && before.under === token.under && segment.contents.length === 0)
        segment.title.push(...token.spans);
      else open([...token.spans], false);
    } else if (token.kind === 'heading') open([...token.spans], true);
    else if (segment && token.kind === 'text') addText(segment, token, { before, bulleted });
    else if (segment && token.kind === 'deadline') segment.deadlines.push(token.spans);
    else if (segment && token.kind === 'responsible') addResponsible(segment, token, before);
    else if (segment && token.kind === 'result') segment.results.push(...token.spans);
    const next = tokens[index + 1];
    if (bulleted && segment && token.kind === 'text' && next && restarts(segment, next)) {
      const lost = segment.contents.pop() ?? [];
      const made = open(lost, false);
      made.title = withWrapped(lost, tokens, index);
    }
    before = token;
  });
  return segments;
}

/** A title of one word goes on in a narrow line behind the first wide line of its content. */
function withWrapped(title: Span[], tokens: readonly Token[], index: number): Span[] {
  const [wide, narrow] = [tokens[index + 1], tokens[index + 2]];
  const text = textOf(narrow?.spans ?? []);
  const wrapped =
    /^\S+$/u.test(textOf(title)) &&
    looksLikeAction(textOf(title)) &&
    /^[а-яё]/u.test(text) &&
    narrow?.kind === 'text' &&
    text.length < 0.6 * textOf(wide?.spans ?? []).length;
  if (!wrapped || !narrow) return title;
  const spans = [...title, ...narrow.spans];
  narrow.spans.length = 0;
  return spans;
}

/** Words without a mark, and then the count begins at 1 again: the words name the next stage or measure. */
function restarts(segment: Segment, next: Token): boolean {
  const last = segment.contents.at(-1);
  const others = segment.contents.length > 1;
  return (
    others &&
    last !== undefined &&
    !/^\s*(?:\d{1,2}[.)]|[–—•-])/u.test(textOf(last)) &&
    /^\s*1\s?[.)]/u.test(textOf(next.spans)) &&
    !/[.;,]$/u.test(textOf(last))
  );
}

function isBullet(token: Token): boolean {
  return /^\s*(?:\d{1,2}[.)]\s*\p{L}|[–—•](?:\s|$)|-\s?\p{L})/u.test(textOf(token.spans));
}

function addText(segment: Segment, token: Token, at: { before: Token | null; bulleted: boolean }): void {
  if (token.spans.length === 0) return;
  const text = textOf(token.spans);
  const last = segment.contents.at(-1);
  if (last && goesOn(textOf(last), text, token, at)) last.push(...token.spans);
  else segment.contents.push([...token.spans]);
}

function goesOn(last: string, text: string, token: Token, at: { before: Token | null; bulleted: boolean }): boolean {
  if (isBullet(token)) return false;
  if (/^[–—•-]$/u.test(last) || /^[^\p{Lu}«]/u.test(text)) return true;
  if (at.bulleted) return !/[.;:]$/u.test(last);
  if (text.startsWith('«')) return !token.gap && at.before?.kind === 'text' && !/[.;»]$/u.test(last);
  return /(?:[-,(]|\s(?:и|в|на|по|с|о|об|для|из|от|к|при|за))$/u.test(last) && !token.gap;
}

function addResponsible(segment: Segment, token: Token, before: Token | null): void {
  const last = segment.responsibles.at(-1);
  if (last && before?.kind === 'responsible' && !token.gap) last.push(...token.spans);
  else segment.responsibles.push([...token.spans]);
}

function rowsOf(segment: Segment, columns: StreamColumns, title: ColumnMeaning, stage: readonly Span[]): GridRow[] {
  const at = (meaning: ColumnMeaning): number => columns.indexOf(meaning);
  const cell = (meaning: ColumnMeaning, spans: readonly Span[] | undefined) =>
    spans && spans.length > 0 && at(meaning) >= 0 ? [gridCell(at(meaning), spans)] : [];
  const contents = columns.includes('measure')
    ? segment.contents.length > 0
      ? [segment.contents.flat()]
      : []
    : segment.contents.map(withoutBullet);
  const lead: GridRow[] =
    segment.heading || (segment.title.length > 0 && at(title) < 0)
      ? [{ cells: [gridCell(0, segment.title, columns.length)], place: placeOf(segment.title) }]
      : [];
  const dealt = (lists: readonly Span[][], share: boolean) => (index: number) =>
    lists.length === contents.length ? lists[index] : share && lists.length === 1 ? lists[0] : undefined;
  const shares = columns.includes('stage');
  const [deadline, responsible] = [dealt(segment.deadlines, shares), dealt(segment.responsibles, shares)];
  const rows = contents.map(
    (content, index): GridRow => ({
      cells: [
        ...(index === 0 ? cell('stage', title === 'measure' ? stage : lead.length > 0 ? [] : segment.title) : []),
        ...(index === 0 && title === 'measure' ? cell('measure', segment.title) : []),
        ...cell('content', content),
        ...cell('deadline', deadline(index)),
        ...cell('responsible', responsible(index)),
        ...(index === 0 ? cell('result', segment.results) : []),
      ],
      place: placeOf(content),
    }),
  );
  const lonely =
    rows.length === 0 && lead.length === 0 && segment.title.length > 0
      ? [{ cells: cell(title, segment.title), place: placeOf(segment.title) }]
      : [];
  return [...lead, ...lonely, ...rows];
}

function withoutBullet(spans: readonly Span[]): Span[] {
  return spans.flatMap((span, index) => {
    const match = index === 0 ? /^\s*[–—•-]\s*/u.exec(rawText(span)) : null;
    const from = span.from + (match?.[0].length ?? 0);
    return from < span.to ? [{ ...span, from }] : [];
  });
}

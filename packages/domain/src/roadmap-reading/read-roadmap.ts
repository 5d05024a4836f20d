import type { DateSpan } from '../calendar/plain-date.ts';
import type { SourceDocument } from '../source/source-document.ts';
import { checkRoadmap } from './check/check-roadmap.ts';
import { type Column, findHead, guessColumns, headKey, isHeadRow, withNumbers } from './columns/find-columns.ts';
import { headerWord } from './columns/header-words.ts';
import { headLines } from './head/head-lines.ts';
import { readHead } from './head/read-head.ts';
import { sectionsOf } from './head/sections.ts';
import { isStageWord } from './layout/cell-stream.ts';
import { findLayout } from './layout/find-layout.ts';
import type { GridRow, LayoutBlock } from './layout/grid.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { assumedPeriod } from './plan/assumed-period.ts';
import { buildPlan } from './plan/build-plan.ts';
import { cellReaders } from './plan/cell-readers.ts';
import type { PlanOutline } from './plan/draft-rows.ts';
import { outlineTable } from './plan/outline.ts';
import { spreadSchedule } from './plan/schedule-cells.ts';
import { splitHeading } from './plan/stage-heading.ts';
import type { ColumnMeaning, LayoutRole, RoadmapDraft } from './roadmap-draft.ts';
import { looksEmpty, looksLikeNumber } from './text/looks.ts';
import { piecesOf } from './text/pieces.ts';
import { isBlank, placeOf, rawText, type Span, textOf, trimmed, wholeOf } from './text/span.ts';

export type ReadOptions = {
  /** The period that the deadlines are read within; without it what the document says, or its dates let assume. */
  readonly period?: DateSpan;
  /** The meanings of the columns as a person has corrected them. */
  readonly columns?: readonly ColumnMeaning[];
};

/**
 * Reads a school's plan from any source into a draft that a person reviews. Pure, never throws. Every word of the source is
 * in the draft or in `unrecognized`. Rules: docs/rules/reading-roadmaps.md.
 */
export function readRoadmap(source: SourceDocument, options: ReadOptions = {}): RoadmapDraft {
  const { blocks, pieces } = piecesOf(source);
  const ledger = openLedger(pieces);
  const layout = findLayout(blocks).flatMap(withoutRowsAbove);
  const plan = planTables(layout, options.columns);
  const head = readHead(layout.slice(0, plan.first), ledger);
  const outline: PlanOutline = { stages: [], layout: [...head.layout], repeated: [...head.repeated] };
  if (head.stageTitle.length > 0) {
    const { number, title, notes, mark } = splitHeading(head.stageTitle);
    outline.layout.push(mark);
    outline.stages.push({ place: placeOf(head.stageTitle), number, title, notes, units: [] });
  }
  for (const table of plan.tables) {
    addBetween(outline, table.above, table.head);
    outline.layout.push(...table.marks.map((spans) => [...spans]));
    outlineTable(outline, table);
  }
  const { context, assumed } = assumedPeriod(options.period ?? null, head, pieces);
  const meanings = plan.columns.map((column) => column.meaning);
  const shape = {
    hasTerms: meanings.includes('deadline') || meanings.includes('responsible'),
    hasStageColumn: meanings.includes('stage'),
    hasNumberColumn: meanings.includes('number'),
  };
  const built = buildPlan(outline, shape, { ledger, read: cellReaders(context, assumed) });
  const tail = sectionsOf(headLines(layout.slice(plan.last).filter((block) => block.kind === 'lines')), ledger, false);
  const heads = new Set(plan.heads.map((spans) => headKey(textOf(spans))));
  const running = pieces
    .filter(({ aside, text }) => (aside === 'header' || aside === 'footer') && text.trim() !== '')
    .map((piece) => [wholeOf(piece)])
    .filter((spans) => isPageMark(spans, heads));
  const roles: (readonly [LayoutRole, readonly (readonly Span[])[]])[] = [
    ['head', plan.heads],
    ['layout', [...outline.layout, ...running]],
    ['repeated', outline.repeated],
  ];
  const draft: RoadmapDraft = {
    title: head.title,
    organizations: head.organizations,
    period: head.period,
    approvals: head.approvals,
    sections: [...head.sections, ...tail],
    columns: meanings,
    stages: built.stages,
    layout: roles.flatMap(([role, lists]) => lists.flatMap((spans) => layoutEntry(role, spans, ledger))),
    unrecognized: ledger.rest(),
    remarks: [],
  };
  return { ...draft, remarks: checkRoadmap(draft, { period: context, assumed, scrambled: built.scrambled }) };
}

/**
 * What stands between two tables of one plan: page numbers, a repeated head, or the heading of a stage with its notes. Longer
 * runs of lines are rows whose borders were lost; they are left, and so come out as not understood.
 */
function addBetween(outline: PlanOutline, between: readonly Span[][], head: ReadonlySet<string>): void {
  const lines = between.filter((spans) => {
    const isLayout = isPageMark(spans, head);
    if (isLayout) outline.layout.push([...spans]);
    return !isLayout;
  });
  const [first, ...rest] = lines;
  if (!first) return;
  const text = textOf(first);
  const named = isStageWord(text) || first.every((span) => span.piece.heading || span.piece.bold);
  if (!named && (lines.length > 2 || !/^[\p{Lu}\d«]/u.test(text) || text.length > 150)) return;
  const { number, title, notes, mark } = splitHeading(first);
  outline.layout.push(mark);
  outline.stages.push({
    place: placeOf(first),
    number,
    title,
    notes: [...notes, ...rest.map((spans) => [...spans])],
    units: [],
  });
}

/** A page number, or the head of the table once more. */
function isPageMark(spans: readonly Span[], head: ReadonlySet<string>): boolean {
  const text = textOf(spans);
  const parts = rawText(spans[0] as Span)
    .split(/\t|\s{2,}/u)
    .map(headKey);
  return PAGE_NUMBER.test(text) || head.has(headKey(text)) || parts.every((part) => part === '' || head.has(part));
}

const PAGE_NUMBER = /^[-–—\s]*(?:стр(?:аница)?\.?\s*)?\d{1,3}(?:\s*из\s*\d{1,3})?[-–—\s]*$/iu;

function layoutEntry(
  role: LayoutRole,
  spans: readonly Span[],
  ledger: Ledger,
): NonNullable<RoadmapDraft['layout']>[number][] {
  const place = spans[0]?.piece.place;
  const text = ledger.take(spans);
  return place && text !== '' ? [{ text, role, source: place }] : [];
}

/** A sheet holds the head of the document in the same table as the plan: rows above the table's own head are running lines. */
function withoutRowsAbove(block: LayoutBlock): LayoutBlock[] {
  const from = block.kind === 'rows' ? (findHead(block.rows)?.from ?? 0) : 0;
  if (block.kind !== 'rows' || from === 0) return [block];
  const spans = block.rows.slice(0, from).flatMap((row) => row.cells.flatMap((cell) => cell.lines));
  const { rows } = block;
  const wide = rows
    .slice(0, from)
    .every((row) => row.cells.filter((cell) => cell.lines.some((span) => !isBlank(span))).length <= 1);
  const above: LayoutBlock = wide
    ? { kind: 'lines', spans }
    : { kind: 'rows', rows: rows.slice(0, from), recovered: false };
  return spans.length > 0 ? [above, { ...block, rows: rows.slice(from) }] : [{ ...block, rows: rows.slice(from) }];
}

type PlanPart = {
  /** The columns as the table has them; `columns` may be those of a calendar laid out as rows. */
  named: readonly Column[];
  columns: readonly Column[];
  rows: Extract<LayoutBlock, { kind: 'rows' }>['rows'];
  recovered: boolean;
  above: Span[][];
  head: ReadonlySet<string>;
  firm: boolean;
  marks: readonly (readonly Span[])[];
};
type PlanTables = { columns: readonly Column[]; tables: PlanPart[]; heads: Span[][]; first: number; last: number };

function isForeignHead(row: GridRow | undefined): boolean {
  const [first, second] = row?.cells ?? [];
  if (!first || !second) return false;
  return headerWord(textOf(first.lines))?.meaning === 'number' && !looksLikeNumber(textOf(second.lines));
}

/** In a sheet a list may stand below the plan in the same table. */
function beforeForeign(rows: readonly GridRow[]): readonly GridRow[] {
  const at = rows.findIndex((row) => isForeignHead(row) && !isHeadRow(row));
  return at < 0 ? rows : rows.slice(0, at);
}

/** A column with no word in it at all has no meaning to ask for. */
function withoutEmpty(columns: readonly Column[], rows: readonly GridRow[]): readonly Column[] {
  const filled = new Set(
    rows.flatMap((row) =>
      row.cells.filter((cell) => cell.columnSpan === 1 && !looksEmpty(textOf(cell.lines))).map((cell) => cell.column),
    ),
  );
  return columns.map((column, at) =>
    column.meaning === 'unknown' && !filled.has(at) ? { ...column, meaning: 'note' } : column,
  );
}

/** Which tables are the plan: those with a head, and those that go on with it under no head or a repeated one. */
function planTables(layout: readonly LayoutBlock[], corrected: readonly ColumnMeaning[] | undefined): PlanTables {
  const tables: PlanPart[] = [];
  const heads: Span[][] = [];
  let columns: readonly Column[] = [];
  let first = layout.length;
  let last = layout.length;
  const tableAt = layout.flatMap((block, index) => (block.kind === 'rows' ? [{ block, index }] : []));
  const foundHeads = tableAt.map(({ block }) => findHead(block.rows));
  const anyHead = foundHeads.some((head) => head !== null);
  const anyContent = foundHeads.some((head) => head?.hasContent);
  for (const { block, index } of tableAt) {
    const head = findHead(block.rows);
    const width = Math.max(0, ...block.rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)));
    // Lists of people, of pairs or of classes have heads of their own that name nothing to do.
    if (anyContent && (head ? !head.hasContent : isForeignHead(block.rows[0]))) continue;
    const guessed = head || anyHead || tables.length > 0 ? null : guessColumns(block.rows);
    if (!head && !guessed && (tables.length === 0 || width < 2 || Math.abs(width - columns.length) > 1)) continue;
    if (head) {
      heads.push(
        ...block.rows.slice(head.from, head.to).flatMap((row) => row.cells.map((cell) => trimmed(cell.lines))),
      );
      columns = withNumbers(head.columns, block.rows.slice(head.to));
    } else if (guessed) columns = guessed;
    columns = withoutEmpty(columns, block.rows);
    const current =
      corrected === undefined
        ? columns
        : columns.map((column, at) => ({ ...column, meaning: corrected[at] ?? column.meaning }));
    columns = current;
    if (tables.length === 0) first = index;
    const between =
      tables.length === 0 ? [] : layout.slice(last, index).flatMap((one) => (one.kind === 'lines' ? one.spans : []));
    tables.push({
      ...spreadSchedule({ columns: current, rows: beforeForeign(block.rows.slice(head?.to ?? 0)) }),
      named: current,
      recovered: block.recovered,
      marks: block.marks ?? [],
      firm: block.firm ?? false,
      head: new Set(heads.map((spans) => headKey(textOf(spans)))),
      above: between.map((span) => trimmed([span])).filter((spans) => spans.length > 0),
    });
    last = index + 1;
  }
  return { columns: tables[0]?.named ?? [], tables, heads, first, last: Math.max(last, first) };
}

import type { DeadlineReading } from '../../deadlines/deadline-reading.ts';
import type { Ledger } from '../ledger.ts';
import type { DraftActivity, PlannedResult, Responsible } from '../roadmap-draft.ts';
import { looksLikeDeadline } from '../text/looks.ts';
import { flowOf, placeOf, rawText, type Span, textOf, trimmed } from '../text/span.ts';
import { conditionOf } from './condition.ts';
import type { PlanStage, PlanUnit } from './draft-rows.ts';
import { type Content, type Point, splitContent } from './split-content.ts';

/** The languages of the cells, spoken by other rooms. */
export type CellReaders = {
  readonly deadline: (text: string) => DeadlineReading;
  readonly responsible: (text: string) => Responsible;
  readonly result: (text: string) => PlannedResult;
};

/** What the whole table says about its rows: whether anything but the words of the plan is said for a row at all. */
export type TableShape = {
  readonly hasTerms: boolean;
  readonly hasStageColumn: boolean;
  readonly hasNumberColumn: boolean;
};

/**
 * The activities of one row: the smallest unit that is carried out and ticked off by itself. A row with its own deadline
 * or responsible is ticked off as a whole, its list being how it is done (`items`). Where the table gives neither, or
 * a stage has a single row for all it contains, or the numbers of the plan stand in the cells of a table that has no column of
 * numbers, each point of the list is carried out by itself and the measure names the group.
 */
export function activitiesOf(
  unit: PlanUnit,
  stage: PlanStage,
  shape: TableShape,
  tools: { ledger: Ledger; read: CellReaders },
): { activities: DraftActivity[]; notes: string[] } {
  const content = splitContent(unit.content);
  const splits = pointsAreActivities(unit, stage, shape, content);
  if (!splits) return { activities: wholeRow(unit, content, tools), notes: [] };
  const { ledger } = tools;
  const notes: string[] = [];
  const measure = unit.measure.length > 0 ? ledger.take(unit.measure) : null;
  let lead: string | null = null;
  if (content.lead) {
    // Where a second line with a colon leads every point in, the first one names nothing.
    if (measure === null && content.points.some(({ group }) => group === null)) lead = ledger.take(content.lead);
    else notes.push(ledger.take(content.lead));
  }
  const share = distribute(unit, content.points.length);
  const activities = content.points.map((point, index) =>
    activity({ unit, point, measure: measure ?? groupOf(point, ledger) ?? lead, cells: share(index) }, tools),
  );
  const others = unit.others.map((spans) => ledger.take(spans));
  return { activities: withNotes(activities, others), notes };
}

function groupOf(point: Point, ledger: Ledger): string | null {
  return point.group ? ledger.take(point.group) : null;
}

function pointsAreActivities(unit: PlanUnit, stage: PlanStage, shape: TableShape, content: Content): boolean {
  const { points, lead, mark } = content;
  if (points.length === 0) return false;
  if (!shape.hasTerms) return true;
  if (points.length < 2 || unit.measure.length > 0) return false;
  // Words with a colon title the row; its list is how it is done.
  if (lead !== null) return false;
  const terms = linesOf(unit.deadline);
  if (terms.length === points.length && terms.every((line) => looksLikeDeadline(textOf(line)))) return true;
  if (!shape.hasNumberColumn && mark === 'number' && points.every((point) => startsLine(point))) return true;
  return shape.hasStageColumn && stage.units.length === 1;
}

/** The point begins a line of its cell, so it was written as one of several and not in the run of a sentence. */
function startsLine({ whole, number }: Point): boolean {
  const first = whole[0];
  return number.length > 0 && first !== undefined && !/\S[^\n]*$/u.test(first.piece.text.slice(0, first.from));
}

type Cells = { deadline: readonly Span[]; responsible: readonly Span[]; result: readonly Span[] };

/** Cells with as many lines as there are points belong to them line by line; others are said once for all. */
function distribute(unit: PlanUnit, count: number): (index: number) => Cells {
  const cell = (spans: readonly Span[]) => {
    const lines = linesOf(spans);
    return (index: number): readonly Span[] => (lines.length === count && count > 1 ? (lines[index] ?? []) : spans);
  };
  const [deadline, responsible, result] = [cell(unit.deadline), cell(unit.responsible), cell(unit.result)];
  return (index) => ({ deadline: deadline(index), responsible: responsible(index), result: result(index) });
}

function linesOf(spans: readonly Span[]): Span[][] {
  return spans.filter((span) => rawText(span).trim() !== '').map((span) => [span]);
}

function wholeRow(
  unit: PlanUnit,
  content: Content,
  { ledger, read }: { ledger: Ledger; read: CellReaders },
): DraftActivity[] {
  const titled = unit.measure.length > 0;
  const listed = content.lead !== null && content.points.length > 0;
  const title = titled ? unit.measure : listed ? (content.lead ?? []) : unit.content;
  const items = titled || listed ? content.points.map((point) => point.whole) : [];
  const groups = content.points.flatMap((point) => (point.group ? [point.group] : []));
  const notes = [...(titled && content.lead ? [content.lead] : []), ...new Set(groups), ...unit.others].map((spans) =>
    ledger.take(spans),
  );
  const inline = unit.number.length === 0 ? ownNumber(title) : null;
  if (title.length === 0 && items.length === 0 && notes.length === 0 && unit.result.length === 0) return [];
  const made = activity(
    {
      unit,
      point: { number: inline?.number ?? unit.number, body: inline?.rest ?? title, whole: title, group: null },
      measure: null,
      cells: unit,
    },
    { ledger, read },
  );
  return withNotes([{ ...made, items: items.map((spans) => ledger.take(spans)) }], notes);
}

/** «4. Покос травы» in a table without a column of numbers. */
function ownNumber(spans: readonly Span[]): { number: Span[]; rest: Span[] } | null {
  const flow = flowOf(spans);
  const match = /^\s*(\d{1,2}(?:\.\d{1,2})*)\s?[.)]\s*(?=\p{L}|[«"])/u.exec(flow.text);
  if (!match?.[1]) return null;
  const at = match[0].indexOf(match[1]);
  return { number: flow.slice(at, at + match[1].length), rest: trimmed(flow.slice(match[0].length, flow.text.length)) };
}

function withNotes(activities: readonly DraftActivity[], notes: readonly string[]): DraftActivity[] {
  return activities.map((one, index) => (index === 0 && notes.length > 0 ? { ...one, notes } : one));
}

export function activity(
  from: { unit: Pick<PlanUnit, 'place' | 'marked' | 'isTerm'>; point: Point; measure: string | null; cells: Cells },
  { ledger, read }: { ledger: Ledger; read: CellReaders },
): DraftActivity {
  const { point, cells, unit } = from;
  const title = ledger.take(point.body);
  return {
    number: point.number.length > 0 ? plainNumber(ledger.take(point.number)) : null,
    title,
    measure: from.measure,
    items: [],
    deadline: cells.deadline.length > 0 ? read.deadline(phraseOf(cells.deadline, unit, ledger)) : null,
    responsible: cells.responsible.length > 0 ? read.responsible(ledger.take(cells.responsible)) : null,
    result: cells.result.length > 0 ? read.result(ledger.take(cells.result)) : null,
    condition: conditionOf(title),
    source: point.body.length > 0 ? placeOf(point.body) : unit.place,
  };
}

/** Deadlines of several marked columns stand side by side: «I квартал, III квартал». */
function phraseOf(
  spans: readonly Span[],
  { marked, isTerm }: Pick<PlanUnit, 'marked' | 'isTerm'>,
  ledger: Ledger,
): string {
  if (isTerm) return spans.map((span) => ledger.take([span])).join(' – ');
  const text = ledger.take(spans);
  if (marked) return marked.join(', ');
  return text.replace(GLUED_MONTHS, '$1-').replace(/(квартал(?:\s+20\d\d\s*г\.?)?)\s+(?=I|V)/gu, '$1, ');
}

/** «Сентябрьдекабрь»: a hyphen was lost where a narrow column broke the words. */
const GLUED_MONTHS =
  /(январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь)(?=январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)/giu;

function plainNumber(text: string): string {
  // A sheet keeps «1.1» as a number and shows it with a comma.
  return text.replace(/[.)\s]+$/u, '').replace(/^(\d{1,2}),(\d{1,2})$/u, '$1.$2');
}

import type { Column } from '../columns/find-columns.ts';
import { repeatsHead } from '../columns/find-columns.ts';
import type { GridRow } from '../layout/grid.ts';
import type { ColumnMeaning } from '../roadmap-draft.ts';
import { looksEmpty, looksLikeMark, looksLikeNumber } from '../text/looks.ts';
import { type Span, textOf } from '../text/span.ts';
import type { PlanOutline, PlanStage, PlanUnit } from './draft-rows.ts';
import { type PlacedCell, type PlacedRow, placeRow } from './plan-rows.ts';
import { stageHeading } from './stage-heading.ts';

/** The rows of a table under its head, and its columns. */
export type PlanTable = {
  readonly columns: readonly Column[];
  readonly rows: readonly GridRow[];
  readonly recovered: boolean;
  readonly head: ReadonlySet<string>;
  readonly firm: boolean;
};

/** Adds the rows of a table to the outline: stages, units, and what is only layout. */
export function outlineTable(outline: PlanOutline, table: PlanTable): void {
  const placed = table.rows.map((row) => placeRow(row, table.columns, table.recovered));
  const numbers = placed.map((row) => numberOf(row, table.columns)).filter((number) => number !== '');
  let carried: (PlacedCell & { left: number })[] = [];
  placed.forEach((row, index) => {
    outline.layout.push(...row.marks.map((spans) => [...spans]));
    const source = table.rows[index];
    if (row.cells.length === 0) return;
    if (source && repeatsHead(source, table.head)) {
      outline.layout.push(...row.cells.map((cell) => [...cell.spans]));
      return;
    }
    const after = placed[index + 1];
    const next = after ? numberOf(after, table.columns) : '';
    addRow(outline, row, table.columns, { numbers, next, carried, firm: table.firm });
    carried = carried.flatMap((cell) => (cell.left > 1 ? [{ ...cell, left: cell.left - 1 }] : []));
    carried.push(...row.cells.filter((cell) => cell.rowSpan > 1).map((cell) => ({ ...cell, left: cell.rowSpan - 1 })));
  });
}

/** `numbers` are those of all rows of the table. */
type Around = {
  readonly firm: boolean;
  readonly numbers: readonly string[];
  readonly next: string;
  readonly carried: readonly (PlacedCell & { left: number })[];
};

function addRow(outline: PlanOutline, row: PlacedRow, columns: readonly Column[], around: Around): void {
  const stage = outline.stages.at(-1);
  if (stage && !around.firm && continuesRow(stage, row, columns)) return;
  const heading = stageHeading(row, columns, around.numbers, around.next);
  if (heading) {
    outline.layout.push(heading.mark);
    if (stage && stage.units.length === 0 && isAim(heading.title)) stage.notes.push(heading.title);
    else if (stage && stage.units.length === 0 && isAim(stage.title)) {
      // «Цель: …» above «Раздел 1» is what the section is for, not a stage of its own.
      stage.notes.unshift(stage.title);
      stage.notes.push(...heading.notes);
      Object.assign(stage, { number: heading.number, title: heading.title });
    } else
      outline.stages.push({
        place: row.place,
        number: heading.number,
        title: heading.title,
        notes: heading.notes,
        units: [],
      });
    return;
  }
  const unit = unitOf(row, columns, around.carried, outline);
  const staged = columns.some((column) => column.meaning === 'stage');
  const owner = (staged ? stageColumn(outline, row, columns) : null) ?? stage ?? openStage(outline, row);
  if (staged) {
    const only = unit.content.length + unit.measure.length + unit.deadline.length + unit.responsible.length;
    if (owner.number.length === 0 && owner.units.length === 0) {
      // Words where a number should stand are a name: a stage of a number alone is none, and they would be lost with it.
      if (owner.title.length === 0 && !looksLikeNumber(textOf(unit.number))) owner.title = unit.number;
      else owner.number = unit.number;
    } else if (unit.number.length > 0 && owner.number !== unit.number) unit.others.unshift(unit.number);
    unit.number = [];
    if (only === 0 && unit.others.length === 0 && unit.result.length === 0) return;
  }
  unit.isTerm =
    unit.deadline.length === 2 &&
    row.cells.filter((cell) => columns[cell.column]?.edge && !looksEmpty(cell.text)).length === 2;
  const named = columns.some((column) => column.meaning === 'measure');
  const hasTerms = columns.some((column) => column.meaning === 'deadline' || column.meaning === 'responsible');
  // A group's name stands in its first row; text has no merged cells to say how far it goes.
  if (named && !hasTerms && unit.measure.length === 0) unit.measure = [...(owner.units.at(-1)?.measure ?? [])];
  // A month in a column before the content groups the rows below it.
  const terms = columns.findIndex((column) => column.meaning === 'deadline' && column.phrase === null);
  const groups =
    terms >= 0 &&
    terms < columns.findIndex((column) => column.meaning === 'content') &&
    columns[terms - 1]?.meaning !== 'content';
  if (groups && unit.deadline.length === 0) unit.deadline = [...(owner.units.at(-1)?.deadline ?? [])];
  joinMeasure(owner, unit);
  owner.units.push(unit);
}

function isAim(title: readonly Span[]): boolean {
  return /^(?:задач[аи]|цел[ьи]|целевой)(?:[\s:.]|$)/iu.test(textOf(title));
}

/** A page break through the cell of a measure: its second half stands beside the first row of the new page. */
function joinMeasure(stage: PlanStage, unit: PlanUnit): void {
  const before = textOf(stage.units.at(-1)?.measure ?? []);
  if (before === '' || !/^[а-яё]/u.test(textOf(unit.measure)) || /[.;:]$/u.test(before)) return;
  const whole = [...(stage.units.at(-1)?.measure ?? []), ...unit.measure];
  for (const one of stage.units) if (textOf(one.measure) === before) one.measure = [...whole];
  unit.measure = [...whole];
}

function openStage(outline: PlanOutline, row: PlacedRow): PlanStage {
  const stage: PlanStage = { place: row.place, number: [], title: [], notes: [], units: [] };
  outline.stages.push(stage);
  return stage;
}

/** With a column of stages: a filled cell opens a stage, unless it repeats or goes on with the one above. */
function stageColumn(outline: PlanOutline, row: PlacedRow, columns: readonly Column[]): PlanStage | null {
  const cell = row.cells.find((one) => columns[one.column]?.meaning === 'stage');
  const number = row.cells.find((one) => columns[one.column]?.meaning === 'number');
  const last = outline.stages.at(-1);
  if (!cell) {
    if (!number || !last) return null;
    const isNext = looksLikeNumber(number.text) && textOf(last.number) !== number.text && last.number.length > 0;
    return isNext ? openStage(outline, row) : null;
  }
  if (last && textOf(last.title).toLowerCase() === cell.text.toLowerCase()) {
    outline.repeated.push([...cell.spans]);
    return last;
  }
  if (last && !number && /^[а-яё(]/u.test(cell.text) && last.title.length > 0) {
    last.title.push(...cell.spans);
    return last;
  }
  const stage = openStage(outline, row);
  stage.title = [...cell.spans];
  return stage;
}

/** A row that a page break cut off from the one above: no number, few cells, each going on in lower case. */
function continuesRow(stage: PlanStage, row: PlacedRow, columns: readonly Column[]): boolean {
  const unit = stage.units.at(-1);
  if (!unit || unit.scrambled || row.scrambled) return false;
  const [only] = row.cells;
  const allLower = row.cells.every((cell) => /^[а-яё(,;»]/u.test(cell.text));
  if (
    !allLower ||
    !only ||
    row.cells.some((cell) => columns[cell.column]?.meaning === 'number' && looksLikeNumber(cell.text))
  )
    return false;
  const typed = row.cells.filter((cell) => ['deadline', 'responsible'].includes(columns[cell.column]?.meaning ?? ''));
  const main = row.cells.filter((cell) =>
    ['content', 'measure', 'stage', 'result'].includes(columns[cell.column]?.meaning ?? ''),
  );
  const startsUnit = main.some((cell) => columns[cell.column]?.meaning === 'content') && typed.length > 0;
  if (startsUnit && !endsOpen(unit.content)) return false;
  if (row.cells.length === 1 && only.column === 0 && columns[0]?.meaning === 'number') {
    const open = (['result', 'responsible', 'content', 'measure'] as const).find((field) => endsOpen(unit[field]));
    unit[open ?? lastField(unit)].push(...only.spans);
    return true;
  }
  if (main.length === 0 && !startsUnit && typed.length === 0) return false;
  for (const cell of row.cells) append(stage, unit, cell, columns[cell.column]?.meaning ?? 'unknown');
  return true;
}

function append(stage: PlanStage, unit: PlanUnit, cell: PlacedCell, meaning: ColumnMeaning): void {
  if (meaning === 'stage') stage.title.push(...cell.spans);
  else if (
    meaning === 'measure' ||
    meaning === 'content' ||
    meaning === 'deadline' ||
    meaning === 'responsible' ||
    meaning === 'result'
  )
    unit[meaning].push(...cell.spans);
  else unit.others.push([...cell.spans]);
}

function endsOpen(spans: readonly Span[]): boolean {
  const text = textOf(spans);
  return text !== '' && /(?:[-–,(]|\s(?:и|в|на|по|с|о|об|для|из|от|к|при|за|или))$/u.test(text);
}

function lastField(unit: PlanUnit): 'result' | 'responsible' | 'content' {
  if (unit.result.length > 0) return 'result';
  return unit.responsible.length > 0 ? 'responsible' : 'content';
}

function unitOf(
  row: PlacedRow,
  columns: readonly Column[],
  carried: Around['carried'],
  outline: PlanOutline,
): PlanUnit {
  const unit: PlanUnit = {
    place: row.place,
    number: [],
    measure: [],
    content: [],
    deadline: [],
    responsible: [],
    result: [],
    others: [],
    scrambled: row.scrambled ? row.cells.map((cell) => cell.spans) : null,
  };
  const inherited = carried.filter(
    (cell) => cell.left > 0 && !['number', 'stage', 'content'].includes(columns[cell.column]?.meaning ?? ''),
  );
  for (const cell of [...row.cells, ...inherited]) {
    if (unit.scrambled) break;
    const column = columns[cell.column];
    const meaning = column?.meaning ?? 'unknown';
    if (column?.phrase && (looksLikeMark(cell.text) || looksEmpty(cell.text))) {
      outline.layout.push([...cell.spans]);
      if (!looksEmpty(cell.text)) unit.deadline.push(...column.phrase);
      if (!looksEmpty(cell.text) && column.says !== undefined) unit.marked = [...(unit.marked ?? []), column.says];
    } else if (meaning === 'stage') continue;
    else if (looksEmpty(cell.text)) outline.layout.push([...cell.spans]);
    else if (meaning === 'number') unit.number.push(...cell.spans);
    else if (
      meaning === 'measure' ||
      meaning === 'content' ||
      meaning === 'deadline' ||
      meaning === 'responsible' ||
      meaning === 'result'
    )
      unit[meaning].push(...cell.spans);
    else unit.others.push([...cell.spans]);
  }
  return unit;
}

function numberOf(row: PlacedRow, columns: readonly Column[]): string {
  return row.cells.find((cell) => columns[cell.column]?.meaning === 'number')?.text ?? '';
}

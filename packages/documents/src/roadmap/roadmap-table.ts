import type { DocumentTable, TableCell, TableColumn, TableRow } from '../write/official-document.ts';
import { shortDay } from '../write/words-of-days.ts';
import type { PrintActivity, PrintMeaning, PrintStage, RoadmapPrint } from './roadmap-print.ts';

/** Millimetres a column needs so that ordinary words of it are not cut. */
const WIDTHS: Readonly<Record<PrintMeaning, number>> = {
  stageNumber: 10,
  number: 16,
  stage: 32,
  measure: 36,
  content: 56,
  deadline: 27,
  responsible: 32,
  result: 38,
  audience: 28,
  note: 26,
  status: 26,
  doneOn: 23,
};

/** Columns whose cell covers all activities of a stage. */
const OF_THE_STAGE: ReadonlySet<PrintMeaning> = new Set(['stageNumber', 'stage']);

/** The roadmap as one table: the stages as rows or as merged cells, the measures merged over their activities. */
export function roadmapTable(print: RoadmapPrint): DocumentTable {
  const meanings = print.columns.map((column) => column.meaning);
  const byRows = print.stageLayout === 'rows';
  const rows = print.stages.flatMap((stage) =>
    byRows && stage.title
      ? [stageRow(stage, meanings), ...activityRows(stage, meanings, 'rows')]
      : activityRows(stage, meanings, print.stageLayout),
  );
  return { kind: 'table', summary: print.kind, columns: print.columns.map(tableColumn), rows };
}

function tableColumn({ meaning, heading }: RoadmapPrint['columns'][number]): TableColumn {
  const narrow = meaning === 'number' || meaning === 'stageNumber' || meaning === 'doneOn';
  return { heading, width: WIDTHS[meaning], align: narrow ? 'center' : 'left' };
}

/** A stage in a row of its own: its number in the number column if there is one first, the title over the rest. */
function stageRow(stage: PrintStage, meanings: readonly PrintMeaning[]): TableRow {
  const numbered = meanings[0] === 'number' || meanings[0] === 'stageNumber';
  const first = numbered ? 1 : 0;
  const title = numbered || stage.number === null ? stage.title : `${withStop(stage.number)} ${stage.title}`;
  const heading = cell(first, [title, ...stage.notes, ...doneOfStage(stage)], {
    columnSpan: meanings.length - first,
    bold: true,
  });
  const number = cell(0, stage.number === null ? [] : [stage.number], { bold: true });
  return { kind: 'group', cells: numbered ? [number, heading] : [heading] };
}

function activityRows(
  stage: PrintStage,
  meanings: readonly PrintMeaning[],
  layout: RoadmapPrint['stageLayout'],
): TableRow[] {
  const activities = stage.activities.length > 0 ? stage.activities : [null];
  return activities.map((activity, row) => ({
    kind: 'plain',
    cells: meanings.flatMap((meaning, column) => {
      if (layout === 'column' && OF_THE_STAGE.has(meaning)) {
        return row === 0 ? [cell(column, stageLines(stage, meaning, meanings), { rowSpan: activities.length })] : [];
      }
      if (!activity) return [cell(column, [])];
      if (meaning === 'measure') {
        const rowSpan = measureSpan(stage.activities, row);
        return rowSpan === 0 ? [] : [cell(column, activity.measure === null ? [] : [activity.measure], { rowSpan })];
      }
      return [cell(column, activityLines(activity, meaning, meanings))];
    }),
  }));
}

/** How many activities from `row` on share its measure; 0 when the cell above covers the row already. */
function measureSpan(activities: readonly PrintActivity[], row: number): number {
  const measure = activities[row]?.measure ?? null;
  if (measure === null) return 1;
  if (row > 0 && activities[row - 1]?.measure === measure) return 0;
  const end = activities.findIndex((activity, at) => at > row && activity.measure !== measure);
  return (end === -1 ? activities.length : end) - row;
}

function stageLines(stage: PrintStage, meaning: PrintMeaning, meanings: readonly PrintMeaning[]): string[] {
  if (meaning === 'stageNumber') return stage.number === null ? [] : [stage.number];
  const numberHere = stage.number !== null && !meanings.includes('stageNumber');
  const title = numberHere ? `${withStop(stage.number ?? '')} ${stage.title}` : stage.title;
  return [title, ...stage.notes, ...doneOfStage(stage)];
}

function doneOfStage({ execution }: PrintStage): string[] {
  return execution ? [`Выполнено ${execution.numerator} из ${execution.denominator}`] : [];
}

function activityLines(activity: PrintActivity, meaning: PrintMeaning, meanings: readonly PrintMeaning[]): string[] {
  const one = (text: string | null) => (text === null ? [] : text.split('\n'));
  switch (meaning) {
    case 'stageNumber':
    case 'stage':
    case 'measure':
      return [];
    case 'number':
      return one(activity.number);
    case 'content':
      return contentLines(activity, meanings);
    case 'deadline':
      return one(activity.deadline);
    case 'responsible':
      return one(activity.responsible?.text ?? null);
    case 'result':
      return one(activity.result);
    case 'audience':
      return one(activity.audience);
    case 'note':
      return one(activity.note);
    case 'status':
      return one(activity.status);
    case 'doneOn':
      return activity.doneOn ? [shortDay(activity.doneOn)] : [];
  }
}

/** The activity's own words: what has no column of its own stands before or after them, so that nothing is lost on paper. */
function contentLines(activity: PrintActivity, meanings: readonly PrintMeaning[]): string[] {
  const number = activity.number !== null && !meanings.includes('number') ? `${withStop(activity.number)} ` : '';
  const measure = activity.measure !== null && !meanings.includes('measure') ? `${activity.measure}: ` : '';
  const told = activity.condition === null || activity.title.includes(activity.condition);
  const condition = told ? '' : ` (${activity.condition})`;
  return [`${number}${measure}${activity.title}${condition}`, ...activity.items.map((item) => `– ${item}`)];
}

function withStop(number: string): string {
  return /[\d]$/u.test(number) ? `${number}.` : number;
}

function cell(
  column: number,
  lines: readonly string[],
  more: Partial<Omit<TableCell, 'column' | 'lines'>> = {},
): TableCell {
  return { column, columnSpan: 1, rowSpan: 1, bold: false, lines, ...more };
}

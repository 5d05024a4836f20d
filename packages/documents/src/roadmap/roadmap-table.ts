import type { DocumentTable, TableCell, TableColumn, TableRow } from '../write/official-document.ts';
import { activityLines, type CellRules, cellRules, stageLines, stageRowLines } from './roadmap-cells.ts';
import type { PrintActivity, PrintMeaning, PrintStage, RoadmapPrint } from './roadmap-print.ts';

/** Millimetres a column needs so that ordinary words of it are not cut. */
const WIDTHS: Readonly<Record<PrintMeaning, number>> = {
  stageNumber: 10,
  number: 16,
  stage: 32,
  measure: 36,
  content: 54,
  deadline: 27,
  responsible: 34,
  result: 38,
  audience: 28,
  note: 26,
  status: 26,
  doneOn: 23,
};

/** The roadmap as one table: the stages as rows or as merged cells, the measures merged over their activities. */
export function roadmapTable(print: RoadmapPrint): DocumentTable {
  const columns = print.columns.map((column) => column.meaning);
  const rules = cellRules(print);
  const rows = print.stages.flatMap((stage) =>
    print.stageLayout === 'rows'
      ? [
          ...(stage.title ? [stageRow(stage, columns)] : []),
          ...stage.activities.map((_, at) => activityRow(stage.activities, at, { columns, rules })),
        ]
      : rowsBesideStage(stage, { columns, rules }),
  );
  return { kind: 'table', summary: print.kind, columns: print.columns.map(tableColumn), rows };
}

/** Millimetres: an ordinary bold letter of 12 pt, and the padding of a cell at both sides. */
const BOLD_LETTER = 2.4;
const CELL_PADDING = 3;

type Drawing = { readonly columns: readonly PrintMeaning[]; readonly rules: CellRules };

function tableColumn({ meaning, heading }: RoadmapPrint['columns'][number]): TableColumn {
  const narrow = meaning === 'number' || meaning === 'stageNumber' || meaning === 'doneOn';
  const longest = Math.max(...heading.split(/\s+/u).map((word) => word.length));
  const width = Math.max(WIDTHS[meaning], Math.ceil(longest * BOLD_LETTER + CELL_PADDING));
  return { heading, width, align: narrow ? 'center' : 'left' };
}

/** A stage in a row of its own: its number in the number column if there is one first, the title over the rest. */
function stageRow(stage: PrintStage, columns: readonly PrintMeaning[]): TableRow {
  const numbered = columns[0] === 'number' || columns[0] === 'stageNumber';
  const first = numbered ? 1 : 0;
  const heading = cell(first, stageRowLines(stage, !numbered), { columnSpan: columns.length - first, bold: true });
  const number = cell(0, stage.number === null ? [] : [stage.number], { bold: true });
  return { kind: 'group', cells: numbered ? [number, heading] : [heading] };
}

/** The stage's own cells cover all rows of its activities; a stage without any still has its row. */
function rowsBesideStage(stage: PrintStage, drawing: Drawing): TableRow[] {
  const rowSpan = Math.max(1, stage.activities.length);
  const beside = drawing.columns.flatMap((meaning, column) =>
    isOfStage(meaning) ? [cell(column, stageLines(stage, meaning, drawing.rules), { rowSpan })] : [],
  );
  if (stage.activities.length === 0) {
    const cells = drawing.columns.map((_, column) => beside.find((one) => one.column === column) ?? cell(column, []));
    return [{ kind: 'plain', cells }];
  }
  return stage.activities.map((_, at) => {
    const row = activityRow(stage.activities, at, drawing);
    const own = row.cells.filter((one) => !isOfStage(drawing.columns[one.column]));
    const cells = at === 0 ? [...beside, ...own].toSorted((one, other) => one.column - other.column) : own;
    return { ...row, cells };
  });
}

function activityRow(activities: readonly PrintActivity[], at: number, { columns, rules }: Drawing): TableRow {
  const activity = activities[at];
  if (!activity) return { kind: 'plain', cells: [] };
  const cells = columns.flatMap((meaning, column) => {
    const merged = meaning === 'measure' && rules.title === 'content';
    const rowSpan = merged ? measureSpan(activities, at) : 1;
    return rowSpan === 0 ? [] : [cell(column, activityLines(activity, meaning, rules), { rowSpan })];
  });
  return { kind: 'plain', cells };
}

/** How many activities from `at` on share its measure; 0 when the cell above covers the row already. */
function measureSpan(activities: readonly PrintActivity[], at: number): number {
  const measure = activities[at]?.measure ?? null;
  if (measure === null) return 1;
  if (at > 0 && activities[at - 1]?.measure === measure) return 0;
  const end = activities.findIndex((activity, index) => index > at && activity.measure !== measure);
  return (end === -1 ? activities.length : end) - at;
}

/** Columns whose cell covers all activities of a stage. */
function isOfStage(meaning: PrintMeaning | undefined): meaning is 'stage' | 'stageNumber' {
  return meaning === 'stage' || meaning === 'stageNumber';
}

function cell(
  column: number,
  lines: readonly string[],
  more: Partial<Omit<TableCell, 'column' | 'lines'>> = {},
): TableCell {
  return { column, columnSpan: 1, rowSpan: 1, bold: false, lines, ...more };
}

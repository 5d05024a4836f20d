import type { ColumnMeaning } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { USUAL_HEADINGS } from './roadmap-headings.ts';
import type { PrintColumn, PrintMeaning, RoadmapPrint } from './roadmap-print.ts';

/** The table a plan is printed in when nobody has chosen one: seed-like five columns under stage rows. */
const USUAL: readonly PrintMeaning[] = ['number', 'content', 'deadline', 'responsible', 'result'];

/** What a plan must show to be approved (LIFECYCLE 4.1), whatever the document had that it was read from. */
const NEEDED: readonly PrintMeaning[] = ['content', 'deadline', 'responsible', 'result'];

/**
 * The columns of the school's own document, as they were read, for print: in their order, with the school's `headings`
 * where they are known. A column of numbers beside a column of stages counts stages. `complete` adds what an approved
 * plan must show. A plan that was not read from a document gets the usual columns.
 */
export function schoolColumns(
  meanings: readonly ColumnMeaning[],
  given: { readonly headings?: readonly (string | null)[]; readonly complete?: boolean } = {},
): Pick<RoadmapPrint, 'columns' | 'stageLayout'> {
  const besideStages = meanings.includes('stage');
  const columns: PrintColumn[] = [];
  meanings.forEach((read, at) => {
    const meaning = printMeaning(read, besideStages);
    if (columns.some((column) => column.meaning === meaning)) return;
    columns.push({ meaning, heading: given.headings?.[at] ?? USUAL_HEADINGS[meaning] });
  });
  const wanted = meanings.length === 0 ? USUAL : given.complete ? NEEDED : [];
  for (const meaning of wanted) {
    const titled = meaning === 'content' && columns.some((column) => column.meaning === 'measure');
    if (titled || columns.some((column) => column.meaning === meaning)) continue;
    columns.push({ meaning, heading: USUAL_HEADINGS[meaning] });
  }
  return { columns, stageLayout: besideStages ? 'column' : 'rows' };
}

function printMeaning(read: ColumnMeaning, besideStages: boolean): PrintMeaning {
  if (read === 'number' && besideStages) return 'stageNumber';
  // What a column of unknown meaning held is kept as a note.
  return read === 'unknown' ? 'note' : read;
}

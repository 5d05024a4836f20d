import type { ColumnMeaning } from '../roadmap-draft.ts';
import { looksLikeDeadline, looksLikeNumber, looksLikeResponsible } from '../text/looks.ts';
import { placeOf, textOf } from '../text/span.ts';
import type { StreamCell } from './cell-stream.ts';
import { type GridRow, gridCell } from './grid.ts';

type Entry = { content: StreamCell; deadline: StreamCell; responsible: StreamCell };

/**
 * Cells told apart only by what they look like, where one deadline is given for a group of activities. A lone number or a
 * heading parts the groups; the only deadline of a group is that of all its activities, wherever in the group it stands.
 */
export function groupedRows(
  cells: readonly StreamCell[],
  meanings: readonly ColumnMeaning[],
): { rows: GridRow[]; marks: StreamCell[] } {
  const rows: GridRow[] = [];
  const marks: StreamCell[] = [];
  const numbered = cells.filter((cell) => /^\d{1,2}\s?[.)]\s?\S/u.test(textOf(cell))).length;
  let group: StreamCell[] = [];
  const close = (): void => {
    rows.push(...entriesOf(group).map((entry) => rowOf(entry, meanings)));
    group = [];
  };
  for (const cell of cells) {
    const text = textOf(cell);
    const typed = looksLikeDeadline(text) || looksLikeResponsible(text);
    if (!typed && looksLikeNumber(text)) {
      close();
      marks.push(cell);
    } else if (!typed && numbered >= 2 && /^\p{Lu}/u.test(text) && text.length < 120) {
      close();
      rows.push({ cells: [gridCell(0, cell, meanings.length)], place: placeOf(cell) });
    } else group.push(cell);
  }
  close();
  return { rows, marks };
}

function entriesOf(group: readonly StreamCell[]): Entry[] {
  const entries: Entry[] = [];
  const deadlines = group.filter((cell) => looksLikeDeadline(textOf(cell)));
  const shared = deadlines.length === 1 ? deadlines[0] : undefined;
  let pending: Entry[] = [];
  let run: StreamCell[] = [];
  const settle = (): void => {
    pending.forEach((entry, index) => {
      entry.responsible = run.length === pending.length ? (run[index] ?? []) : run.flat();
    });
    if (run.length > 0) pending = [];
    run = [];
  };
  for (const cell of group) {
    const text = textOf(cell);
    if (looksLikeDeadline(text)) {
      if (!shared) {
        const open = entries.filter((entry) => entry.deadline.length === 0);
        for (const entry of open) entry.deadline = cell;
      }
    } else if (looksLikeResponsible(text) && entries.length > 0) run.push(cell);
    else {
      settle();
      const entry: Entry = { content: cell, deadline: shared ?? [], responsible: [] };
      entries.push(entry);
      pending.push(entry);
    }
  }
  settle();
  return entries;
}

function rowOf(entry: Entry, meanings: readonly ColumnMeaning[]): GridRow {
  const at = (meaning: ColumnMeaning): number => meanings.indexOf(meaning);
  const content = Math.max(0, at('content') >= 0 ? at('content') : at('stage'));
  const cells = [gridCell(content, entry.content)];
  if (entry.deadline.length > 0 && at('deadline') >= 0) cells.push(gridCell(at('deadline'), entry.deadline));
  if (entry.responsible.length > 0 && at('responsible') >= 0)
    cells.push(gridCell(at('responsible'), entry.responsible));
  return { cells, place: placeOf(entry.content) };
}

import type { SourceCell, SourceRow } from '@nastavnik/domain/source/source-document';
import type { Notes } from '../notes.ts';
import { tidyText } from '../plain-text.ts';
import type { Gutter } from './gutters.ts';
import { withNumberColumn } from './number-column.ts';
import type { PdfItem } from './page-content.ts';
import type { PlacedBlock } from './placed-block.ts';
import { drawn, type VisualLine, visualLines } from './text-lines.ts';
import { isSurelyContinued, unwrap } from './unwrap.ts';

/** Stamps that stand side by side at the head of a plan are one row: their lines have nothing to do with one another. */
const STAMP = /утверждаю|утверждено|согласован|принято|рассмотрен/i;

/** Lines in columns without rulings, as a table: a row begins where the first column begins anew. A guess, and noted. */
export function borderlessTable(
  lines: readonly PdfItem[][],
  gutters: readonly Gutter[],
  page: number,
  notes: Notes,
): PlacedBlock {
  notes.add('columns-guessed');
  const edges = gutters.map(([left, right]) => (left + right) / 2).sort((a, b) => a - b);
  const columnOf = (item: PdfItem): number => edges.filter((edge) => item.x + item.width / 2 > edge).length;
  const all = lines.flat();
  const columns = [...edges.keys(), edges.length].map((column) => all.filter((item) => columnOf(item) === column));
  const rooms = columns.map((items) => ({
    left: Math.min(...items.map((item) => item.x)),
    right: Math.max(...items.map((item) => item.x + item.width)),
  }));

  const rows: PdfItem[][] = [];
  const isStamps = lines.some((line) => STAMP.test(drawn(line).text));
  let before: VisualLine | undefined;
  for (const line of lines) {
    const inFirst = line.filter((item) => columnOf(item) === 0);
    const first = inFirst.length > 0 ? drawn(inFirst) : undefined;
    const isWrapped = first && before && rooms[0] && isSurelyContinued(before, first, rooms[0]);
    const isSame = isStamps || !first || isWrapped;
    if (rows.length > 0 && isSame) rows[rows.length - 1]?.push(...line);
    else rows.push([...line]);
    before = first ?? before;
  }

  const made = rows.map((row): SourceRow => {
    const cells = rooms.map((room, column): SourceCell => {
      const own = visualLines(row.filter((item) => columnOf(item) === column));
      const text = unwrap(own, room, notes, isSurelyContinued).map(({ text: line, bold }) => ({
        text: tidyText(line).replaceAll('\t', ' '),
        ...(bold ? { bold: true } : {}),
      }));
      return { column, columnSpan: 1, rowSpan: 1, lines: text };
    });
    return { cells, page };
  });
  const ys = all.map((item) => item.y);
  return {
    block: { kind: 'table', rows: withNumberColumn(made), page },
    top: Math.min(...all.map((item) => item.y - item.size)),
    bottom: Math.max(...ys),
  };
}

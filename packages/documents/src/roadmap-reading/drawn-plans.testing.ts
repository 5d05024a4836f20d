import { planAsDocx, planAsHtml, planAsOdt, planAsXlsx, type TablePlan } from '../read/fixtures/table-plans.testing.ts';
import { typstPdf, typstString } from '../read/fixtures/typst-pdf.testing.ts';

/** In a drawn row: the cell on the left covers this place, or the cell above does. */
export const LEFT = '\u2190';
export const ABOVE = '\u2191';

/** A table as rows of texts; the lines of a cell are parted by `\n`. */
export type Drawn = readonly (readonly string[])[];

/** The rows with their merges as cells with spans. */
export function tableOf(rows: Drawn): TablePlan {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((text, column) => {
      if (text === LEFT || text === ABOVE) return [];
      let [rowSpan, columnSpan] = [1, 1];
      while (row[column + columnSpan] === LEFT) columnSpan += 1;
      while (rows[at + rowSpan]?.[column] === ABOVE) rowSpan += 1;
      return [{ row: at, column, rowSpan, columnSpan, lines: text.split('\n').map((line) => ({ text: line })) }];
    }),
  );
  return { height: rows.length, width: rows[0]?.length ?? 0, cells };
}

function asPdf(rows: Drawn): Uint8Array {
  const { width, cells } = tableOf(rows);
  const drawn = cells.map(
    ({ row, column, rowSpan, columnSpan, lines }) =>
      `table.cell(x: ${column}, y: ${row}, colspan: ${columnSpan}, rowspan: ${rowSpan})[${lines.map(({ text }) => typstString(text)).join(' \\ ')}]`,
  );
  return typstPdf(`#table(columns: (1fr,) * ${width},\n${drawn.join(',\n')})`);
}

/** The formats a table is drawn in, by the ending of the file. */
export const FORMATS: Record<string, (rows: Drawn) => Uint8Array> = {
  docx: (rows) => planAsDocx(tableOf(rows)),
  odt: (rows) => planAsOdt(tableOf(rows)),
  html: (rows) => planAsHtml(tableOf(rows)),
  xlsx: (rows) => planAsXlsx(tableOf(rows)),
  pdf: asPdf,
};

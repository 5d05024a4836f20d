import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import type { DocumentTable, OfficialDocument, TableCell } from './official-document.ts';
import { coreProperties, settleZip, withoutControls } from './settle-zip.ts';

type SheetRow = (CellObject | null)[];

/** Excel counts widths in characters of the usual font: about two millimetres each. */
const MILLIMETRES_A_CHARACTER = 1.9;
/** Points a line of 12 pt text takes. Excel does not fit the height of merged cells by itself, so heights are written. */
const LINE_HEIGHT = 16;
const FORBIDDEN_IN_SHEET_NAME = /[\\/?*[\]:]/gu;

/**
 * A workbook with one sheet: header, stamps and title in rows above the table, the table with merged cells, signatures
 * below. Every cell is text, so that «1.10» stays «1.10» and nothing typed by a person is ever a formula.
 */
export async function drawXlsx(document: OfficialDocument, sheet: string): Promise<Uint8Array> {
  const table = document.blocks.find((block) => block.kind === 'table');
  const widths = table?.columns.map((column) => Math.round(column.width / MILLIMETRES_A_CHARACTER)) ?? [80];
  const rows: SheetRow[] = [
    ...document.organizations.map(({ text }) => across(text, widths, { align: 'center' })),
    ...stampRows(document, widths),
    ...document.title.map((text) => across(text, widths, { align: 'center', fontWeight: 'bold' })),
    ...document.blocks.flatMap((block): SheetRow[] => {
      switch (block.kind) {
        case 'heading':
          return [[], across(block.text, widths, { fontWeight: 'bold' })];
        case 'paragraph':
          return [across(block.text, widths)];
        case 'list':
          return block.items.map((item) => across(`– ${item}`, widths));
        case 'table':
          return [[], ...tableRows(block, widths)];
      }
    }),
    ...document.signatures.flatMap(({ post, name }) => [[], across([post, name].filter(Boolean).join(' '), widths)]),
    ...(document.mark ? [[], across(document.mark.label, widths, { align: 'right' })] : []),
  ];
  const book = await writeXlsxFile(
    rows,
    {
      sheet: withoutControls(sheet).replace(FORBIDDEN_IN_SHEET_NAME, ' ').slice(0, 31),
      ...(document.orientation === 'landscape' ? { orientation: 'landscape' as const } : {}),
      columns: widths.map((width) => ({ width })),
    },
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer();
  return settleZip(new Uint8Array(book), { 'docProps/core.xml': coreProperties(document.name) });
}

/** A line over the whole width of the table. */
function across(text: string, widths: readonly number[], style: Partial<CellObject> = {}): SheetRow {
  const height = heightOf([text], sum(widths));
  return [textCell(text, { wrap: true, columnSpan: widths.length, height, ...style }), ...blanks(widths.length - 1)];
}

/** Left and right stamps beside each other, as on paper: each in one half of the sheet. */
function stampRows({ stamps }: OfficialDocument, widths: readonly number[]): SheetRow[] {
  if (stamps.length === 0) return [];
  const half = Math.max(1, Math.floor(widths.length / 2));
  const parts = [widths.slice(0, half), widths.slice(half)].filter((part) => part.length > 0);
  const texts = (['left', 'right'] as const).map((side) =>
    stamps.filter((stamp) => stamp.side === side).flatMap(({ lines }, at) => (at > 0 ? ['', ...lines] : lines)),
  );
  const height = Math.max(...parts.map((part, at) => heightOf(texts[at] ?? [], sum(part))));
  const cells = parts.flatMap((part, at) => [
    textCell((texts[at] ?? []).join('\n'), { wrap: true, columnSpan: part.length, height }),
    ...blanks(part.length - 1),
  ]);
  return [[], cells, []];
}

function tableRows(table: DocumentTable, widths: readonly number[]): SheetRow[] {
  const headings = table.columns.map((column) => column.heading);
  const headHeight = Math.max(...headings.map((heading, at) => heightOf([heading], widths[at] ?? 1)));
  const header = headings.map((heading) =>
    textCell(heading, { ...FRAME, height: headHeight, fontWeight: 'bold', align: 'center', alignVertical: 'center' }),
  );
  const heights = rowHeights(table, widths);
  const rows = table.rows.map((row, at) => {
    const cells: SheetRow = table.columns.map(() => null);
    for (const cell of row.cells) {
      cells[cell.column] = textCell(cell.lines.join('\n'), {
        ...FRAME,
        height: heights[at] ?? LINE_HEIGHT,
        align: row.kind === 'group' ? 'center' : (table.columns[cell.column]?.align ?? 'left'),
        ...(cell.bold ? { fontWeight: 'bold' } : {}),
        ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
        ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
      });
    }
    return cells;
  });
  return [header, ...rows];
}

/** Each row as high as its cells need; the last row of a merged cell takes what its words need beyond the rows before. */
function rowHeights(table: DocumentTable, widths: readonly number[]): number[] {
  const need = (cell: TableCell) => heightOf(cell.lines, sum(widths.slice(cell.column, cell.column + cell.columnSpan)));
  const heights = table.rows.map(({ cells }) =>
    Math.max(LINE_HEIGHT, ...cells.filter((cell) => cell.rowSpan === 1).map(need)),
  );
  table.rows.forEach(({ cells }, at) => {
    for (const cell of cells.filter((one) => one.rowSpan > 1)) {
      const last = at + cell.rowSpan - 1;
      const missing = need(cell) - sum(heights.slice(at, last + 1));
      if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
    }
  });
  return heights;
}

/** Height of lines that wrap at so many characters; a word that does not fit goes over whole, hence the spare tenth. */
function heightOf(lines: readonly string[], characters: number): number {
  const wrapped = lines.map((line) => Math.max(1, Math.ceil((line.length * 1.1) / characters)));
  return Math.max(1, sum(wrapped)) * LINE_HEIGHT;
}

const FRAME = { borderStyle: 'thin', borderColor: '#000000', wrap: true } as const;

/** What looks like a formula must not become one when a person edits the cell; long cells of that format Excel shows as ####. */
function textCell(text: string, style: Partial<CellObject>): CellObject {
  const likeFormula = /^\s*[=+\-@]/u.test(text) ? { format: '@' } : {};
  return { alignVertical: 'top', ...likeFormula, ...style, value: withoutControls(text), type: String };
}

function blanks(count: number): null[] {
  return Array.from({ length: Math.max(0, count) }, () => null);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

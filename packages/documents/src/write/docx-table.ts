import {
  AlignmentType,
  TableCell as DocxCell,
  TableRow as DocxRow,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableLayoutType,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { DocumentTable, TableCell, TableRow } from './official-document.ts';

/** Half-points: 12 pt, 11 pt where there are many columns, 10 pt where they have less width than they ask for. */
const SIZE = { few: 24, many: 22, tight: 20 };
const TWIPS_A_MILLIMETRE = 1440 / 25.4;

/**
 * A Word table: the header row is repeated on each page, rows are not split, a row that heads others stays with the
 * next one. `width` is that of the text area in twentieths of a point.
 */
export function docxTable(table: DocumentTable, width: number): Table {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => Math.floor((column.width / total) * width));
  const isTight = total * TWIPS_A_MILLIMETRE > width + 1;
  const size = isTight ? SIZE.tight : table.columns.length > 5 ? SIZE.many : SIZE.few;
  const header = new DocxRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column) =>
        new DocxCell({
          verticalAlign: VerticalAlign.CENTER,
          children: [line(column.heading, { alignment: AlignmentType.CENTER }, { bold: true, size })],
        }),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 85, right: 85, top: 40, bottom: 40, marginUnitType: WidthType.DXA },
    rows: [header, ...bodyRows(table, size)],
  });
}

function bodyRows(table: DocumentTable, size: number): DocxRow[] {
  /** The cell above that covers the place, with the number of rows it goes on. */
  const covering: ({ cell: TableCell; rows: number } | undefined)[] = table.columns.map(() => undefined);
  return table.rows.map((row) => {
    const cells: DocxCell[] = [];
    for (let column = 0; column < table.columns.length; ) {
      const cover = covering[column];
      const cell = row.cells.find((one) => one.column === column);
      if (cell) {
        cells.push(docxCell(table, row, cell, size));
        covering[column] = cell.rowSpan > 1 ? { cell, rows: cell.rowSpan - 1 } : undefined;
        column += cell.columnSpan;
      } else if (cover) {
        cells.push(continued(cover.cell));
        covering[column] = cover.rows > 1 ? { ...cover, rows: cover.rows - 1 } : undefined;
        column += cover.cell.columnSpan;
      } else {
        cells.push(new DocxCell({ children: [new Paragraph({})] }));
        column += 1;
      }
    }
    return new DocxRow({ cantSplit: true, children: cells });
  });
}

function docxCell(table: DocumentTable, row: TableRow, cell: TableCell, size: number): DocxCell {
  const centered = row.kind === 'group' || table.columns[cell.column]?.align === 'center';
  const paragraph: IParagraphOptions = {
    alignment: centered ? AlignmentType.CENTER : AlignmentType.LEFT,
    ...(row.kind === 'group' ? { keepNext: true } : {}),
  };
  const lines = cell.lines.map((text) => line(text, paragraph, { bold: cell.bold, size }));
  return new DocxCell({
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    children: lines.length > 0 ? lines : [new Paragraph(paragraph)],
  });
}

/** Word wants a cell in every row that a merged cell covers. */
function continued(cell: TableCell): DocxCell {
  return new DocxCell({
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    verticalMerge: VerticalMergeType.CONTINUE,
    children: [new Paragraph({})],
  });
}

function line(text: string, paragraph: IParagraphOptions, run: { bold: boolean; size: number }): Paragraph {
  return new Paragraph({
    ...paragraph,
    children: [new TextRun({ text, size: run.size, ...(run.bold ? { bold: true } : {}) })],
  });
}

import { LIMITS } from '../read/limits.ts';
import { mainPart, type Relation, relatedPart, relationsOf, xmlPart } from '../read/office-package.ts';
import { damaged, ReadingRefusal } from '../read/refusal.ts';
import { readCellFormats } from '../read/xlsx/cell-format.ts';
import { richText, type SheetContext, sheetCells } from '../read/xlsx/sheet-cells.ts';
import type { XmlElement } from '../read/xml.ts';
import { attribute, child, childrenOf, numberIn } from '../read/xml-walk.ts';
import type { ZipParts } from '../read/zip.ts';
import type { GridRow, ReadSheets, SheetGrid } from './sheet-grid.ts';

/** The visible sheets of a workbook, each cell at its place. Formulas give their last value; nothing outside is opened. */
export function readWorkbook(zip: ZipParts): ReadSheets {
  const main = mainPart(zip, 'xl/workbook.xml');
  const workbook = xmlPart(zip, main);
  const relations = relationsOf(zip, main);
  const context = contextOf(zip, workbook, relations);
  const sheets: SheetGrid[] = [];
  let cells = 0;
  for (const sheet of childrenOf(child(workbook, 's:sheets'), 's:sheet')) {
    const relation = relations.get(attribute(sheet, 'r:id') ?? '');
    if (relation?.type !== 'worksheet' || relation.external) continue;
    if ((attribute(sheet, 'state') ?? 'visible') !== 'visible') continue;
    const root = xmlPart(zip, relation.target);
    if (!root) throw damaged(relation.target);
    const rows = gridRows(root, context);
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (cells > LIMITS.cells) throw new ReadingRefusal('file.too-complex');
    sheets.push({ name: attribute(sheet, 'name') ?? '', rows });
  }
  return { format: 'xlsx', sheets };
}

function contextOf(
  zip: ZipParts,
  workbook: XmlElement | undefined,
  relations: ReadonlyMap<string, Relation>,
): SheetContext {
  const part = (type: string): XmlElement | undefined => {
    const name = relatedPart(zip, relations, type);
    return name === undefined ? undefined : xmlPart(zip, name);
  };
  const since1904 = ['1', 'true'].includes(attribute(child(workbook, 's:workbookPr'), 'date1904') ?? '');
  return {
    strings: childrenOf(part('sharedStrings'), 's:si').map(richText),
    formats: readCellFormats(part('styles'), since1904),
    boldStyles: new Set(),
  };
}

function gridRows(root: XmlElement, context: SheetContext): GridRow[] {
  const hidden = new Set<number>();
  let number = 0;
  for (const row of childrenOf(child(root, 's:sheetData'), 's:row')) {
    number = numberIn(row, 'r') ?? number + 1;
    if (['1', 'true'].includes(attribute(row, 'hidden') ?? '')) hidden.add(number);
  }
  const rows = new Map<number, string[]>();
  let places = 0;
  for (const { row, column, text } of sheetCells(root, context)) {
    const cells = rows.get(row) ?? [];
    places += Math.max(0, column + 1 - cells.length);
    // One cell in the last column of each row is a way to ask for sixteen thousand times as many.
    if (places > LIMITS.cells) throw new ReadingRefusal('file.too-complex');
    while (cells.length <= column) cells.push('');
    cells[column] = text.trim();
    rows.set(row, cells);
  }
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([row, cells]) => ({ number: row + 1, cells, hidden: hidden.has(row + 1) }));
}

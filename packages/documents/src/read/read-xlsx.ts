import type { SourceBlock, SourceDocument } from '@nastavnik/domain/source/source-document';
import { Notes } from './notes.ts';
import { mainPart, relatedPart, relationsOf, xmlPart } from './office-package.ts';
import { damaged } from './refusal.ts';
import { readCellFormats } from './xlsx/cell-format.ts';
import { addressOf, richText, type SheetContext, sheetCells } from './xlsx/sheet-cells.ts';
import { type Range, sheetRows } from './xlsx/sheet-table.ts';
import type { XmlElement } from './xml.ts';
import { attribute, child, childrenOf, numberIn } from './xml-walk.ts';
import type { ZipParts } from './zip.ts';

/**
 * Reads a workbook: every visible sheet is one table with its name. Dates are shown as DD.MM.YYYY, formulas by their
 * last value; macros, links to other workbooks and comments are never looked at.
 */
export function readXlsx(zip: ZipParts): SourceDocument {
  const main = mainPart(zip, 'xl/workbook.xml');
  const workbook = xmlPart(zip, main);
  const relations = relationsOf(zip, main);
  const part = (type: string): XmlElement | undefined => {
    const name = relatedPart(zip, relations, type);
    return name === undefined ? undefined : xmlPart(zip, name);
  };
  const notes = new Notes();
  if (zip.names.some((name) => name.includes('vbaProject'))) notes.add('macros-ignored');
  if (zip.names.some((name) => name.includes('externalLinks/'))) notes.add('external-links-ignored');
  if (zip.names.some((name) => name.includes('embeddings/'))) notes.add('embedded-objects-ignored');
  if (zip.names.some((name) => /\/comments\d*\.xml$/.test(name))) notes.add('comments-left-out');
  if (zip.names.some((name) => name.includes('media/'))) notes.add('pictures-left-out');

  const since1904 = ['1', 'true'].includes(attribute(child(workbook, 's:workbookPr'), 'date1904') ?? '');
  const styles = part('styles');
  const context: SheetContext = {
    strings: childrenOf(part('sharedStrings'), 's:si').map(richText),
    formats: readCellFormats(styles, since1904),
    boldStyles: boldStyles(styles),
  };

  const blocks: SourceBlock[] = [];
  for (const sheet of childrenOf(child(workbook, 's:sheets'), 's:sheet')) {
    const relation = relations.get(attribute(sheet, 'r:id') ?? '');
    if (relation?.type !== 'worksheet' || relation.external) continue;
    if ((attribute(sheet, 'state') ?? 'visible') !== 'visible') {
      notes.add('hidden-sheet-left-out');
      continue;
    }
    const root = xmlPart(zip, relation.target);
    if (!root) throw damaged(relation.target);
    const { rows, sheetRow } = sheetRows(sheetCells(root, context), mergesOf(root));
    if (rows.length === 0) continue;
    noteHidden(root, sheetRow, blocks.length, notes);
    const page = blocks.length + 1;
    blocks.push({ kind: 'table', rows, page, sheet: attribute(sheet, 'name') ?? '' });
  }
  return { format: 'xlsx', blocks, notes: notes.list };
}

function mergesOf(sheet: XmlElement): Range[] {
  return childrenOf(child(sheet, 's:mergeCells'), 's:mergeCell').flatMap((merge) => {
    const [from, to] = (attribute(merge, 'ref') ?? '').split(':').map(addressOf);
    return from && to ? [{ from, to }] : [];
  });
}

function boldStyles(styles: XmlElement | undefined): Set<number> {
  const fonts = childrenOf(child(styles, 's:fonts'), 's:font').map((font) => {
    const bold = child(font, 's:b');
    return bold !== undefined && !['0', 'false'].includes(attribute(bold, 'val') ?? '1');
  });
  const xfs = childrenOf(child(styles, 's:cellXfs'), 's:xf');
  return new Set(xfs.flatMap((xf, i) => (fonts[numberIn(xf, 'fontId') ?? 0] ? [i] : [])));
}

function noteHidden(sheet: XmlElement, sheetRow: readonly number[], block: number, notes: Notes): void {
  const isHidden = (element: XmlElement): boolean => ['1', 'true'].includes(attribute(element, 'hidden') ?? '');
  const hidden = new Set(
    childrenOf(child(sheet, 's:sheetData'), 's:row')
      .filter(isHidden)
      .map((row) => (numberIn(row, 'r') ?? 0) - 1),
  );
  sheetRow.forEach((own, row) => {
    if (hidden.has(own)) notes.add('hidden-rows-kept', { block, row });
  });
  if (childrenOf(child(sheet, 's:cols'), 's:col').some(isHidden)) notes.add('hidden-columns-kept', { block });
}

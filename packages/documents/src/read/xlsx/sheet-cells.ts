import { LIMITS } from '../limits.ts';
import { tidyText } from '../plain-text.ts';
import { ReadingRefusal } from '../refusal.ts';
import type { XmlElement } from '../xml.ts';
import { attribute, child, childrenOf, numberIn, textOf } from '../xml-walk.ts';
import type { CellFormats } from './cell-format.ts';

/** A cell of a sheet, rows and columns from 0. */
export type SheetCell = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly bold: boolean;
};

export type SheetContext = {
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  readonly boldStyles: ReadonlySet<number>;
};

/** The cells of a sheet that hold something. A row or cell without an address follows the one before it. */
export function sheetCells(sheet: XmlElement, context: SheetContext): SheetCell[] {
  const cells: SheetCell[] = [];
  let row = -1;
  for (const element of childrenOf(child(sheet, 's:sheetData'), 's:row')) {
    row = (numberIn(element, 'r') ?? row + 2) - 1;
    let column = -1;
    for (const cell of childrenOf(element, 's:c')) {
      const address = addressOf(attribute(cell, 'r') ?? '');
      column = address?.column ?? column + 1;
      const style = numberIn(cell, 's') ?? 0;
      const text = cellText(cell, style, context);
      if (text.trim() !== '') cells.push({ row, column, text, bold: context.boldStyles.has(style) });
      if (cells.length > LIMITS.cells) throw new ReadingRefusal('file.too-complex');
    }
  }
  return cells;
}

function cellText(cell: XmlElement, style: number, { strings, formats }: SheetContext): string {
  const value = child(cell, 's:v');
  const raw = value ? textOf(value) : '';
  switch (attribute(cell, 't')) {
    case 's':
      return strings[Number(raw)] ?? '';
    case 'inlineStr': {
      const inline = child(cell, 's:is');
      return inline ? richText(inline) : raw;
    }
    case 'b':
      return raw === '1' ? 'ИСТИНА' : 'ЛОЖЬ';
    case 'd':
      return isoDate(raw);
    case 'str':
    case 'e':
      return tidyText(unescaped(raw));
    default:
      return formats.show(raw, style);
  }
}

/** A string in runs; the phonetic hints of East Asian texts are not part of it. */
export function richText(element: XmlElement): string {
  const runs = element.children.map((node) => {
    if (typeof node === 'string') return '';
    if (node.name === 's:t') return textOf(node);
    return node.name === 's:r' ? childrenOf(node, 's:t').map(textOf).join('') : '';
  });
  return tidyText(unescaped(runs.join('')).replace(/\r\n?/g, '\n'));
}

/** `_x000D_` is how a sheet writes a character that XML cannot hold. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const isoDate = (value: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? [];
  return day === undefined ? value : `${day}.${month}.${year}`;
};

export type Address = { readonly row: number; readonly column: number };

/** «AB12» → row 11, column 27. */
export function addressOf(address: string): Address | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

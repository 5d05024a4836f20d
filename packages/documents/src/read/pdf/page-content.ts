import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { visibleSymbols } from '../symbols.ts';
import { type Matrix, multiply } from './matrix.ts';
import { type Segment, segmentsOfPage } from './rulings.ts';
import { bare, softHyphens } from './soft-hyphens.ts';

/**
 * What the hyphen at the end of a piece of text is: `cut` goes with the break of the line, `kept` belongs to the word.
 * `broken`: there is none, and yet the word goes on in the next line.
 */
export type Hyphen = 'cut' | 'kept' | 'broken';

/** A piece of text as the PDF draws it; y grows downwards, in points. `y` is the base line. */
export type PdfItem = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  /** What is known of the hyphen it ends with (`tellHyphens`, `tellBrokenWords`). */
  readonly hyphen?: Hyphen;
};

export type PdfPage = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  readonly segments: readonly Segment[];
  /** There is text too small to be seen. */
  readonly hasHidden: boolean;
};

/**
 * Text and straight lines of a page in the position in which people read it: the page's own rotation applied, and a sheet
 * whose text runs up, down or on its head turned upright.
 */
export async function pageContent(page: PDFPageProxy): Promise<PdfPage> {
  const { items } = await page.getTextContent();
  const upright = page.getViewport({ scale: 1 });
  const turn = turnOf(items, upright.transform as unknown as Matrix);
  const viewport = turn === 0 ? upright : page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const view = viewport.transform as unknown as Matrix;
  // Pictures are decoded with the operators: a page without text is not worth it.
  const hasText = items.some((item) => 'str' in item && item.str.trim() !== '');
  const operators = hasText ? await page.getOperatorList() : undefined;

  const fonts = new Map<string, boolean>();
  const isBold = (font: string): boolean => {
    const known = fonts.get(font);
    if (known !== undefined) return known;
    const bold = page.commonObjs.has(font) && /bold|black|heavy/i.test(nameOf(page.commonObjs.get(font)));
    fonts.set(font, bold);
    return bold;
  };

  const cut = operators
    ? softHyphens(
        operators,
        items.map((item) => ('str' in item ? bare(item.str) : '')),
      )
    : new Set<number>();
  const made: PdfItem[] = [];
  let hasHidden = false;
  for (const [index, item] of items.entries()) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, , , x, y] = multiply(view, item.transform as unknown as Matrix);
    const size = Math.hypot(a, b) || item.height;
    if (size < UNSEEN) {
      hasHidden = true;
      continue;
    }
    const text = visibleSymbols(item.str).replace(/[\t\n]/g, ' ');
    // Upright text takes the place of its box; text turned by a quarter keeps its middle, as one short line.
    const isTurned = Math.abs(b) > Math.abs(a);
    made.push({
      text,
      x: isTurned ? x - size / 2 : x,
      y: isTurned ? y + (Math.sign(b) * item.width) / 2 : y,
      width: isTurned ? size : item.width,
      size,
      bold: isBold(item.fontName),
      ...(cut.has(index) ? { hyphen: 'broken' as const } : {}),
    });
  }
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    items: made,
    segments: operators ? segmentsOfPage(operators, view).flatMap((one) => onSheet(one, viewport.width)) : [],
    hasHidden,
  };
}

type Drawn = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];

/** By how many degrees most of the text would have to be turned to stand upright. */
function turnOf(items: Drawn, view: Matrix): number {
  const letters = [0, 0, 0, 0];
  for (const item of items) {
    if (!('str' in item)) continue;
    const [a, b] = multiply(view, item.transform as unknown as Matrix);
    const quarter = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 3 : 1;
    letters[quarter] = (letters[quarter] ?? 0) + item.str.trim().length;
  }
  return letters.indexOf(Math.max(...letters)) * 90;
}

/** A table wider than its sheet is drawn over the edge, where nobody sees it. */
function onSheet(segment: Segment, width: number): Segment[] {
  if (!segment.across) return segment.at > -1 && segment.at < width + 1 ? [segment] : [];
  const [from, to] = [Math.max(0, segment.from), Math.min(width, segment.to)];
  return to > from ? [{ ...segment, from, to }] : [];
}

/** Letters below a point are marks for programs, not for people. */
const UNSEEN = 1;

function nameOf(font: unknown): string {
  return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
}

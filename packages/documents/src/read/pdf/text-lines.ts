import type { Hyphen, PdfItem } from './page-content.ts';

/** A line as it is drawn: pieces on one base line, with a tab where the gap is wider than words need. */
export type VisualLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** What is known of the hyphen at its end. */
  readonly hyphen?: Hyphen;
};

export const visualLines = (items: readonly PdfItem[]): VisualLine[] => lineGroups(items).map(drawn);

/** Groups pieces into lines from top to bottom, each from left to right. */
export function lineGroups(items: readonly PdfItem[]): PdfItem[][] {
  const lines: PdfItem[][] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines[lines.length - 1];
    const first = line?.[0];
    // Raised and lowered signs stand within half a line of their neighbours.
    if (line && first && item.y - first.y <= Math.max(first.size, item.size) * 0.45) line.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => line.flatMap((item) => partsAround(item, line)).sort((a, b) => a.x - b.x));
}

/** Letters that a font lacks are drawn by another one, all in one piece with gaps between: «Ө Ө» around «З» is two pieces. */
function partsAround(item: PdfItem, line: readonly PdfItem[]): PdfItem[] {
  const isInside = (other: PdfItem): boolean => other.x > item.x + 1 && other.x + other.width < item.x + item.width - 1;
  if (!item.text.trim().includes(' ') || !line.some(isInside)) return [item];
  const letter = item.width / item.text.length;
  return [...item.text.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    ...item,
    text,
    x: item.x + index * letter,
    width: text.length * letter,
  }));
}

export function drawn(items: readonly PdfItem[]): VisualLine {
  let text = '';
  let end: number | undefined;
  for (const item of items) {
    const gap = end === undefined ? 0 : item.x - end;
    if (end !== undefined && gap > item.size * 2 && !IS_MARKER.test(text)) text = `${text.trimEnd()}\t`;
    else if (gap > item.size * 0.15 && !/[ \t]$/.test(text) && !item.text.startsWith(' ')) text += ' ';
    text += item.text;
    end = item.x + item.width;
  }
  const [first] = items;
  const hyphen = items.at(-1)?.hyphen;
  return {
    text: text.replace(/ {2,}/g, ' ').trim(),
    left: first?.x ?? 0,
    right: Math.max(...items.map((item) => item.x + item.width)),
    y: first?.y ?? 0,
    size: Math.max(...items.map((item) => item.size)),
    bold: items.every((item) => item.bold),
    ...(hyphen ? { hyphen } : {}),
  };
}

/** After its number a list item may leave a wide gap. */
const IS_MARKER = /^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[а-яa-z]\)|[IVX]+\.|[–—•·-])\s*$/i;

import type { PdfItem } from './page-content.ts';

/**
 * A narrow cell cuts a long word at its edge and draws no hyphen («наставничест» / «ва»). Two pieces that stand one under
 * the other are one word when the document has that word whole elsewhere, and not both pieces as words.
 */
export function tellBrokenWords(pages: readonly (readonly PdfItem[])[]): PdfItem[][] {
  const words = wholeWords(pages.flat());
  const isBroken = (upper: PdfItem, lower: PdfItem): boolean => {
    const tail = TAIL.exec(upper.text)?.[0];
    const head = HEAD.exec(lower.text)?.[0];
    if (!tail || !head || !words.has((tail + head).toLowerCase())) return false;
    return !(words.has(tail.toLowerCase()) && words.has(head));
  };
  return pages.map((items) =>
    items.map((item) => {
      if (item.hyphen || !TAIL.test(item.text)) return item;
      const lower = below(item, items);
      return lower && isBroken(item, lower) ? { ...item, hyphen: 'broken' as const } : item;
    }),
  );
}

const TAIL = /[а-яё]{2,}$/i;
const HEAD = /^[а-яё]+/;

/** Words inside lines: those at their ends may be pieces. */
function wholeWords(items: readonly PdfItem[]): Set<string> {
  return new Set(
    items.flatMap(({ text }) => {
      const words = text.toLowerCase().match(/[а-яё]+/g) ?? [];
      const [first] = text.split(/\s/, 1);
      return words.length > 2 || first !== text.trim() ? words.slice(words.length > 2 ? 1 : 0, -1) : [];
    }),
  );
}

/** The piece right below, where a cell would go on. */
function below(item: PdfItem, items: readonly PdfItem[]): PdfItem | undefined {
  let nearest: PdfItem | undefined;
  for (const other of items) {
    const step = other.y - item.y;
    if (step < item.size * 0.8 || step > item.size * 1.9 || step >= (nearest?.y ?? Infinity) - item.y) continue;
    if (other.x < item.x + item.width && item.x < other.x + other.width) nearest = other;
  }
  return nearest;
}

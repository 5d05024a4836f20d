import type { PdfItem } from './page-content.ts';

/**
 * A typesetter that cuts words draws the hyphen apart from the word, for it is not in the text («профес» «-»). Where a
 * document does so, a hyphen inside a piece is the word's own («педагог-»). In other documents nothing can be told.
 */
export function tellHyphens(pages: readonly (readonly PdfItem[])[]): PdfItem[][] {
  const told = pages.map((items) =>
    items.map((item, at) => (isDrawnApart(item, items[at - 1]) ? { ...item, hyphen: 'cut' as const } : item)),
  );
  if (!told.some((items) => items.some((item) => item.hyphen === 'cut'))) return told;
  return told.map((items) =>
    items.map((item) =>
      !item.hyphen && /[а-яё][-\u2010]$/i.test(item.text) ? { ...item, hyphen: 'kept' as const } : item,
    ),
  );
}

function isDrawnApart(item: PdfItem, before: PdfItem | undefined): boolean {
  if (!before || !/^[-\u2010]$/.test(item.text) || !/[а-яё]$/i.test(before.text)) return false;
  return Math.abs(item.y - before.y) < 1 && Math.abs(item.x - (before.x + before.width)) < item.size * 0.1;
}

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text of each page in the order in which it is drawn, with one space between pieces; and what kinds of structure are tagged. */
export async function pdfPages(
  bytes: Uint8Array,
): Promise<{ pages: string[]; sizes: [number, number][]; tags: Set<string> }> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const sizes: [number, number][] = [];
  const tags = new Set<string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item && isSeen(item.height) ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
        .join('')
        .replace(/\u00a0/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    );
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push([Math.round(width), Math.round(height)]);
    addRoles(await page.getStructTree(), tags);
  }
  await task.destroy();
  return { pages, sizes, tags };
}

/** Signs too small to be seen settle the meaning of a glyph (official-document.typ); an end of line has no height at all. */
function isSeen(height: number): boolean {
  return height === 0 || height > 0.5;
}

function addRoles(node: unknown, into: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') into.add(node.role);
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) addRoles(child, into);
}

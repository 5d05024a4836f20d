import type { Lattice } from './lattice.ts';
import type { PdfItem } from './page-content.ts';

/**
 * Where cells stand close, the words of two of them come as one piece of text («№ Наименование» over the ruling between
 * the two): it is parted at the space nearest to the ruling.
 */
export function splitAtRulings(item: PdfItem, lattice: Lattice): PdfItem[] {
  const { cells } = lattice;
  const y = item.y - item.size * 0.3;
  const start = item.x + Math.min(2, item.width / 2);
  const cell = cells.find((one) => start >= one.left && start <= one.right && y >= one.top && y <= one.bottom);
  const letter = item.width / item.text.length;
  const end = item.x + item.text.trimEnd().length * letter;
  if (!cell || end < cell.right + 1 || !cells.some((one) => Math.abs(one.left - cell.right) < 1)) return [item];
  const spaces = [...item.text.trimEnd().matchAll(/(?<=\S) +(?=\S)/g)].map(({ index }) => index);
  const distance = (at: number): number => Math.abs(item.x + at * letter - cell.right);
  const [at] = spaces.toSorted((a, b) => distance(a) - distance(b));
  if (at === undefined || distance(at) > letter * 8) return [item];
  const left = { ...item, text: item.text.slice(0, at), width: cell.right - 1 - item.x };
  const right = { ...item, text: item.text.slice(at).trimStart(), x: cell.right + 1, width: end - cell.right - 1 };
  return [left, ...splitAtRulings(right, lattice)];
}

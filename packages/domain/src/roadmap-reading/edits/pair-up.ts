import type { SourcePlace } from '../../source/source-document.ts';

/** A stage or an activity: what it is called and where it was read. */
export type Part = { readonly title: string; readonly source: SourcePlace };

/**
 * Which part of the one version is which of the other: parts of the same paragraph or row, those of the same title first,
 * then those of the same cell and line, then in their order. What a person added has the place of its neighbour, so it
 * stays alone.
 */
export function pairUp<One extends Part>(one: readonly One[], other: readonly One[]): Map<One, One> {
  const pairs = new Map<One, One>();
  const free = new Set(other);
  const likings: ((a: One, b: One) => boolean)[] = [
    (a, b) => a.title === b.title && a.source.cell === b.source.cell && a.source.line === b.source.line,
    (a, b) => a.title === b.title,
    (a, b) => a.source.cell === b.source.cell && a.source.line === b.source.line,
    () => true,
  ];
  for (const alike of likings) {
    for (const part of one) {
      if (pairs.has(part)) continue;
      const found = [...free].find((each) => samePlace(part.source, each.source) && alike(part, each));
      if (!found) continue;
      pairs.set(part, found);
      free.delete(found);
    }
  }
  return pairs;
}

export function samePlace(a: SourcePlace, b: SourcePlace): boolean {
  return a.block === b.block && a.row === b.row;
}

import { diceOf, gramsOf, wordsOf } from './likeness.ts';

/** An item of one edition, as far as it helps to find it in another. */
export type Matchable = {
  readonly number: string | null;
  readonly title: string;
  readonly stage: string;
  /** Known when the newer edition was made from the older one by the programme. */
  readonly lineageId?: string | undefined;
};

/** Below this two titles speak of different things. */
const ALIKE = 0.62;
/** The same number in the same stage speaks for the same item, but only beside a likeness of words. */
const SAME_NUMBER = 0.12;
const SAME_STAGE = 0.05;

/**
 * Finds each item of the newer edition in the older one, one to one: by lineage, then by the same words, then by the
 * greatest likeness of title and number.
 * @returns for each newer item the index of its older self, or undefined
 */
export function matchItems(before: readonly Matchable[], after: readonly Matchable[]): (number | undefined)[] {
  const found: (number | undefined)[] = after.map(() => undefined);
  const free = new Set(before.keys());
  const pair = (newer: number, older: number) => {
    found[newer] = older;
    free.delete(older);
  };
  byKey(before, after, (item) => item.lineageId, found, free, pair);
  byKey(before, after, (item) => `${plain(item.stage)}|${item.number ?? ''}|${plain(item.title)}`, found, free, pair);
  byKey(before, after, (item) => plain(item.title), found, free, pair);
  const beforeGrams = before.map((item) => gramsOf(item.title));
  const candidates = after.flatMap((item, newer) => {
    if (found[newer] !== undefined) return [];
    const grams = gramsOf(item.title);
    return [...free].map((older) => ({
      newer,
      older,
      score: score(item, before[older]!, diceOf(grams, beforeGrams[older]!)),
    }));
  });
  // Equal scores are settled by order, so that the same two editions always match in the same way.
  candidates.sort((a, b) => b.score - a.score || a.newer - b.newer || a.older - b.older);
  for (const { newer, older, score } of candidates) {
    if (score >= ALIKE && found[newer] === undefined && free.has(older)) pair(newer, older);
  }
  return found;
}

function byKey(
  before: readonly Matchable[],
  after: readonly Matchable[],
  keyOf: (item: Matchable) => string | undefined,
  found: readonly (number | undefined)[],
  free: ReadonlySet<number>,
  pair: (newer: number, older: number) => void,
): void {
  const waiting = new Map<string, number[]>();
  for (const older of free) {
    const key = keyOf(before[older]!);
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), older]);
  }
  for (const [newer, item] of after.entries()) {
    const key = found[newer] === undefined ? keyOf(item) : undefined;
    const older = key === undefined ? undefined : waiting.get(key)?.shift();
    if (older !== undefined) pair(newer, older);
  }
}

/** Words decide; number and stage tip the balance where the words are near. */
function score(newer: Matchable, older: Matchable, words: number): number {
  if (words < ALIKE - SAME_NUMBER - SAME_STAGE) return 0;
  const sameNumber = newer.number !== null && newer.number === older.number;
  return words + (sameNumber ? SAME_NUMBER : 0) + (plain(newer.stage) === plain(older.stage) ? SAME_STAGE : 0);
}

function plain(text: string): string {
  return wordsOf(text).join(' ');
}

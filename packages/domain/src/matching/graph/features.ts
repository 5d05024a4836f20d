import { ENOUGH_SLOTS, POINTS_A_YEAR, percent } from '../input/likeness.ts';
import type { Ordered } from '../input/order.ts';
import type { Criterion, Profile, Snapshot } from '../input/snapshot.ts';
import { stemsOf, stemWeights } from '../input/stems.ts';

/** Similarity 0..100 of mentor `j` and request `i`, or -1 where an answer is missing; the same numbers as `likenessOf`. */
export type FastLikeness = (j: number, i: number) => number;

/** Texts as small numbers, equal texts as equal numbers; -1 for nothing said. */
export function intern(values: readonly (string | undefined)[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(values, (value) => {
    if (value === undefined) return -1;
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    return known;
  });
}

/** Sets of words as bit masks of `width` 32-bit words a person. */
export interface Masks {
  width: number;
  bits: Int32Array;
  /** Number of words said; 0 means no answer. */
  count: Int32Array;
}

export interface BothMasks {
  mentors: Masks;
  requests: Masks;
}

type Words = readonly (string | number)[] | undefined;

/** Masks of both sides over one vocabulary, made once for a list however many rules and criteria read it. */
export function bothMasks(ordered: Ordered, listOf: (profile: Profile) => Words, name: string): BothMasks {
  let known = masksOfRound.get(ordered);
  if (!known) masksOfRound.set(ordered, (known = new Map()));
  let both = known.get(name);
  if (!both) known.set(name, (both = makeMasks(ordered, listOf)));
  return both;
}

const masksOfRound = new WeakMap<Ordered, Map<string, BothMasks>>();

function makeMasks(ordered: Ordered, listOf: (profile: Profile) => Words): BothMasks {
  const numbers = new Map<string | number, number>();
  const numbered = (people: readonly Profile[]): { words: number[]; count: Int32Array } => {
    const words: number[] = [];
    const count = new Int32Array(people.length);
    people.forEach((one, at) => {
      const list = listOf(one);
      if (!list) return;
      count[at] = list.length;
      for (const word of list) {
        let number = numbers.get(word);
        if (number === undefined) numbers.set(word, (number = numbers.size));
        words.push(number);
      }
    });
    return { words, count };
  };
  const mentors = numbered(ordered.mentors);
  const requests = numbered(ordered.requests);
  const width = Math.max(1, Math.ceil(numbers.size / 32));
  const packed = ({ words, count }: { words: number[]; count: Int32Array }): Masks => {
    const bits = new Int32Array(count.length * width);
    let next = 0;
    for (let at = 0; at < count.length; at++) {
      for (let left = count[at]!; left > 0; left--) {
        const number = words[next++]!;
        bits[at * width + (number >> 5)]! |= 1 << (number & 31);
      }
    }
    return { width, bits, count };
  };
  return { mentors: packed(mentors), requests: packed(requests) };
}

/** The number of bits set in a 32-bit word (Hacker's Delight, 5-1). */
export function popcount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A criterion over arrays instead of objects. */
export function fastLikeness(criterion: Criterion, snapshot: Snapshot, ordered: Ordered): FastLikeness {
  switch (criterion.kind) {
    case 'subjects':
    case 'competences':
    case 'goals':
    case 'languages': {
      const kind = criterion.kind;
      return shareCovered(bothMasks(ordered, (profile) => profile[kind], kind));
    }
    case 'tags':
      return shareCovered(
        bothMasks(ordered, (profile) => profile.tags?.[criterion.field ?? ''], `tags:${criterion.field}`),
      );
    case 'slots':
      return commonTime(ordered);
    case 'organization':
      return same(ordered, (profile) => profile.organization);
    case 'municipality':
      return same(ordered, (profile) => profile.municipality);
    case 'meeting':
      return same(ordered, (profile) => profile.prefers);
    case 'experience':
      return ahead(ordered);
    case 'text':
      return textLikeness(snapshot, ordered);
  }
}

function shareCovered({ mentors, requests }: BothMasks): FastLikeness {
  const width = mentors.width;
  // percent[wanted * 64 + common]; longer wishes are divided on the spot.
  const table = Int32Array.from({ length: 64 * 64 }, (_, at) => (at >> 6 ? percent(at & 63, at >> 6) : 0));
  return (j, i) => {
    const wanted = requests.count[i]!;
    if (wanted === 0 || mentors.count[j] === 0) return -1;
    let common = 0;
    for (let k = 0; k < width; k++) common += popcount(mentors.bits[j * width + k]! & requests.bits[i * width + k]!);
    return wanted < 64 ? table[wanted * 64 + common]! : percent(common, wanted);
  };
}

function commonTime(ordered: Ordered): FastLikeness {
  const { mentors, requests } = bothMasks(ordered, (profile) => profile.slots, 'slots');
  return (j, i) => {
    if (mentors.count[j] === 0 || requests.count[i] === 0) return -1;
    return percent(Math.min(popcount(mentors.bits[j]! & requests.bits[i]!), ENOUGH_SLOTS), ENOUGH_SLOTS);
  };
}

function same(ordered: Ordered, valueOf: (profile: Profile) => string | undefined): FastLikeness {
  const numbers = new Map<string, number>();
  const mentors = intern(ordered.mentors.map(valueOf), numbers);
  const requests = intern(ordered.requests.map(valueOf), numbers);
  return (j, i) => (mentors[j]! < 0 || requests[i]! < 0 ? -1 : mentors[j] === requests[i] ? 100 : 0);
}

function ahead(ordered: Ordered): FastLikeness {
  const mentors = Int32Array.from(ordered.mentors, (one) => one.experience ?? -1);
  const requests = Int32Array.from(ordered.requests, (one) => one.experience ?? -1);
  return (j, i) => {
    if (mentors[j]! < 0 || requests[i]! < 0) return -1;
    return Math.min(100, Math.max(0, (mentors[j]! - requests[i]!) * POINTS_A_YEAR));
  };
}

function textLikeness(snapshot: Snapshot, ordered: Ordered): FastLikeness {
  const weights = stemWeights(snapshot);
  const mentors = ordered.mentors.map((one) => stemsOf(one.text));
  const requests = ordered.requests.map((one) =>
    [...stemsOf(one.text)].map((stem) => ({ stem, weight: weights.get(stem) ?? 1 })),
  );
  const totals = requests.map((stems) => stems.reduce((sum, { weight }) => sum + weight, 0));
  return (j, i) => {
    const offered = mentors[j]!;
    if (totals[i] === 0 || offered.size === 0) return -1;
    let common = 0;
    for (const { stem, weight } of requests[i]!) if (offered.has(stem)) common += weight;
    return percent(common, totals[i]!);
  };
}

import { ENOUGH_SLOTS, POINTS_A_YEAR, percent } from '../input/likeness.ts';
import type { Ordered } from '../input/order.ts';
import type { Criterion, Snapshot } from '../input/snapshot.ts';
import { stemsOf, stemWeights } from '../input/stems.ts';
import { type BothMasks, bothMasks, bothValues, slotMasks } from './words.ts';

/**
 * Writes the similarity 0..100 of request `i` and each of the first `count` mentors of `list` to `out`, or -1 where an
 * answer is missing; the same numbers as `likenessOf`. A column at a time, so that the loops know what they read.
 */
export type FastLikeness = (i: number, list: Int32Array, count: number, out: Int32Array) => void;

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
      return same(ordered, 'organization');
    case 'municipality':
      return same(ordered, 'municipality');
    case 'meeting':
      return same(ordered, 'prefers');
    case 'experience':
      return ahead(ordered);
    case 'text':
      return textLikeness(snapshot, ordered);
  }
}

function shareCovered({ mentors, requests }: BothMasks): FastLikeness {
  const { width, bits, count: said } = mentors;
  const shares = new Int32Array(32 * width + 1); // by the number of words in common, for this request
  return (i, list, count, out) => {
    const wanted = requests.count[i]!;
    if (wanted === 0) {
      out.fill(-1, 0, count);
      return;
    }
    for (let common = 0; common <= Math.min(wanted, 32 * width); common++) shares[common] = percent(common, wanted);
    if (width === 1) {
      const mine = requests.bits[i]!;
      for (let at = 0; at < count; at++) {
        const j = list[at]!;
        out[at] = said[j] === 0 ? -1 : shares[popcount(bits[j]! & mine)]!;
      }
      return;
    }
    for (let at = 0; at < count; at++) {
      const j = list[at]!;
      let common = 0;
      for (let k = 0; k < width; k++) common += popcount(bits[j * width + k]! & requests.bits[i * width + k]!);
      out[at] = said[j] === 0 ? -1 : shares[common]!;
    }
  };
}

const SHARE_OF_TIME = Int32Array.from({ length: 33 }, (_, common) =>
  percent(Math.min(common, ENOUGH_SLOTS), ENOUGH_SLOTS),
);

function commonTime(ordered: Ordered): FastLikeness {
  const { mentors, requests } = slotMasks(ordered);
  return (i, list, count, out) => {
    const mine = requests.bits[i]!;
    const unsaid = requests.count[i] === 0;
    for (let at = 0; at < count; at++) {
      const j = list[at]!;
      out[at] = unsaid || mentors.count[j] === 0 ? -1 : SHARE_OF_TIME[popcount(mentors.bits[j]! & mine)]!;
    }
  };
}

function same(ordered: Ordered, field: 'organization' | 'municipality' | 'prefers'): FastLikeness {
  const { mentors, requests } = bothValues(ordered, field);
  return (i, list, count, out) => {
    const mine = requests[i]!;
    for (let at = 0; at < count; at++) {
      const theirs = mentors[list[at]!]!;
      out[at] = mine < 0 || theirs < 0 ? -1 : mine === theirs ? 100 : 0;
    }
  };
}

function ahead(ordered: Ordered): FastLikeness {
  const mentors = Int32Array.from(ordered.mentors, (one) => one.experience ?? -1);
  const requests = Int32Array.from(ordered.requests, (one) => one.experience ?? -1);
  return (i, list, count, out) => {
    const mine = requests[i]!;
    for (let at = 0; at < count; at++) {
      const theirs = mentors[list[at]!]!;
      const points = (theirs - mine) * POINTS_A_YEAR;
      out[at] = mine < 0 || theirs < 0 ? -1 : Math.min(100, Math.max(0, points));
    }
  };
}

function textLikeness(snapshot: Snapshot, ordered: Ordered): FastLikeness {
  const weights = stemWeights(snapshot);
  const mentors = ordered.mentors.map((one) => stemsOf(one.text));
  const requests = ordered.requests.map((one) =>
    [...stemsOf(one.text)].map((stem) => ({ stem, weight: weights.get(stem) ?? 1 })),
  );
  const totals = requests.map((stems) => stems.reduce((sum, { weight }) => sum + weight, 0));
  return (i, list, count, out) => {
    for (let at = 0; at < count; at++) {
      const offered = mentors[list[at]!]!;
      if (totals[i] === 0 || offered.size === 0) out[at] = -1;
      else {
        let common = 0;
        for (const { stem, weight } of requests[i]!) if (offered.has(stem)) common += weight;
        out[at] = percent(common, totals[i]!);
      }
    }
  };
}

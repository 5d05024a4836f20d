import type { Criterion, MentorIn, Profile, RequestIn, Snapshot } from './snapshot.ts';
import { stemsOf, stemWeights } from './stems.ts';

/** Similarity 0..100 of the two sides by one criterion; undefined where an answer is missing. */
export type Likeness = (criterion: Criterion, mentor: MentorIn, request: RequestIn) => number | undefined;

/** Common free times that are as good as any more of them. */
export const ENOUGH_SLOTS = 4;
/** Each year of experience that the mentor is ahead, up to five years. */
export const POINTS_A_YEAR = 20;

/** The criteria of a round in their readable form; words of free texts weigh by their rarity in this snapshot. */
export function likenessOf(snapshot: Snapshot): Likeness {
  let weights: ReadonlyMap<string, number> | undefined;
  return (criterion, mentor, request) => {
    switch (criterion.kind) {
      case 'subjects':
      case 'competences':
      case 'goals':
      case 'languages':
        return shareCovered(mentor[criterion.kind], request[criterion.kind]);
      case 'tags':
        return shareCovered(mentor.tags?.[criterion.field ?? ''], request.tags?.[criterion.field ?? '']);
      case 'slots':
        return commonTime(mentor.slots, request.slots);
      case 'organization':
        return same(mentor.organization, request.organization);
      case 'municipality':
        return same(mentor.municipality, request.municipality);
      case 'experience':
        return ahead(mentor, request);
      case 'meeting':
        return same(mentor.prefers, request.prefers);
      case 'text':
        weights ??= stemWeights(snapshot);
        return textLikeness(mentor.text, request.text, weights);
    }
  };
}

/** How much of the request is covered: a mentor who can do more never loses. */
function shareCovered(
  offered: readonly string[] | undefined,
  wanted: readonly string[] | undefined,
): number | undefined {
  if (!offered?.length || !wanted?.length) return undefined;
  return percent(wanted.filter((word) => offered.includes(word)).length, wanted.length);
}

function commonTime(one: readonly number[] | undefined, other: readonly number[] | undefined): number | undefined {
  if (!one?.length || !other?.length) return undefined;
  const common = new Set(one.filter((slot) => other.includes(slot))).size;
  return percent(Math.min(common, ENOUGH_SLOTS), ENOUGH_SLOTS);
}

function same(one: string | undefined, other: string | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one === other ? 100 : 0;
}

function ahead(mentor: Profile, request: Profile): number | undefined {
  if (mentor.experience === undefined || request.experience === undefined) return undefined;
  return Math.min(100, Math.max(0, (mentor.experience - request.experience) * POINTS_A_YEAR));
}

function textLikeness(
  offered: string | undefined,
  wanted: string | undefined,
  weights: ReadonlyMap<string, number>,
): number | undefined {
  const wantedStems = stemsOf(wanted);
  const offeredStems = stemsOf(offered);
  if (wantedStems.size === 0 || offeredStems.size === 0) return undefined;
  let common = 0;
  let total = 0;
  for (const stem of wantedStems) {
    const weight = weights.get(stem) ?? 1;
    total += weight;
    if (offeredStems.has(stem)) common += weight;
  }
  return percent(common, total);
}

/** `part` of `whole` in whole percents, halves up; integers only. */
export function percent(part: number, whole: number): number {
  return Math.floor((200 * part + whole) / (2 * whole));
}

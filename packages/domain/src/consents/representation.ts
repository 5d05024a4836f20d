import type { PlainDate } from '../calendar/plain-date.ts';
import { hasRepresentative, isGroup, signingGroup } from './required-signers.ts';
import type { Representation, RepresentationKind, SigningGroup, SubjectFacts } from './signing-facts.ts';

/**
 * Who acts for whom (СК art. 64, ГК arts. 28, 32, 33). An `опекун` becomes the `попечитель` of the same child at 14
 * without a new decision, so a guardian's record goes on; a trustee's does not begin earlier. Parents' power ends at 18.
 */
const KINDS: Partial<Record<SigningGroup, readonly RepresentationKind[]>> = {
  underFourteen: ['mother', 'father', 'adoptiveParent', 'guardian', 'authority'],
  fourteenToSeventeen: ['mother', 'father', 'adoptiveParent', 'guardian', 'trustee', 'authority'],
  underGuardianship: ['guardian', 'authority'],
};

/** True when this power speaks for the person on the day. Whether its document was looked at is another question. */
export function speaksFor(representation: Representation, subject: SubjectFacts, on: PlainDate): boolean {
  const group = signingGroup(subject, on);
  if (!isGroup(group) || !hasRepresentative(group)) return false;
  const isKind = KINDS[group]?.includes(representation.kind) ?? false;
  return isKind && representation.childId === subject.personId && lastsOn(representation, on);
}

/** Those who speak for the person on the day, the checked ones first. */
export function representativesOf(
  subject: SubjectFacts,
  representations: readonly Representation[],
  on: PlainDate,
): readonly Representation[] {
  const able = representations.filter((each) => speaksFor(each, subject, on));
  return able.toSorted((one, other) => Number(isUnverified(one)) - Number(isUnverified(other)));
}

/**
 * RULE-08: one parent's word is enough to publish until another parent of the same child objects, and again once the
 * director has overruled it. `open`: the director has not decided yet.
 */
export function objectionOn(
  subject: SubjectFacts,
  representations: readonly Representation[],
  on: PlainDate,
): 'none' | 'open' | 'upheld' {
  const standing = representations.filter(
    (each) =>
      each.objectedOn !== null &&
      each.objectedOn <= on &&
      each.objectionDecision !== 'overruled' &&
      speaksFor(each, subject, on),
  );
  if (standing.length === 0) return 'none';
  return standing.some(({ objectionDecision }) => objectionDecision === 'upheld') ? 'upheld' : 'open';
}

function lastsOn({ startedOn, endedOn }: Representation, on: PlainDate): boolean {
  return startedOn <= on && (endedOn === null || endedOn >= on);
}

function isUnverified({ verifiedOn }: Representation): boolean {
  return verifiedOn === null;
}

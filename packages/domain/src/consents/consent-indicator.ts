import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { type Ratio, ratio } from '../roadmaps/indicators.ts';
import { type Coverage, type CoverageFacts, coverageOf, type Missing, type Need } from './coverage.ts';

export type PersonInBank = CoverageFacts;

/** IND-05 with those behind the number: who lacks what, and whose days of grace run out. */
export type ConsentCoverage = {
  readonly ratio: Ratio;
  readonly lacking: readonly { readonly personId: string; readonly missing: readonly Missing[] }[];
  /** Counted as covered; `until` is the last such day, at most `warnDays` ahead. */
  readonly soon: readonly { readonly personId: string; readonly until: PlainDate }[];
};

const PROCESSING: Need = { kind: 'processing', formId: null };
const DISSEMINATION: Need = { kind: 'dissemination', formId: null };

/**
 * IND-05: persons in the banks whose processing consent is signed by all and holds on the day, of all persons in the
 * banks; target 100 % (seed 001). A person counts once, though mentor and mentee at a time (INDICATORS §0.8).
 * @param warnDays how many days ahead an end is told of
 */
export function consentCoverage(people: readonly PersonInBank[], on: PlainDate, warnDays = 30): ConsentCoverage {
  const each = coverageByPerson(people, PROCESSING, on);
  const lacking = each.filter(({ coverage }) => !coverage.covered);
  const lastWarned = addDays(on, warnDays);
  return {
    ratio: ratio(each.length - lacking.length, each.length),
    lacking: lacking.map(({ personId, coverage }) => ({ personId, missing: coverage.missing })),
    soon: each.flatMap(({ personId, coverage: { covered, holdsUntil } }) =>
      covered && holdsUntil !== null && holdsUntil <= lastWarned ? [{ personId, until: holdsUntil }] : [],
    ),
  };
}

/** Beside IND-05: those whose pictures and names may be published at all. It has no target: the consent is free. */
export function disseminationCoverage(
  people: readonly PersonInBank[],
  on: PlainDate,
): { readonly numerator: number; readonly denominator: number } {
  const each = coverageByPerson(people, DISSEMINATION, on);
  return { numerator: each.filter(({ coverage }) => coverage.covered).length, denominator: each.length };
}

function coverageByPerson(
  people: readonly PersonInBank[],
  need: Need,
  on: PlainDate,
): readonly { readonly personId: string; readonly coverage: Coverage }[] {
  const once = new Map(people.map((person) => [person.subject.personId, person]));
  return [...once].map(([personId, person]) => ({ personId, coverage: coverageOf(person, [need], on) }));
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar/plain-date.ts';
import { percentText } from '../roadmaps/indicators.ts';
import type { Consent } from './consent.ts';
import { consentCoverage, disseminationCoverage } from './consent-indicator.ts';
import { type CoverageFacts, coverageOf, type Need } from './coverage.ts';
import {
  aContext,
  aDraft,
  after,
  aPupil,
  aValid,
  BY_MOTHER,
  BY_SUBJECT,
  FATHER,
  FIFTEEN,
  GROWN,
  issue,
  MOTHER,
  sign,
  TODAY,
} from './people.testing.ts';
import type { SubjectFacts } from './signing-facts.ts';

const PROCESSING: Need = { kind: 'processing', formId: null };
const issued15 = after(aDraft(), issue([BY_SUBJECT, BY_MOTHER]), aContext(FIFTEEN));
const half15 = after(issued15, sign('petya'), aContext(FIFTEEN));

function person(subject: SubjectFacts, consents: readonly Consent[], rest: Partial<CoverageFacts> = {}): CoverageFacts {
  return { subject, consents, representations: [MOTHER, FATHER], ...rest };
}

/** What is missing and the next step, in one word each. */
function lack(facts: CoverageFacts, on = TODAY, needs: readonly Need[] = [PROCESSING]): string {
  return coverageOf(facts, needs, on)
    .missing.map(({ code, next }) => `${code} → ${next}`)
    .join(', ');
}

describe('what a person lacks, and the next step', () => {
  test.each([
    ['nothing was asked', person(FIFTEEN, []), 'notAsked → ask'],
    ['prepared, not given out', person(FIFTEEN, [aDraft()]), 'notGivenOut → giveOut'],
    ['nobody has signed', person(FIFTEEN, [issued15]), 'notSigned → remind'],
    ["the mother's signature is missing", person(FIFTEEN, [half15]), 'partlySigned → remind'],
    ['both have signed', person(FIFTEEN, [aValid(FIFTEEN)]), ''],
    [
      'the mother has signed, her papers are unseen',
      person(FIFTEEN, [half15], { representations: [{ ...MOTHER, verifiedOn: null }] }),
      'representativeUnverified → verifyRepresentative',
    ],
    [
      'there is no representative at all',
      person(FIFTEEN, [], { representations: [] }),
      'representativeMissing → recordRepresentative',
    ],
    ['no birth date', person(aPupil(null), []), 'signers.birth-date-missing → recordBirthDate'],
    [
      'she said no',
      person(FIFTEEN, [after(issued15, { kind: 'refuse', by: 'mother', saidOn: TODAY }, aContext(FIFTEEN))]),
      'refused → respect',
    ],
    [
      'withdrawn',
      person(FIFTEEN, [
        after(aValid(FIFTEEN), { kind: 'withdraw', by: 'petya', receivedOn: TODAY }, aContext(FIFTEEN)),
      ]),
      'withdrawn → respect',
    ],
    ['found void', person(GROWN, [{ ...aValid(GROWN), state: 'invalidated', endedOn: TODAY }]), 'invalidated → ask'],
    [
      'another kind of consent does not help',
      person(GROWN, [aValid(GROWN, { kind: 'participation' })]),
      'notAsked → ask',
    ],
    [
      "another person's consent does not help",
      person(GROWN, [{ ...aValid(GROWN), subjectId: 'olga' }]),
      'notAsked → ask',
    ],
  ] as const)('%s', (_what, facts, expected) => {
    expect(lack(facts)).toBe(expected);
    expect(coverageOf(facts, [PROCESSING], TODAY).covered).toBe(expected === '');
  });

  test('whose signature is awaited is named', () => {
    expect(coverageOf(person(FIFTEEN, [half15]), [PROCESSING], TODAY).missing[0]).toMatchObject({
      consentId: 'consent',
      waitingFor: [{ personId: 'mother', side: 'representative' }],
    });
  });

  test('the day of the end is told though the sweep of the night has not run', () => {
    const facts = person(GROWN, [aValid(GROWN, { validTo: TODAY })]);
    expect(lack(facts)).toBe('');
    expect(lack(facts, addDays(TODAY, 1))).toBe('expired → renew');
    const pupil = aPupil('2011-10-20');
    const turned = person(pupil, [aValid(pupil)]);
    expect(coverageOf(turned, [PROCESSING], TODAY)).toMatchObject({ covered: true, holdsUntil: '2025-11-03' });
    expect(coverageOf(turned, [PROCESSING], addDays(TODAY, 25)).missing[0]).toMatchObject({
      code: 'graceOver',
      next: 'renew',
      on: '2025-11-03',
    });
  });

  test('the day a paper is about to hold from is no lack but a wait', () => {
    expect(lack(person(GROWN, [aValid(GROWN)]), addDays(TODAY, -1))).toBe('notYetInForce → wait');
  });

  test('a participation counts for its own form of mentoring (G-PART)', () => {
    const need: Need = { kind: 'participation', formId: 'pupil-pupil' };
    const consent = { ...aValid(FIFTEEN), kind: 'participation', formId: 'pupil-pupil' } as const;
    expect(lack(person(FIFTEEN, [consent]), TODAY, [need])).toBe('');
    expect(lack(person(FIFTEEN, [{ ...consent, formId: 'other' }]), TODAY, [need])).toBe('notAsked → ask');
    expect(lack(person(FIFTEEN, [consent]), TODAY, [PROCESSING, need])).toBe('notAsked → ask');
  });

  test('an objection takes what was allowed to be published back until the director decides', () => {
    const need: Need = { kind: 'dissemination', formId: null };
    const consents = [aValid(FIFTEEN, { kind: 'dissemination' })];
    const objected = { representations: [MOTHER, { ...FATHER, objectedOn: TODAY }] };
    expect(lack(person(FIFTEEN, consents, objected), TODAY, [need])).toBe('otherParentObjects → askDirector');
    const decided = (objectionDecision: 'upheld' | 'overruled') => ({
      representations: [MOTHER, { ...FATHER, objectedOn: TODAY, objectionDecision }],
    });
    expect(lack(person(FIFTEEN, consents, decided('upheld')), TODAY, [need])).toBe('otherParentObjects → respect');
    expect(lack(person(FIFTEEN, consents, decided('overruled')), TODAY, [need])).toBe('');
    expect(lack(person(FIFTEEN, [], objected), TODAY, [need])).toBe('otherParentObjects → askDirector');
    const withdrawn = { ...consents[0]!, state: 'withdrawn', endedOn: TODAY } as const;
    expect(lack(person(FIFTEEN, [withdrawn], objected), TODAY, [need])).toBe('withdrawn → respect');
  });

  test('a paper that waits for somebody whose power is over needs another paper, not a reminder', () => {
    const waiting: Consent = { ...aValid(FIFTEEN), state: 'issued', validFrom: null };
    const signers = waiting.signers.map((each) => ({ ...each, signature: null }));
    const over = { representations: [{ ...MOTHER, endedOn: addDays(TODAY, -1) }, FATHER] };
    const issued = { ...waiting, signers };
    expect(lack(person(FIFTEEN, [issued]), TODAY, [PROCESSING])).toBe('notSigned → remind');
    expect(lack(person(FIFTEEN, [issued], over), TODAY, [PROCESSING])).toBe('superseded → renew');
  });

  test('one paper in force is enough beside any number of ended ones', () => {
    const old = { ...aValid(GROWN), state: 'superseded', endedOn: TODAY } as const;
    expect(lack(person(GROWN, [old, aValid(GROWN), old]))).toBe('');
  });
});

describe('IND-05', () => {
  const many = (count: number, subject: SubjectFacts, consents: readonly Consent[]) =>
    Array.from({ length: count }, (_, at) => {
      const personId = `${subject.personId}-${consents.length}-${at}`;
      return person(
        { ...subject, personId },
        consents.map((each) => ({ ...each, subjectId: personId })),
      );
    });

  test('61 of 64 are 95.3 %, and the three are named with what they lack', () => {
    const people = [...many(61, GROWN, [aValid(GROWN)]), ...many(3, GROWN, [])];
    const { ratio, lacking } = consentCoverage(people, TODAY);
    expect(ratio).toEqual({ numerator: 61, denominator: 64, target: 100, met: false });
    expect(percentText(ratio)).toBe('95.3');
    expect(lacking.map(({ missing }) => missing[0]?.code)).toEqual(['notAsked', 'notAsked', 'notAsked']);
  });

  test("a pupil of 15 with one signature is not covered; mother's alone neither", () => {
    const byMother = after(issued15, sign('mother'), aContext(FIFTEEN));
    for (const consent of [half15, byMother]) {
      expect(consentCoverage([person(FIFTEEN, [consent])], TODAY).ratio.numerator).toBe(0);
    }
  });

  test('an empty bank has no percentage, neither 0 nor 100', () => {
    expect(consentCoverage([], TODAY).ratio).toMatchObject({ denominator: 0, met: null });
  });

  test('a person counts once, though mentor and mentee', () => {
    const both = person(GROWN, [aValid(GROWN)]);
    expect(consentCoverage([both, both], TODAY).ratio).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('who is covered for a short while yet is told of', () => {
    const soon = person(GROWN, [aValid(GROWN, { validTo: addDays(TODAY, 30) })]);
    const later = person({ ...GROWN, personId: 'olga' }, [
      { ...aValid(GROWN, { validTo: addDays(TODAY, 31) }), subjectId: 'olga' },
    ]);
    expect(consentCoverage([soon, later], TODAY)).toMatchObject({
      ratio: { numerator: 2 },
      soon: [{ personId: 'petya', until: addDays(TODAY, 30) }],
    });
  });

  test('covered and lacking make the whole, and dissemination has a number of its own without a target', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (signed) => {
        const people = signed.flatMap((has, at) => {
          const subject = { ...GROWN, personId: `person-${at}` };
          const consents = has ? [{ ...aValid(GROWN), subjectId: subject.personId }] : [];
          return [person(subject, consents)];
        });
        const { ratio, lacking } = consentCoverage(people, TODAY);
        expect(ratio.numerator + lacking.length).toBe(ratio.denominator);
        expect(ratio.numerator).toBe(signed.filter(Boolean).length);
        expect(disseminationCoverage(people, TODAY)).toEqual({ numerator: 0, denominator: signed.length });
      }),
    );
  });
});

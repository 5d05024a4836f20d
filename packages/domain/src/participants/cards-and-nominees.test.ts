import { describe, expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { fieldsBeforeConsent, isBeforeConsent, refusedBeforeConsent } from './before-consent.ts';
import { cardFaults, EMPTY_CARD, missingOfCard } from './card-faults.ts';
import type { CompetenceCard } from './competence-card.ts';
import { competenceIssues, DEFAULT_COMPETENCES } from './competences.ts';

const FILLED: CompetenceCard = {
  ...EMPTY_CARD,
  forms: ['teacherTeacher'],
  competences: ['lesson-design'],
  capacity: 2,
  times: [{ weekday: 2, from: 15 * 60, to: 16 * 60 }],
  places: ['atSchool'],
};
const around = {
  competences: new Set(DEFAULT_COMPETENCES.map(({ id }) => id)),
  forms: new Set(['teacherTeacher']),
  limit: 3,
};

describe('a mentor’s card', () => {
  test('is filled when it says what for, with what, for how many, when and where', () => {
    expect(missingOfCard(EMPTY_CARD)).toEqual(['forms', 'competences', 'capacity', 'times', 'places']);
    expect(missingOfCard(FILLED)).toEqual([]);
    expect(missingOfCard({ ...FILLED, times: [] })).toEqual(['times']);
    expect(missingOfCard({ ...FILLED, times: [], hoursAWeek: 2 })).toEqual([]);
  });

  test('stays free of faults while it is being filled, and when it is full', () => {
    const achievement = { field: 'физика', text: 'Призёр конкурса', on: plainDate('2026-04-01'), proof: null };
    expect(cardFaults(EMPTY_CARD, around)).toEqual([]);
    expect(cardFaults({ ...FILLED, achievements: [achievement], menteeAges: { from: 10, to: 12 } }, around)).toEqual(
      [],
    );
  });

  test.each([
    [{ competences: ['magic'] }, { code: 'card.unknown-competence', id: 'magic' }],
    [{ forms: ['studentStudent'] }, { code: 'card.unknown-form', id: 'studentStudent' }],
    [{ capacity: 4 }, { code: 'card.capacity', limit: 3 }],
    [{ capacity: 0 }, { code: 'card.capacity', limit: 3 }],
    [{ hoursAWeek: 60 }, { code: 'card.hours' }],
    [{ menteeAges: { from: 12, to: 10 } }, { code: 'card.ages' }],
    [{ times: [{ weekday: 8, from: 0, to: 60 }] }, { code: 'card.times', at: 0 }],
    [{ times: [{ weekday: 1, from: 60, to: 60 }] }, { code: 'card.times', at: 0 }],
    [
      {
        times: [
          { weekday: 1, from: 60, to: 120 },
          { weekday: 1, from: 119, to: 180 },
        ],
      },
      { code: 'card.times', at: 1 },
    ],
  ] as const)('with %o is not taken: %o', (change, fault) => {
    expect(cardFaults({ ...FILLED, ...change }, around)).toEqual([fault]);
  });

  test('the shipped competences pass their own check', () => {
    for (const competence of DEFAULT_COMPETENCES) {
      const others = DEFAULT_COMPETENCES.filter((other) => other !== competence);
      expect(competenceIssues(competence, others)).toEqual([]);
    }
    expect(competenceIssues({ id: 'new one', name: 'Математика', group: 'subject' }, DEFAULT_COMPETENCES)).toEqual([
      'competence.id',
      'competence.name-taken',
    ]);
  });
});

describe('a nominee before consent (RULE-03)', () => {
  const pupil = { kind: 'pupil', hasRepresentative: true } as const;
  const teacher = { kind: 'employee', hasRepresentative: false } as const;

  test('holds name, class or post, role and the neutral tag; a contact only of an adult', () => {
    expect(fieldsBeforeConsent(pupil)).not.toContain('adultContact');
    expect(fieldsBeforeConsent(teacher)).toContain('adultContact');
  });

  test('problems, health, results, birth date and whatever else are refused, even when empty', () => {
    const given = [
      'familyName',
      'givenName',
      'className',
      'role',
      'needsSupport',
      'problems',
      'birthDate',
      'adultContact',
    ];
    expect(refusedBeforeConsent(given, pupil)).toEqual(['problems', 'birthDate', 'adultContact']);
    expect(refusedBeforeConsent(given, teacher)).toEqual(['problems', 'birthDate']);
    expect(refusedBeforeConsent(['hasOwnProperty', '__proto__'], teacher)).toEqual(['hasOwnProperty', '__proto__']);
  });

  test('lasts until the bank is entered', () => {
    for (const state of [null, 'nominated', 'invited', 'consentPending'] as const) {
      expect(isBeforeConsent(state)).toBe(true);
    }
    expect(isBeforeConsent('inBank')).toBe(false);
  });
});

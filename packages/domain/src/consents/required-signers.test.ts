import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { age } from '../people/age.ts';
import { CONSENT_KINDS, type ConsentKind } from './consent-kinds.ts';
import { aPupil, birthDates, days, EMPLOYEE, TODAY } from './people.testing.ts';
import { audienceOf, requiredSigners } from './required-signers.ts';
import type { SubjectFacts } from './signing-facts.ts';

/** As it is said aloud: «pupil and representative», or the code of why nobody can. */
function signers(kind: ConsentKind, subject: SubjectFacts, on = TODAY): string {
  const needed = requiredSigners(kind, subject, on);
  if (typeof needed === 'string') return needed;
  return needed.map(({ side, assentOnly }) => (assentOnly ? `${side} agrees` : side)).join(' + ');
}

const BOTH = 'subject + representative';
const OUTSIDER = aPupil('1990-01-01', { standings: ['partnerPerson'] });
const STUDENT_MENTOR = aPupil('2005-01-01', { standings: ['student'] });
const EMANCIPATED = aPupil('2009-01-01', { emancipation: { on: plainDate('2025-03-01'), document: 'решение № 3' } });
const PARENT = aPupil(null, { standings: [] });
const WARD = aPupil('2000-01-01', { underGuardianship: true });

describe('the table of PRIVACY §1', () => {
  test.each([
    ['a child of 9', aPupil('2016-10-01'), 'representative', 'representative', 'representative'],
    ['a child of 10', aPupil('2015-10-10'), 'representative', 'representative', 'representative + subject agrees'],
    ['a pupil of 13', aPupil('2012-01-01'), 'representative', 'representative', 'representative + subject agrees'],
    ['a pupil of 14', aPupil('2011-10-10'), BOTH, BOTH, BOTH],
    ['a pupil of 17', aPupil('2007-10-11'), BOTH, BOTH, BOTH],
    ['an emancipated pupil of 16', EMANCIPATED, 'subject', 'subject', 'subject'],
    ['a pupil of 18', aPupil('2007-10-10'), 'subject', 'subject', 'subject'],
    ['a student who mentors', STUDENT_MENTOR, 'subject', 'subject', 'subject'],
    ['an employee', EMPLOYEE, 'subject', 'subject', 'signers.participation-is-for-learners'],
    ["a partner's mentor", OUTSIDER, 'subject', 'subject', 'signers.participation-is-for-learners'],
    ['a parent, for own contacts', PARENT, 'subject', 'subject', 'signers.participation-is-for-learners'],
    ['a grown-up under guardianship', WARD, 'guardian', 'guardian', 'guardian'],
  ])('%s', (_who, subject, processing, dissemination, participation) => {
    expect(signers('processing', subject)).toBe(processing);
    expect(signers('special', subject)).toBe(processing);
    expect(signers('dissemination', subject)).toBe(dissemination);
    expect(signers('participation', subject)).toBe(participation);
  });

  test('the labour papers are signed by employees alone', () => {
    for (const kind of ['mentoringDuty', 'employeeThirdParty'] as const) {
      expect(signers(kind, EMPLOYEE)).toBe('subject');
      for (const other of [OUTSIDER, STUDENT_MENTOR, aPupil('2010-01-01')]) {
        expect(signers(kind, other)).toBe('signers.for-employees-only');
      }
    }
  });
});

test('13 years and 364 days: the representative alone; the day after: both (RULE-05, RULE-06)', () => {
  const subject = aPupil('2011-10-11');
  expect(signers('processing', subject, plainDate('2025-10-10'))).toBe('representative');
  expect(signers('processing', subject, plainDate('2025-10-11'))).toBe(BOTH);
});

test('born on 29 February a pupil turns 14 and 18 on 1 March of a common year, on 29 February of a leap year', () => {
  const subject = aPupil('2012-02-29');
  expect(signers('processing', subject, plainDate('2026-02-28'))).toBe('representative');
  expect(signers('processing', subject, plainDate('2026-03-01'))).toBe(BOTH);
  const older = aPupil('2010-02-28');
  expect(signers('processing', older, plainDate('2028-02-27'))).toBe(BOTH);
  expect(signers('processing', older, plainDate('2028-02-28'))).toBe('subject');
  const leap = aPupil('2008-02-29');
  expect(signers('processing', leap, plainDate('2026-02-28'))).toBe(BOTH);
  expect(signers('processing', leap, plainDate('2026-03-01'))).toBe('subject');
});

test('emancipation counts from its day on and not without its document', () => {
  expect(signers('processing', EMANCIPATED, plainDate('2025-02-28'))).toBe(BOTH);
  const undocumented = aPupil('2009-01-01', { emancipation: { on: plainDate('2025-03-01'), document: null } });
  expect(signers('processing', undocumented)).toBe(BOTH);
});

test('for a pupil without a birth date nobody can sign; a teacher without one is of age', () => {
  expect(signers('processing', aPupil(null))).toBe('signers.birth-date-missing');
  expect(signers('processing', aPupil(null, { standings: ['employee'] }))).toBe('subject');
  expect(signers('processing', aPupil('2026-01-01'))).toBe('signers.not-born-yet');
});

test('an older pupil who works at the school signs as a pupil does until 18', () => {
  const working = aPupil('2009-01-01', { standings: ['pupil', 'employee'] });
  expect(signers('processing', working)).toBe(BOTH);
});

test('each age reads the text made for it', () => {
  expect(audienceOf(aPupil('2015-01-01'), TODAY)).toBe('representative');
  expect(audienceOf(aPupil('2010-01-01'), TODAY)).toBe('pupil');
  expect(audienceOf(EMANCIPATED, TODAY)).toBe('adult');
  expect(audienceOf(EMPLOYEE, TODAY)).toBe('adult');
  expect(audienceOf(aPupil(null), TODAY)).toBe('signers.birth-date-missing');
});

test('at every age and on every day: below 14 never the pupil, up to 17 never without the representative, from 18 never with one', () => {
  fc.assert(
    fc.property(birthDates, days, fc.constantFrom(...CONSENT_KINDS), (birthDate, on, kind) => {
      const needed = requiredSigners(kind, aPupil(birthDate), on);
      if (typeof needed === 'string') {
        expect(on < birthDate || kind === 'mentoringDuty' || kind === 'employeeThirdParty').toBe(true);
        return;
      }
      const binding = needed.filter(({ assentOnly }) => !assentOnly).map(({ side }) => side);
      const years = age(birthDate, on);
      expect(binding.includes('subject')).toBe(years >= 14);
      expect(binding.includes('representative')).toBe(years < 18);
      expect(needed.some(({ assentOnly }) => assentOnly)).toBe(kind === 'participation' && years >= 10 && years < 14);
    }),
  );
});

test('who signs changes on birthdays alone', () => {
  fc.assert(
    fc.property(birthDates, days, (birthDate, on) => {
      const subject = aPupil(birthDate);
      const [today, tomorrow] = [signers('processing', subject, on), signers('processing', subject, addDays(on, 1))];
      if (today !== tomorrow) expect(age(birthDate, addDays(on, 1))).toBe(age(birthDate, on) + 1);
    }),
  );
});

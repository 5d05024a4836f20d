import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { productionCalendar, workingDaysBetween } from '../calendar/production-calendar.ts';
import { type DayTerm, extensionOf, LEGAL_TERM_LENGTHS, legalDeadline, legalMoment } from './legal-deadline.ts';
import { LEGAL_TERMS } from './legal-term-kinds.ts';

const FRIDAY = plainDate('2025-12-05');

/** PRIVACY §4 written out a second time, from Friday 5 December 2025. */
test.each([
  ['withdrawal', '2026-01-04'],
  ['purposeReached', '2026-01-04'],
  ['stopProcessing', '2025-12-19'],
  ['stopDissemination', '2025-12-05'],
  ['thirdPartiesStopDissemination', '2025-12-10'],
  ['publishConditions', '2025-12-10'],
  ['unlawfulProcessing', '2025-12-10'],
  ['cannotBeMadeLawful', '2025-12-19'],
  ['wrongData', '2025-12-16'],
  ['unlawfullyObtained', '2025-12-16'],
  ['subjectRequest', '2025-12-19'],
  ['impossibleToDestroy', '2026-06-05'],
  ['keepConsent', '2028-12-05'],
  ['keepDestructionAct', '2028-12-05'],
  ['employerCancelsMentoring', '2025-12-02'],
] as const)('%s received on Friday 05.12.2025 → %s', (term, expected) => {
  expect(legalDeadline(term, FRIDAY)).toBe(expected);
});

test('a notice with reasons adds five working days to a demand and to a request, and nothing to the rest', () => {
  expect(legalDeadline('stopProcessing', FRIDAY, productionCalendar, true)).toBe('2025-12-26');
  expect(legalDeadline('subjectRequest', FRIDAY, productionCalendar, true)).toBe('2025-12-26');
  expect(legalDeadline('wrongData', FRIDAY, productionCalendar, true)).toBe('2025-12-16');
  expect(LEGAL_TERMS.filter((term) => extensionOf(term) > 0)).toEqual(['stopProcessing', 'subjectRequest']);
});

test('the New Year holidays do not count as working days, but do in a term of calendar days', () => {
  const eve = plainDate('2025-12-26');
  expect(legalDeadline('unlawfulProcessing', eve) > '2026-01-09').toBe(true);
  expect(legalDeadline('withdrawal', eve)).toBe('2026-01-25');
});

test('a term of months ends on the same day, or on the last of a shorter month', () => {
  expect(legalDeadline('impossibleToDestroy', plainDate('2025-08-31'))).toBe('2026-02-28');
  expect(legalDeadline('impossibleToDestroy', plainDate('2027-08-31'))).toBe('2028-02-29');
  expect(legalDeadline('keepConsent', plainDate('2028-02-29'))).toBe('2031-02-28');
});

test('of a leak the first notice is due the next day at the same minute, the inquiry 72 hours after (RULE-35)', () => {
  const found = Date.UTC(2026, 1, 10, 10, 0);
  expect(legalMoment('leakNotice', found)).toBe(Date.UTC(2026, 1, 11, 10, 0));
  expect(legalMoment('leakInquiry', found)).toBe(Date.UTC(2026, 1, 13, 10, 0));
});

const days = fc.integer({ min: 0, max: 2500 }).map((count) => addDays(plainDate('2022-01-01'), count));
const dayTerms = fc.constantFrom(
  ...LEGAL_TERMS.filter((term): term is DayTerm => LEGAL_TERM_LENGTHS[term].unit !== 'hours'),
);

test('a term never begins with the day of receipt, ends on a working day where it counts them, and a later receipt never ends it earlier', () => {
  fc.assert(
    fc.property(dayTerms, days, fc.nat({ max: 60 }), (term, receivedOn, later) => {
      const due = legalDeadline(term, receivedOn);
      const { unit, count, direction } = LEGAL_TERM_LENGTHS[term];
      if (unit === 'workingDays') {
        expect(productionCalendar.isWorkingDay(due)).toBe(true);
        const [from, to]: [PlainDate, PlainDate] = direction === 'after' ? [receivedOn, due] : [due, receivedOn];
        if (direction === 'after') expect(workingDaysBetween(from, to)).toBe(count);
        else expect(workingDaysBetween(from, addDays(to, -1))).toBe(count - 1);
      }
      expect(legalDeadline(term, addDays(receivedOn, later)) >= due).toBe(true);
    }),
  );
});

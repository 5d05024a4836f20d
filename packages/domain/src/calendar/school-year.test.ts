import { expect, test } from 'vitest';
import { daysBetween, plainDate } from './plain-date.ts';
import { defaultTerms } from './school-terms.ts';
import { beginsWithSchoolYear, cycleOf, schoolYearName, schoolYearOf } from './school-year.ts';

test.each([
  ['2024-09-01', 2024],
  ['2025-08-31', 2024],
  ['2025-09-01', 2025],
  ['2025-01-15', 2024],
])('%s lies in the school year that began in %i', (day, year) => {
  expect(schoolYearOf(plainDate(day))).toBe(year);
});

test('a cycle runs from 1 September to 31 August', () => {
  expect(cycleOf(plainDate('2025-03-08'))).toEqual({ start: '2024-09-01', end: '2025-08-31' });
  expect(beginsWithSchoolYear(cycleOf(plainDate('2025-03-08')))).toBe(true);
  expect(schoolYearName(2024)).toBe('2024–2025');
});

test('the usual terms follow one another from September to May without a gap', () => {
  for (const terms of [defaultTerms.quarters(2027), defaultTerms.trimesters(2027), defaultTerms.halves(2027)]) {
    expect(terms[0]?.start).toBe('2027-09-01');
    expect(terms.at(-1)?.end).toBe('2028-05-31');
    terms.slice(1).forEach((term, index) => {
      expect(daysBetween(terms[index]?.end ?? term.start, term.start)).toBe(1);
    });
  }
});

test('the usual holidays last seven days at least', () => {
  for (const { start, end } of Object.values(defaultTerms.holidays(2025)))
    expect(daysBetween(start, end)).toBeGreaterThanOrEqual(6);
});

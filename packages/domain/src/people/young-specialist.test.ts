import { describe, expect, test } from 'vitest';
import { type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { contingentOf, contingentOn } from './contingent.ts';
import { teachingYears, youngSpecialist } from './young-specialist.ts';

const since = (day: string) => ({ kind: 'since', day: plainDate(day) }) as const;
const ON = plainDate('2026-11-30');
const born = plainDate('1990-06-01');

describe('a young specialist (IND-14)', () => {
  test.each([
    ['in the first year', since('2026-09-01'), true],
    ['with three full years', since('2023-09-01'), true],
    ['on the last day before the fourth', since('2022-12-01'), true],
    ['with four full years', since('2022-11-30'), false],
    ['told in September to have three', { kind: 'told', years: 3, on: plainDate('2026-09-01') } as const, true],
    ['told a year before to have three', { kind: 'told', years: 3, on: plainDate('2025-09-01') } as const, false],
  ])('a teacher %s: %s', (_who, experience, young) => {
    expect(youngSpecialist({ isTeacher: true, experience, birthDate: null }, ON)).toMatchObject({ young });
  });

  test('the school may also set an age, up to and including it', () => {
    const setting = { atMostYears: 3, atMostAge: 35 };
    const teacher = { isTeacher: true, experience: since('2025-09-01') };
    const asked = (birthDate: PlainDate | null) => youngSpecialist({ ...teacher, birthDate }, ON, setting);
    expect(asked(born)).toMatchObject({ young: false, because: 'older' });
    expect(asked(plainDate('1990-12-01'))).toMatchObject({ young: true });
    expect(asked(null)).toEqual({ young: null, missing: 'birthDate' });
  });

  test('without experience known nobody is counted, and who is no teacher never is', () => {
    expect(youngSpecialist({ isTeacher: true, experience: null, birthDate: born }, ON)).toEqual({
      young: null,
      missing: 'experience',
    });
    expect(youngSpecialist({ isTeacher: false, experience: since('2026-09-01'), birthDate: born }, ON)).toEqual({
      young: false,
      because: 'notTeacher',
    });
  });

  test('experience that begins later is none yet', () => {
    expect(teachingYears(since('2027-09-01'), ON)).toBe(0);
  });
});

describe('the contingent by age', () => {
  test('10–19 and 15–19 are counted by full years on the day', () => {
    const days = ['2016-11-30', '2016-12-01', '2011-11-30', '2011-12-01', '2006-12-01', '2006-11-30', '2027-01-01'];
    expect(contingentOn(days.map(plainDate), ON)).toEqual({
      rows: [
        { age: 9, count: 1 },
        { age: 10, count: 1 },
        { age: 14, count: 1 },
        { age: 15, count: 1 },
        { age: 19, count: 1 },
        { age: 20, count: 1 },
      ],
      total: 6,
      from10to19: 4,
      from15to19: 2,
    });
  });

  test('counts by hand are whole, not negative, and each age stands once', () => {
    expect(
      contingentOf([
        { age: 15, count: 20 },
        { age: 10, count: 31 },
      ]),
    ).toMatchObject({ total: 51, from10to19: 51, from15to19: 20 });
    expect(
      contingentOf([
        { age: 10, count: -1 },
        { age: 10, count: 2 },
        { age: 130, count: 1.5 },
      ]),
    ).toEqual([
      { code: 'contingent.count', age: 10 },
      { code: 'contingent.age-twice', age: 10 },
      { code: 'contingent.age', age: 130 },
      { code: 'contingent.count', age: 130 },
    ]);
  });
});

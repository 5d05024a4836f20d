import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { age, isMinor, turnsOn } from './age.ts';
import { daysFrom, snilsNumbers } from './people.testing.ts';
import { printSnils, readSnils } from './snils.ts';

describe('age in full years (INDICATORS §0.7)', () => {
  test.each([
    ['2015-09-01', '2025-08-31', 9],
    ['2015-09-01', '2025-09-01', 10],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2012-11-22', '2026-11-21', 13],
    ['2012-11-22', '2026-11-22', 14],
  ])('born on %s, on %s: %i', (birth, on, years) => {
    expect(age(plainDate(birth), plainDate(on))).toBe(years);
  });

  test('who was born on 29 February comes of age on 1 March', () => {
    expect(turnsOn(plainDate('2008-02-29'), 18)).toBe('2026-03-01');
    expect(turnsOn(plainDate('2008-02-29'), 20)).toBe('2028-02-29');
    expect(isMinor(plainDate('2008-02-29'), plainDate('2026-02-28'))).toBe(true);
    expect(isMinor(plainDate('2008-02-29'), plainDate('2026-03-01'))).toBe(false);
  });

  test('on the day somebody turns so old they are so old, and the day before they are not', () => {
    fc.assert(
      fc.property(daysFrom('1940-01-01', '2026-01-01'), fc.integer({ min: 1, max: 100 }), (birth, years) => {
        const day = turnsOn(birth, years);
        expect(age(birth, day)).toBe(years);
        expect(age(birth, addDays(day, -1))).toBe(years - 1);
      }),
    );
  });
});

describe('СНИЛС', () => {
  test.each([
    ['112-233-445 95', '11223344595'],
    ['11223344595', '11223344595'],
    ['112 233 445-95', '11223344595'],
    // The control sum is 100 and 101: written 00.
    ['087-654-303 00', '08765430300'],
    ['087-654-302 00', '08765430200'],
    // A sheet kept it as a figure.
    ['8765430300', '08765430300'],
    // Old numbers are not compared.
    ['001-001-998 12', '00100199812'],
  ])('«%s» is taken', (text, snils) => {
    expect(readSnils(text)).toEqual({ snils });
  });

  test.each([
    ['112-233-445 96', 'snils.checksum'],
    ['001-001-999 99', 'snils.checksum'],
    ['112-233-445', 'snils.length'],
    ['8765430301', 'snils.length'],
    ['', 'snils.length'],
    ['000-000-000 00', 'snils.zero'],
    ['нет', 'snils.characters'],
  ])('«%s» is not: %s', (text, fault) => {
    expect(readSnils(text)).toEqual({ fault });
  });

  test('a printed number reads back', () => {
    fc.assert(
      fc.property(snilsNumbers, (snils) => {
        expect(readSnils(printSnils(snils))).toEqual({ snils });
      }),
    );
  });

  test('one wrong digit among the first nine is always seen', () => {
    fc.assert(
      fc.property(snilsNumbers, fc.nat(8), fc.integer({ min: 1, max: 9 }), (snils, at, by) => {
        const digit = (Number(snils[at]) + by) % 10;
        const wrong = snils.slice(0, at) + digit + snils.slice(at + 1);
        fc.pre(Number(wrong.slice(0, 9)) > 1_001_998);
        // 100 and 101 (and 0) share the sign 00: the only slips that the control digits cannot see.
        fc.pre(!snils.endsWith('00'));
        expect(readSnils(wrong)).toEqual({ fault: 'snils.checksum' });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import { type CountedOccurrence, indicators, percentText, ratio } from './indicators.ts';
import { ITEM_STATES } from './roadmap-states.ts';

const END = plainDate('2025-08-31');
const ON = plainDate('2025-05-31');
let id = 0;
function an(more: Partial<CountedOccurrence> = {}): CountedOccurrence {
  id += 1;
  return {
    id: `o${id}`,
    itemId: `i${id}`,
    kind: 'fixed',
    state: 'planned',
    due: plainDate('2025-01-31'),
    originalDue: plainDate('2025-01-31'),
    doneOn: null,
    evidence: 0,
    awake: true,
    reason: null,
    ...more,
  };
}
const done = (doneOn: string, more: Partial<CountedOccurrence> = {}) =>
  an({ state: 'done', doneOn: plainDate(doneOn), evidence: 1, ...more });
const times = (count: number, make: () => CountedOccurrence) => Array.from({ length: count }, make);

describe('IND-01 roadmap completion', () => {
  test('due 20, cancelled 1, done 17 → 17 of 19 = 89.5 %, the target is not met', () => {
    const { completion } = indicators(
      [...times(17, () => done('2025-01-10')), ...times(2, () => an()), an({ state: 'cancelled' })],
      ON,
      END,
    );
    expect(completion).toEqual({ numerator: 17, denominator: 19, target: 100, met: false });
    expect(percentText(completion)).toBe('89.5');
  });

  test('at the end 47 of 47 → 100.0 %, met', () => {
    const { completion } = indicators(
      times(47, () => done('2025-01-10')),
      END,
      END,
    );
    expect(completion).toMatchObject({ numerator: 47, denominator: 47, met: true });
    expect(percentText(completion)).toBe('100.0');
  });

  test('«постоянно» is due at the end of the cycle; a request counts when it has come; without evidence nothing is done', () => {
    const continuous = an({ kind: 'continuous', due: END, originalDue: END });
    const standing = an({ kind: 'onDemand', due: null, originalDue: null });
    const bare = done('2025-01-10', { evidence: 0 });
    const before = indicators([continuous, standing, bare], ON, END);
    expect(before.rows.map((row) => row.why)).toEqual(['not-due-yet', 'no-request', 'done-without-evidence']);
    expect(indicators([continuous, standing], END, END).completion).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('without anything due there is no value', () => {
    const { completion } = indicators([an({ due: END })], ON, END);
    expect(completion).toMatchObject({ denominator: 0, met: null });
    expect(percentText(completion)).toBeNull();
  });
});

describe('IND-02 timeliness', () => {
  test('17 done, 15 in time → 88.2 %', () => {
    const { timeliness } = indicators(
      [...times(15, () => done('2025-01-31')), ...times(2, () => done('2025-02-01'))],
      ON,
      END,
    );
    expect(timeliness).toMatchObject({ numerator: 15, denominator: 17, met: false });
    expect(percentText(timeliness)).toBe('88.2');
  });

  test('a postponed item is measured by its first term', () => {
    const { timeliness } = indicators([done('2025-03-01', { due: plainDate('2025-03-31') })], ON, END);
    expect(timeliness).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

describe('common rules', () => {
  test('89.96 % shows as 90.0 % and does not meet 90 %', () => {
    const value = ratio(2249, 2500, 90);
    expect(percentText(value)).toBe('90.0');
    expect(value.met).toBe(false);
  });

  test.each([
    [1789, 2000, '89.5'],
    [89_450, 100_000, '89.5'],
    [285_047, 1_000_000, '28.5'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [0, 5, '0.0'],
  ])('%i of %i shows as %s', (numerator, denominator, text) => {
    expect(percentText({ numerator, denominator })).toBe(text);
  });

  test('every occurrence stands in one row, the numerator is part of the denominator, and the rows add up', () => {
    const occurrence = fc.record({
      state: fc.constantFrom(...ITEM_STATES),
      kind: fc.constantFrom('fixed' as const, 'onDemand' as const),
      due: fc.option(fc.integer({ min: -200, max: 200 }).map((count) => addDays(ON, count))),
      evidence: fc.nat({ max: 1 }),
      awake: fc.boolean(),
      itemId: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(occurrence), (seeds) => {
        const all = seeds.map((seed) =>
          an({ ...seed, doneOn: seed.state === 'done' ? plainDate('2025-02-01') : null }),
        );
        const { completion, rows } = indicators(all, ON, END);
        expect(rows.map((row) => row.occurrence.id).toSorted()).toEqual(all.map((each) => each.id).toSorted());
        expect(completion.numerator).toBeLessThanOrEqual(completion.denominator);
        expect(completion.denominator).toBe(rows.filter((row) => row.counts !== 'excluded').length);
      }),
    );
  });
});

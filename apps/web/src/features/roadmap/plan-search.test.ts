import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenColumns, isFiltered, planSearch } from './plan-search.ts';

test('an address is read back as it was written', () => {
  const search = {
    view: 'calendar',
    state: 'late',
    mine: true,
    month: '2026-10',
    sort: 'deadline',
    down: true,
  } as const;
  expect(planSearch(search)).toEqual(search);
  expect(planSearch(planSearch(search))).toEqual(search);
});

test('what the address does not know is left out', () => {
  expect(planSearch({ view: 'pie', month: '2026-13', mine: 'yes', other: 1 })).toEqual({});
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => {
      expect(planSearch(planSearch(search))).toEqual(planSearch(search));
    }),
  );
});

test('columns are hidden by their names, unknown names hide nothing', () => {
  expect(hiddenColumns({ hide: 'result,moon,number' })).toEqual(['number', 'result']);
});

test('grouping and sorting hide nothing', () => {
  expect(isFiltered({ group: 'month', sort: 'state', view: 'timeline' })).toBe(false);
  expect(isFiltered({ mine: true })).toBe(true);
});

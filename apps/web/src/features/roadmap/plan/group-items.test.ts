import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOf, type Group } from './group-items.ts';
import { anItem } from './plan-fixture.testing.ts';

const groups = fc.array(fc.nat({ max: 7 }), { maxLength: 6 }).map((sizes) =>
  sizes.map(
    (size, at): Group => ({
      key: String(at),
      head: { kind: 'responsible', name: null },
      items: Array.from({ length: size }, (_, position) => anItem({ id: `${at}.${position}`, position })),
    }),
  ),
);
const idsOf = (list: readonly Group[]) => list.flatMap((group) => group.items.map((item) => item.id));

test('the rows that stand first are the first rows, in their order and under their heads', () => {
  fc.assert(
    fc.property(groups, fc.nat({ max: 45 }), (all, count) => {
      const first = firstOf(all, count);
      expect(idsOf(first)).toEqual(idsOf(all).slice(0, count));
      expect(first.map((group) => group.key)).toEqual(all.slice(0, first.length).map((group) => group.key));
    }),
  );
});

test('a group that is cut says how many it has, and no other does', () => {
  fc.assert(
    fc.property(groups, fc.nat({ max: 45 }), (all, count) => {
      for (const [at, group] of firstOf(all, count).entries()) {
        const { length } = all[at]!.items;
        expect(group.whole).toBe(group.items.length < length ? length : undefined);
      }
    }),
  );
});

test('once as many stand as there are, nothing is missing', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const rows = idsOf(all).length;
      expect(idsOf(firstOf(all, Math.max(1, rows)))).toEqual(idsOf(all));
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GROUPINGS, SORTS, STATE_FILTERS } from '../plan-search.ts';
import { chooseItems, dueOf, isInState, responsiblesOf } from './choose-items.ts';
import { groupItems } from './group-items.ts';
import { anItem, anOccurrence, answeredBy, aStage, day } from './plan-fixture.testing.ts';

const stages = [aStage({ id: 'second', position: 1, title: 'Банки' }), aStage()];
const lugova = { id: 'p1', name: 'Лугова И. Ю.' };
const plan = {
  stages,
  items: [
    anItem({ id: 'c', stageId: 'second', position: 0, title: 'Собрать анкеты', nextDue: day('2026-10-31') }),
    anItem({ id: 'b', position: 1, title: 'Ещё приказ', dueState: 'late', mine: true }),
    anItem({ id: 'a', position: 0, nextDue: day('2026-09-30'), responsible: answeredBy(lugova) }),
  ],
};
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test('without wishes the items stand in the order of the plan', () => {
  expect(ids(chooseItems(plan, {}))).toEqual(['a', 'b', 'c']);
});

test('the search finds every word anywhere in the item, and ё as е', () => {
  expect(ids(chooseItems(plan, { search: 'еще ПРИКАЗ' }))).toEqual(['b']);
  expect(ids(chooseItems(plan, { search: 'лугова' }))).toEqual(['a']);
});

test('state, responsible, stage and «only mine» narrow the plan', () => {
  expect(ids(chooseItems(plan, { state: 'late' }))).toEqual(['b']);
  expect(ids(chooseItems(plan, { who: 'p1' }))).toEqual(['a']);
  expect(ids(chooseItems(plan, { stage: 'second' }))).toEqual(['c']);
  expect(ids(chooseItems(plan, { mine: true }))).toEqual(['b']);
});

test('by deadline what has none stands last', () => {
  expect(ids(chooseItems(plan, { sort: 'deadline' }))).toEqual(['a', 'c', 'b']);
});

test('what waits for the curator is not yet done', () => {
  const item = anItem({ state: 'reported', dueState: 'done' });
  expect(isInState(item, 'waiting')).toBe(true);
  expect(isInState(item, 'done')).toBe(false);
});

test('an item whose terms are all done stands at its last one', () => {
  const item = anItem({
    occurrences: [anOccurrence({ due: day('2026-12-31') }), anOccurrence({ due: day('2027-05-31') })],
  });
  expect(dueOf(item)).toBe('2027-05-31');
});

test('words that nobody of the directory stands behind answer by themselves', () => {
  const responsible = { text: 'Классные руководители', parties: [] };
  expect(responsiblesOf({ responsible })).toEqual([{ key: 'Классные руководители', name: 'Классные руководители' }]);
});

const items = fc.array(
  fc.record({
    stageId: fc.constantFrom('first', 'second'),
    position: fc.nat(20),
    title: fc.constantFrom('Приказ', 'Анкеты', 'Встреча'),
    nextDue: fc.option(fc.constantFrom(day('2026-09-30'), day('2026-10-31'))),
    people: fc.subarray([lugova, { id: 'p2', name: 'Ким А. С.' }]),
    dueState: fc.constantFrom('late' as const, 'open' as const, 'done' as const),
  }),
  { maxLength: 12 },
);

test('a sort and its reverse hold the same items; every shown item stands in a group, under each who answers', () => {
  fc.assert(
    fc.property(
      items,
      fc.option(fc.constantFrom(...STATE_FILTERS), { nil: undefined }),
      fc.constantFrom(...SORTS),
      fc.constantFrom(...GROUPINGS),
      (facts, state, sort, grouping) => {
        const all = facts.map(({ people, ...rest }, index) =>
          anItem({ ...rest, id: `i${index}`, responsible: people.length > 0 ? answeredBy(...people) : null }),
        );
        const search = state ? { state } : {};
        const shown = chooseItems({ items: all, stages }, { ...search, sort });
        const reversed = chooseItems({ items: all, stages }, { ...search, sort, down: true });
        expect(ids(reversed)).toEqual(ids(shown).toReversed());
        const groups = groupItems(shown, grouping, stages, false);
        expect(new Set(groups.flatMap((group) => ids(group.items)))).toEqual(new Set(ids(shown)));
        expect(groups.every((group) => group.items.length > 0)).toBe(true);
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        const places = groups.reduce((sum, group) => sum + group.items.length, 0);
        const expected =
          grouping === 'responsible'
            ? shown.reduce((sum, item) => sum + Math.max(1, responsiblesOf(item).length), 0)
            : shown.length;
        expect(places).toBe(expected);
      },
    ),
  );
});

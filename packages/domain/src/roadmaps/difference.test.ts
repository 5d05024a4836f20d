import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedItem, difference } from './difference.ts';
import { likeness } from './likeness.ts';
import { matchItems } from './match-items.ts';

const item = (title: string, more: Partial<ComparedItem> = {}): ComparedItem => ({
  stage: 'Этап',
  number: null,
  title,
  measure: null,
  points: [],
  deadline: 'май',
  responsible: null,
  result: null,
  condition: null,
  done: false,
  ...more,
});

describe('finding an item in another edition', () => {
  test.each([
    ['Разработать положение о наставничестве', 'Разработать Положение о наставничестве в школе', true],
    ['Провести круглый стол', 'Провести круглый стол наставников', true],
    ['Собрать согласия', 'Сбор согласий участников', false],
    ['Издать приказ о наставничестве', 'Издать приказ об итогах', false],
    ['Обучить наставников', 'Разместить итоги на сайте', false],
  ])('«%s» and «%s»: %s', (before, after, same) => {
    expect(matchItems([item(before)], [item(after)])[0]).toBe(same ? 0 : undefined);
  });

  test('the lineage goes before the words, the same words before likeness', () => {
    const before = [item('Собрать анкеты', { lineageId: 'x' }), item('Собрать анкеты педагогов')];
    expect(matchItems(before, [item('Совсем другое', { lineageId: 'x' }), item('Собрать анкеты педагогов')])).toEqual([
      0, 1,
    ]);
  });

  test('nobody is matched twice, and the same edition matches itself whatever its order', () => {
    const titles = fc.uniqueArray(fc.stringMatching(/^[а-я]{3,8}( [а-я]{3,8}){1,5}$/), { maxLength: 12 });
    fc.assert(
      fc.property(titles, fc.nat(), (some, turn) => {
        const before = some.map((title) => item(title));
        const at = some.length === 0 ? 0 : turn % some.length;
        const after = [...before.slice(at), ...before.slice(0, at)];
        const found = matchItems(before, after);
        expect(found.map((older) => before[older!]?.title)).toEqual(after.map((each) => each.title));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  test('likeness is 1 for the same words, 0 for strangers, and the same from both sides', () => {
    expect(likeness('Сбор анкет', 'сбор анкет!')).toBe(1);
    expect(likeness('щука', 'мост')).toBe(0);
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one));
      }),
    );
  });
});

describe('the difference between two editions', () => {
  test('names what was added, removed, changed and moved, field by field', () => {
    const before = [
      item('Один'),
      item('Два слова', { done: true }),
      item('Три слова тут'),
      item('Уходит совсем', { done: true }),
    ];
    const after = [item('Три слова тут'), item('Один'), item('Два слова', { deadline: 'июнь' }), item('Новое дело')];
    const { lines, kept, lost } = difference(before, after);
    expect(lines.map((line) => [line.title, line.change])).toEqual([
      ['Три слова тут', 'moved'],
      ['Один', 'same'],
      ['Два слова', 'changed'],
      ['Новое дело', 'added'],
      ['Уходит совсем', 'removed'],
    ]);
    expect(lines[2]!.fields).toEqual([{ field: 'deadline', before: 'май', after: 'июнь' }]);
    expect({ kept, lost }).toEqual({ kept: 1, lost: 1 });
  });

  test('an edition does not differ from itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (titles) => {
        const items = titles.map((title, at) => item(title, { lineageId: String(at), done: true }));
        const { lines, kept, lost } = difference(items, items);
        expect(lines.every((line) => line.change === 'same')).toBe(true);
        expect([kept, lost]).toEqual([items.length, 0]);
      }),
    );
  });

  test('everything done before is either kept or lost', () => {
    const items = fc.array(
      fc.record({
        title: fc.constantFrom('Собрать анкеты', 'Издать приказ', 'Провести стол', 'Написать отчёт'),
        done: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(items, items, (older, newer) => {
        const { kept, lost, lines } = difference(
          older.map((each) => item(each.title, each)),
          newer.map((each) => item(each.title, { done: false })),
        );
        expect(kept + lost).toBe(older.filter((each) => each.done).length);
        expect(lines.filter((line) => line.change !== 'removed')).toHaveLength(newer.length);
      }),
    );
  });
});

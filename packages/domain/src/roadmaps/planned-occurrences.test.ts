import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { deadlineContext } from '../deadlines/deadline.ts';
import { readDeadline } from '../deadlines/read-deadline.ts';
import { moveYears } from './move-years.ts';
import { plannedOccurrences, reconcileOccurrences, type StandingOccurrence } from './planned-occurrences.ts';
import { TEMPLATES } from './templates/all-templates.ts';

const CYCLE = { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') };
const of = (words: string) => plannedOccurrences(readDeadline(words, deadlineContext(CYCLE)), CYCLE);

describe('what a term asks to be carried out', () => {
  test.each([
    ['до 13.02.2025', [['fixed', null, '2025-02-13']]],
    [
      'май и декабрь ежегодно',
      [
        ['fixed', '2024-12-01', '2024-12-31'],
        ['fixed', '2025-05-01', '2025-05-31'],
      ],
    ],
    ['постоянно', [['continuous', '2024-09-01', '2025-08-31']]],
    ['по запросу', [['onDemand', null, null]]],
    [
      'Сентябрь, в течение года по запросу',
      [
        ['fixed', '2024-09-01', '2024-09-30'],
        ['onDemand', '2024-10-01', null],
      ],
    ],
    ['по отдельному графику', [['external', null, null]]],
    ['ежекадрово', [['external', null, null]]],
  ])('«%s»', (words, expected) => {
    expect(of(words).map((each) => [each.kind, each.start, each.due])).toEqual(expected);
  });

  test('an item without a term is carried out without a day of its own', () => {
    expect(plannedOccurrences(null, CYCLE)).toEqual([{ key: 'unplanned', kind: 'external', start: null, due: null }]);
  });

  test('keys are different, and the same words give the same keys', () => {
    for (const template of TEMPLATES) {
      for (const { deadline } of template.stages.flatMap((stage) => stage.items)) {
        const keys = of(deadline).map((each) => each.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(of(deadline).map((each) => each.key)).toEqual(keys);
      }
    }
  });
});

describe('when the words of a term change', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'request:1');
  const occurrence = fc
    .record({ key, touched: fc.boolean() })
    .map(
      ({ key: name, touched }): StandingOccurrence => ({ key: name, touched, kind: 'fixed', start: null, due: null }),
    );
  const some = fc.uniqueArray(occurrence, { selector: (each) => each.key });

  test('nothing that was worked on and no request is dropped, what the new words ask is there, nothing twice', () => {
    fc.assert(
      fc.property(some, some, (existing, planned) => {
        const { keep, add, drop } = reconcileOccurrences(planned, existing);
        expect(drop.every((each) => !each.touched && !each.key.startsWith('request:'))).toBe(true);
        const after = [...keep.map((each) => (each.planned ?? each.existing).key), ...add.map((each) => each.key)];
        expect(new Set(after).size).toBe(after.length);
        for (const each of planned) expect(after).toContain(each.key);
        expect(keep.length + drop.length).toBe(existing.length);
      }),
    );
  });
});

describe('a term that was moved', () => {
  const one = (key: string, due: string, touched = false) => ({
    key,
    touched,
    kind: 'fixed' as const,
    start: null,
    due: plainDate(due),
  });
  test('is the same work with another day: what is done is not asked for again', () => {
    const { keep, add, drop } = reconcileOccurrences([one('new', '2024-11-01')], [one('old', '2024-10-15', true)]);
    expect(keep.map((each) => [each.existing.key, each.planned?.key])).toEqual([['old', 'new']]);
    expect([add, drop]).toEqual([[], []]);
  });

  test('of several windows the earlier work stands for the earlier window', () => {
    const planned = [one('may', '2025-05-31'), one('december', '2024-12-31')];
    const { keep, add } = reconcileOccurrences(planned, [
      one('november', '2024-11-30', true),
      one('april', '2025-04-30'),
    ]);
    expect(keep.map((each) => each.planned?.key)).toEqual(['december']);
    expect(add.map((each) => each.key)).toEqual(['may']);
  });
});

describe('the same plan in another year', () => {
  test.each([
    ['до 13.02.2024', 1, 'до 13.02.2025'],
    ['13.02.24', 1, '13.02.25'],
    ['с 01.09.2023 по 31.05.2024', 1, 'с 01.09.2024 по 31.05.2025'],
    ['2023–2024 учебный год', 1, '2024–2025 учебный год'],
    ['2023/24 учебный год', 2, '2025/26 учебный год'],
    ['сентябрь', 1, 'сентябрь'],
    ['16-31 января 2023г.', -1, '16-31 января 2022г.'],
    ['1 раз в 10 дней', 5, '1 раз в 10 дней'],
  ])('«%s» %i year(s) on is «%s»', (phrase, by, moved) => {
    expect(moveYears(phrase, by)).toBe(moved);
  });

  test('there and back again is where it began', () => {
    const phrase = fc
      .tuple(fc.integer({ min: 2010, max: 2060 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
      .map(
        ([year, day, month]) =>
          `до ${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}, ${year}-${year + 1} учебный год`,
      );
    fc.assert(
      fc.property(phrase, fc.integer({ min: -9, max: 9 }), (words, by) => {
        expect(moveYears(moveYears(words, by), -by)).toBe(words);
      }),
    );
  });

  test('a moved term is read a year later', () => {
    const next = { start: plainDate('2025-09-01'), end: plainDate('2026-08-31') };
    const windows = readDeadline(moveYears('с 01.10.2024 по 15.11.2024', 1), deadlineContext(next)).windows;
    expect(windows).toEqual([{ start: '2025-10-01', end: '2025-11-15' }]);
  });
});

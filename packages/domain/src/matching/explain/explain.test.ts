import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileRounds } from '../input/profile-rounds.testing.ts';
import type { Snapshot } from '../input/snapshot.ts';
import { smallRounds } from '../round/small-rounds.testing.ts';
import { solve } from '../round/solve.ts';
import { runs } from '../runs.testing.ts';
import { openResult, openSession } from '../session/session.ts';
import { sensitivityOf } from './sensitivity.ts';
import { counted, pairText, unmatchedText } from './texts.ru.ts';

test('the funnel counts every mentor once, and each relaxed rule tells how many would remain', () => {
  fc.assert(
    fc.property(profileRounds, (snapshot) => {
      const round = openSession(snapshot);
      for (const { id } of snapshot.requests) {
        const told = round.explainUnmatched(id);
        const failed = told.funnel.reduce((sum, step) => sum + step.failedFirst, 0);
        expect(failed + told.candidates).toBe(snapshot.mentors.length);
        for (const step of told.funnel) expect(step.ifRelaxed).toBeGreaterThanOrEqual(told.candidates);
      }
    }),
    runs(200),
  );
});

test('one more place at a mentor who is named for it really brings the request in', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const round = openSession(snapshot);
      for (const { request } of round.result().unmatched) {
        const { shortage } = round.explainUnmatched(request);
        if (!shortage) continue;
        expect(shortage.requests).toContain(request);
        expect(shortage.requests.length).toBeGreaterThan(shortage.places);
        for (const mentor of shortage.oneMorePlaceAt) {
          const capacity = snapshot.mentors.find((one) => one.id === mentor)!.capacity + 1;
          const again = openSession(snapshot);
          again.apply([{ t: 'capacity', mentor, value: capacity }]);
          expect(again.pairs().has(request)).toBe(true);
        }
      }
    }),
    runs(200),
  );
});

test('a request alone in its shortage is helped by one more place at every mentor of the group', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const round = openSession(snapshot);
      const { unmatched } = round.result();
      for (const { request, group } of unmatched) {
        if (group === undefined || unmatched.filter((one) => one.group === group).length > 1) continue;
        const { shortage } = round.explainUnmatched(request);
        expect(shortage?.oneMorePlaceAt).toEqual(shortage?.mentors.slice(0, 20));
      }
    }),
    runs(200),
  );
});

test('the price of a wish is the loss of the best round in which the wish is forced', () => {
  fc.assert(
    fc.property(smallRounds(), (snapshot) => {
      const first = solve(snapshot);
      const round = openResult(snapshot, first);
      for (const pair of first.pairs.filter((one) => one.source !== 'lock')) {
        const told = round.explainPair(pair.request, pair.mentor);
        expect(told.proposed).toBe(true);
        expect(told.position).toBe(told.better.length + 1);
        for (const price of told.prices) {
          const forced = solve({
            ...snapshot,
            locks: [...snapshot.locks, { request: pair.request, mentor: price.mentor }],
          });
          if (forced.lockConflicts.length > 0) continue;
          expect(price.coverage).toBe(first.totals.matched - forced.totals.matched);
          expect(price.mutual).toBe(first.totals.mutualPairs - forced.totals.mutualPairs);
        }
      }
    }),
    runs(150),
  );
});

test('who is locked out learns by which lock', () => {
  const snapshot: Snapshot = {
    version: 1,
    seed: 1,
    mentors: [{ id: 'm1', capacity: 1 }],
    requests: [{ id: 'r1', priority: 5 }, { id: 'r2' }],
    policy: { criteria: [], mutual: 'bonus', loadBalance: 0, keepBonus: 0 },
    locks: [{ request: 'r2', mentor: 'm1' }],
    exclusions: [],
  };
  const told = openSession(snapshot).explainUnmatched('r1');
  expect(told.reason).toBe('SHORTAGE');
  expect(told.lockedOutBy).toEqual([{ request: 'r2', mentor: 'm1' }]);
  expect(told.shortage).toMatchObject({ requests: ['r1'], mentors: ['m1'], places: 0, oneMorePlaceAt: ['m1'] });
});

const school: Snapshot = {
  version: 1,
  seed: 1,
  mentors: [
    { id: 'Анна Петрова', capacity: 1, subjects: ['физика'], slots: [1, 2] },
    { id: 'Игорь Ким', capacity: 2, subjects: ['физика', 'химия'], slots: [2], consent: false },
    { id: 'Ольга Белых', capacity: 1, subjects: ['химия'] },
  ],
  requests: [
    { id: 'Пётр', subjects: ['физика'], slots: [1, 2] },
    { id: 'Маша', subjects: ['физика', 'химия'], slots: [2] },
    { id: 'Вася', subjects: ['музыка'], slots: [2] },
  ],
  policy: {
    criteria: [
      { id: 'предмет', kind: 'subjects', importance: 'veryImportant' },
      { id: 'время', kind: 'slots', importance: 'desirable' },
      { id: 'нужный предмет', kind: 'subjects', importance: 'required' },
    ],
    mutual: 'bonus',
    loadBalance: 0,
    keepBonus: 0,
  },
  locks: [],
  exclusions: [],
};

test('a pair is explained in sentences that need no declension', () => {
  const told = openSession(school).explainPair('Маша', 'Ольга Белых');
  const moved = { mentor: 'Анна Петрова', coverage: 1, mutual: 0, points: 958, moved: ['Пётр'] };
  expect(pairText({ ...told, prices: [moved] }, (id) => id)).toEqual([
    'Наставляемый: Маша. Наставник: Ольга Белых.',
    'Оценка: 500 баллов из 1000; 1-е место из 2 по этому запросу.',
    '— предмет: 417 из 833',
    '— время: 83 из 167 (нет ответа)',
    'Если вместо этого — Анна Петрова: без наставника останется на 1 человека больше, общая оценка ниже на 958 баллов; 1 человек сменит пару.',
  ]);
});

test('who has no candidates reads which rules stand in the way and what each alone would open', () => {
  const text = unmatchedText(openSession(school).explainUnmatched('Вася'), (id) => id);
  expect(text).toEqual([
    'Наставляемый: Вася.',
    'Ни один наставник не подходит по обязательным правилам.',
    '— нет действующего согласия: 1; если снять только это правило, кандидатов станет 0.',
    '— не выполнено обязательное условие «нужный предмет»: 2; если снять только это правило, кандидатов станет 2.',
  ]);
});

test.each([
  [1, '1 место'],
  [2, '2 места'],
  [5, '5 мест'],
  [11, '11 мест'],
  [21, '21 место'],
  [112, '112 мест'],
] as const)('%i is counted as a person would: %s', (count, text) => {
  expect(counted(count, 'место', 'места', 'мест')).toBe(text);
});

test('sensitivity names a weight at which the pair is another one, and solving with that weight shows it', () => {
  const told = sensitivityOf(
    {
      ...school,
      mentors: [
        { id: 'near', capacity: 1, subjects: ['физика'], slots: [1] },
        { id: 'free', capacity: 1, subjects: ['химия'], slots: [1, 2, 3, 4] },
      ],
      requests: [{ id: 'r', subjects: ['физика'], slots: [1, 2, 3, 4] }],
      policy: { ...school.policy, criteria: school.policy.criteria.slice(0, 2) },
    },
    'r',
  );
  expect(told).toEqual([
    { criterion: 'предмет', weight: 833, above: null, below: { weight: 333, mentor: 'free' } },
    { criterion: 'время', weight: 167, above: { weight: 667, mentor: 'free' }, below: null },
  ]);
});

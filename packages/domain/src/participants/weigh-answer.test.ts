import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_COMPETENCES } from './competences.ts';
import { DEFAULT_THEMES } from './request-themes.ts';
import { competencesForTheme } from './theme-competences.ts';
import { type HelpOffered, type HelpWanted, weighAnswer } from './weigh-answer.ts';

const WANTED: HelpWanted = {
  formId: 'form',
  competences: ['assessment'],
  themeStems: ['оценк'],
  wordStems: ['физик'],
  menteeAge: 25,
  place: 'atSchool',
};
const OFFERED: HelpOffered = {
  hasCard: true,
  forms: ['form'],
  competences: [{ id: 'assessment', name: 'Оценивание', stems: ['оценива'] }],
  achievements: [{ name: 'Физика: призёры', stems: ['физик', 'призер'] }],
  interests: [{ name: 'шахматы', stems: ['шахмат'] }],
  menteeAges: { from: 18, to: 60 },
  places: ['atSchool'],
  accepting: true,
  capacity: 2,
  taken: 1,
};
const codes = (all: readonly { readonly code: string }[]) => all.map(({ code }) => code);

describe('a mentor for a request', () => {
  test('is named with every reason: strength, proof, form, age, place, room', () => {
    const { reasons, doubts } = weighAnswer(WANTED, OFFERED);
    expect(reasons).toEqual([
      { code: 'competence', names: ['Оценивание'] },
      { code: 'achievement', names: ['Физика: призёры'] },
      { code: 'form' },
      { code: 'age' },
      { code: 'place' },
      { code: 'room', left: 1 },
    ]);
    expect(doubts).toEqual([]);
  });

  test('is told against by what does not fit, each by its own code', () => {
    const other = { ...OFFERED, forms: ['another'], menteeAges: { from: 10, to: 14 }, places: ['online'] as const };
    expect(codes(weighAnswer(WANTED, other).doubts)).toEqual(['form', 'age', 'place']);
    const busy = { ...OFFERED, accepting: false, taken: 2, hasCard: false, competences: [], achievements: [] };
    expect(codes(weighAnswer(WANTED, busy).doubts)).toEqual(['not-accepting', 'full', 'no-card', 'nothing-common']);
  });

  test('is found by words of one root, not by short beginnings', () => {
    const named = (stem: string) => ({
      ...OFFERED,
      competences: [],
      achievements: [{ name: stem, stems: [stem] }],
    });
    const asked = { ...WANTED, competences: [], themeStems: ['спорт'], wordStems: ['прав'] };
    expect(codes(weighAnswer(asked, named('спортивн')).reasons)).toContain('achievement');
    expect(codes(weighAnswer(asked, named('правил')).doubts)).toContain('nothing-common');
  });

  test('words that stand in every theme join nobody', () => {
    const vague = { ...WANTED, competences: [], themeStems: ['подготовк', 'работ'], wordStems: ['помощ'] };
    const stems = ['подготовк', 'работ', 'помощ'];
    const offered = { ...OFFERED, competences: [{ id: 'x', name: 'Подготовка', stems }], achievements: [] };
    expect(codes(weighAnswer(vague, offered).doubts)).toContain('nothing-common');
  });
});

const words = fc.uniqueArray(fc.constantFrom('физик', 'урок', 'оценк', 'шахмат', 'работ'), { maxLength: 4 });
const named = fc.array(
  words.map((stems) => ({ name: stems.join(' '), stems })),
  { maxLength: 3 },
);
const ages = fc.option(
  fc.tuple(fc.nat(50), fc.nat(50)).map(([from, more]) => ({ from, to: from + more })),
  { nil: null },
);
const wanted: fc.Arbitrary<HelpWanted> = fc.record({
  formId: fc.option(fc.constantFrom('one', 'two'), { nil: null }),
  competences: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  themeStems: words,
  wordStems: words,
  menteeAge: fc.option(fc.nat(80), { nil: null }),
  place: fc.constantFrom('atSchool', 'online', 'any', null),
});
const offered: fc.Arbitrary<HelpOffered> = fc.record({
  hasCard: fc.boolean(),
  forms: fc.uniqueArray(fc.constantFrom('one', 'two')),
  competences: named.map((all) => all.map((each, at) => ({ ...each, id: ['a', 'b', 'd'][at] ?? 'd' }))),
  achievements: named,
  interests: named,
  menteeAges: ages,
  places: fc.uniqueArray(fc.constantFrom('atSchool', 'online', 'atPartner')),
  accepting: fc.boolean(),
  capacity: fc.integer({ min: 1, max: 5 }),
  taken: fc.nat(6),
});

describe('whatever is asked and offered', () => {
  test('nothing speaks for and against at once, and nothing is said twice', () => {
    fc.assert(
      fc.property(wanted, offered, (one, other) => {
        const { reasons, doubts } = weighAnswer(one, other);
        const said = [...codes(reasons), ...codes(doubts)];
        expect(new Set(said).size).toBe(said.length);
        expect(said.includes('room')).toBe(!said.includes('full') && !said.includes('not-accepting'));
      }),
    );
  });

  test('who can take nobody stands below everybody who can', () => {
    fc.assert(
      fc.property(wanted, offered, offered, (one, free, busy) => {
        const able = weighAnswer(one, { ...free, accepting: true, capacity: 5, taken: 0 });
        expect(weighAnswer(one, { ...busy, accepting: false }).weight).toBeLessThan(able.weight);
      }),
    );
  });

  test('another strength that answers the theme never makes a mentor stand lower', () => {
    fc.assert(
      fc.property(wanted, offered, (one, other) => {
        const more = { ...other, competences: [...other.competences, { id: 'a', name: 'ещё', stems: [] }] };
        expect(weighAnswer(one, more).weight).toBeGreaterThanOrEqual(weighAnswer(one, other).weight);
      }),
    );
  });
});

test('every shipped theme is answered by competences of the catalogue; a school’s own theme by its words', () => {
  const known = new Set(DEFAULT_COMPETENCES.map(({ id }) => id));
  for (const { name } of DEFAULT_THEMES) {
    const answering = competencesForTheme(name);
    expect(answering.length, name).toBeGreaterThan(0);
    expect(answering.filter((id) => !known.has(id))).toEqual([]);
  }
  expect(competencesForTheme('Практика на пасеке')).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import type { KnownPerson, PersonTraits } from './duplicate.ts';
import { findDuplicates, indexPeople } from './find-duplicates.ts';
import { judgeDuplicate } from './judge-duplicate.ts';
import { aName, daysFrom, fullNames, snilsNumbers } from './people.testing.ts';
import type { PersonName } from './person-name.ts';
import { nameKeysOf } from './same-name.ts';
import type { Snils } from './snils.ts';

/** PEOPLE_ROWS=5000 tries five thousand new people among fifty thousand known. */
const NEW = Number(process.env['PEOPLE_ROWS'] ?? 1_000);
const BORN = plainDate('2012-03-08');
const SNILS = '11223344595' as Snils;
const OTHER_SNILS = '08765430300' as Snils;
const traits = (name: PersonName, more: Partial<PersonTraits> = {}): PersonTraits => ({
  name,
  birthDate: null,
  snils: null,
  ...more,
});
const anna = aName('Королёва', 'Анна', 'Петровна');
const known: KnownPerson = { id: 'p1', ...traits(anna, { birthDate: BORN, snils: SNILS, className: '7А' }) };
const ask = (candidate: PersonTraits, people: readonly KnownPerson[] = [known]) =>
  findDuplicates(candidate, indexPeople(people));

describe('have we this person already?', () => {
  test.each([
    ['the same СНИЛС', traits(anna, { snils: SNILS }), 'certain', ['sameSnils', 'sameName'], []],
    [
      'the same СНИЛС under another name, as after a marriage',
      traits(aName('Лещёва', 'Анна', 'Петровна'), { snils: SNILS }),
      'likely',
      ['sameSnils'],
      ['otherName'],
    ],
    ['the same name and birth date', traits(anna, { birthDate: BORN }), 'certain', ['sameName', 'sameBirthDate'], []],
    [
      'е for ё',
      traits(aName('КОРОЛЕВА', 'Анна', 'Петровна'), { birthDate: BORN }),
      'certain',
      ['sameName', 'writtenOtherwise', 'sameBirthDate'],
      [],
    ],
    [
      'the parts in another order',
      traits(aName('Анна', 'Королева', 'Петровна'), { birthDate: BORN }),
      'likely',
      ['partsMoved', 'sameBirthDate'],
      [],
    ],
    [
      'one letter wrong and the same birth date',
      traits(aName('Корлёва', 'Анна', 'Петровна'), { birthDate: BORN }),
      'likely',
      ['oneSlip', 'sameBirthDate'],
      [],
    ],
    [
      'two letters changed places in the patronymic',
      traits(aName('Королёва', 'Анна', 'Пертовна'), { birthDate: BORN }),
      'likely',
      ['oneSlip', 'sameBirthDate'],
      [],
    ],
    [
      'no patronymic, the same class',
      traits(aName('Королёва', 'Анна'), { className: '7А' }),
      'likely',
      ['patronymicMissing', 'sameClass'],
      [],
    ],
    ['initials only', traits(aName('Королёва', 'А.', 'П.')), 'possible', ['initialsFit'], []],
    [
      'a birth date that differs',
      traits(anna, { birthDate: addDays(BORN, 1) }),
      'possible',
      ['sameName'],
      ['otherBirthDate'],
    ],
    [
      'a birth date that differs, in one class',
      traits(anna, { birthDate: addDays(BORN, 1), className: '7А' }),
      'likely',
      ['sameName', 'sameClass'],
      ['otherBirthDate'],
    ],
    [
      'all the same but the СНИЛС',
      traits(anna, { birthDate: BORN, snils: OTHER_SNILS }),
      'possible',
      ['sameName', 'sameBirthDate'],
      ['otherSnils'],
    ],
  ] as const)('%s', (_what, candidate, strength, reasons, doubts) => {
    expect(ask(candidate)).toEqual([{ id: 'p1', strength, reasons, doubts }]);
  });

  test.each([
    ['a namesake by family name only', traits(aName('Королёва', 'Мария', 'Петровна'), { birthDate: BORN })],
    ['one letter wrong and nothing else known', traits(aName('Корлёва', 'Анна', 'Петровна'))],
    ['two letters wrong', traits(aName('Кролева', 'Ана', 'Петровна'), { birthDate: BORN })],
    ['initials and another birth date', traits(aName('Королёва', 'А.'), { birthDate: addDays(BORN, 400) })],
    ['somebody else', traits(aName('Горев', 'Пётр', 'Ильич'), { birthDate: addDays(BORN, 3) })],
  ])('%s is nobody we know', (_what, candidate) => {
    expect(ask(candidate)).toEqual([]);
  });

  test('a full name without a birth date is asked about, as with employees', () => {
    expect(ask(traits(anna))).toMatchObject([{ strength: 'likely' }]);
    expect(ask(traits(anna, { className: '9Б' }))).toMatchObject([{ strength: 'possible', doubts: ['otherClass'] }]);
  });

  test('the strongest match stands first', () => {
    const namesake = { ...known, id: 'p0', snils: null, birthDate: null, className: null };
    expect(ask(traits(anna, { birthDate: BORN }), [namesake, known]).map(({ id }) => id)).toEqual(['p1', 'p0']);
  });

  test('whatever is known of two people, the index finds what comparing everybody with everybody finds', () => {
    const slips = fc.record({
      familyName: fc.constantFrom('Горев', 'Грев', 'Гоерв', 'Горёв', 'Иван'),
      givenName: fc.constantFrom('Иван', 'И.', 'Ивна', 'Горев'),
      patronymic: fc.constantFrom('Ильич', 'Илич', 'И.', null),
    });
    const person = fc.record({
      name: fc.oneof(fullNames, slips),
      birthDate: fc.option(daysFrom('2012-01-01', '2012-01-03'), { nil: null }),
      snils: fc.option(snilsNumbers, { nil: null }),
      className: fc.option(fc.constantFrom('7А', '7Б'), { nil: null }),
    });
    fc.assert(
      fc.property(person, fc.array(person, { maxLength: 9 }), (candidate, others) => {
        const people = others.map((other, at) => ({ ...other, id: `p${at}` }));
        const together = findDuplicates(candidate, indexPeople(people));
        const keys = nameKeysOf(candidate.name);
        const oneByOne = people.flatMap(
          (other) => judgeDuplicate(candidate, keys, other, nameKeysOf(other.name)) ?? [],
        );
        expect(together.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(oneByOne);
      }),
    );
  });

  test('everybody is their own certain duplicate when the birth date is known', () => {
    fc.assert(
      fc.property(fullNames, daysFrom('2008-01-01', '2019-12-31'), (name, birthDate) => {
        const self = { id: 'me', ...traits(name, { birthDate }) };
        expect(ask(self, [self])).toMatchObject([{ id: 'me', strength: 'certain', doubts: [] }]);
      }),
    );
  });

  test('the work grows with the people who come and not with all pairs', () => {
    const people = Array.from({ length: 10 * NEW }, (_, at): KnownPerson => somebody(at));
    const before = performance.now();
    const index = indexPeople(people);
    const found = Array.from({ length: NEW }, (_, at) => findDuplicates(somebody(at * 7), index));
    // A free machine needs a fifth of a millisecond for each; all pairs would take a hundred times as much.
    expect(performance.now() - before).toBeLessThan(NEW * 4);
    expect(found.every((matches, at) => matches.some(({ id }) => id === `p${at * 7}`))).toBe(true);
  }, 60_000);
});

/** Names repeat as they do in a town: 500 family names, 20 given, 20 patronymics; eleven years of birth. */
function somebody(at: number): KnownPerson {
  const mixed = (at * 7_919) % 50_021;
  const family = `Семьян${String.fromCharCode(1072 + (mixed % 25))}${String.fromCharCode(1072 + (Math.floor(mixed / 25) % 20))}в`;
  const given = `Имен${String.fromCharCode(1072 + (Math.floor(mixed / 500) % 20))}й`;
  const father = `Отцов${String.fromCharCode(1072 + (at % 20))}вич`;
  return {
    id: `p${at}`,
    name: aName(family, given, father),
    birthDate: addDays(plainDate('2008-01-01'), (at * 31) % 4_015),
    snils: null,
    className: `${(at % 11) + 1}А`,
  };
}

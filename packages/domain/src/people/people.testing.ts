import fc from 'fast-check';
import { dayFromNumber, dayNumber, type PlainDate, plainDate } from '../calendar/plain-date.ts';
import type { PersonName } from './person-name.ts';
import { type Snils, snilsControl } from './snils.ts';

/** Invented people for tests. */
const FAMILY = ['Берёзкин', 'Горев', 'Шилкин', 'Ярцев', 'Мамин-Сибиряк', 'Кольцов', 'Лещёв', 'Шостакович', 'Ан'];
const MEN = ['Иван', 'Пётр', 'Артём', 'Лев', 'Илья', 'Матвей', 'Семён'];
const FATHERS = ['Иванович', 'Петрович', 'Ильич', 'Семёнович', 'Лукич', 'Андреевич'];

export const fullNames: fc.Arbitrary<PersonName> = fc
  .record({
    familyName: fc.constantFrom(...FAMILY),
    givenName: fc.constantFrom(...MEN),
    patronymic: fc.option(fc.constantFrom(...FATHERS), { nil: null, freq: 5 }),
  })
  .filter((name) => name.patronymic !== null || !name.familyName.endsWith('ович'));

/** Days from one to another, both included. */
export function daysFrom(from: string, to: string): fc.Arbitrary<PlainDate> {
  return fc.integer({ min: dayNumber(plainDate(from)), max: dayNumber(plainDate(to)) }).map(dayFromNumber);
}

export const snilsNumbers: fc.Arbitrary<Snils> = fc
  .integer({ min: 1_001_999, max: 999_999_999 })
  .map((number) => String(number).padStart(9, '0'))
  .map((nine) => (nine + snilsControl(nine)) as Snils);

/** A name by its parts. */
export function aName(familyName: string, givenName: string, patronymic: string | null = null): PersonName {
  return { familyName, givenName, patronymic };
}

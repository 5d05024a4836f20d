import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey, tidyName } from './normalise-name.ts';
import { parseFullName } from './parse-full-name.ts';
import { fullNames } from './people.testing.ts';
import { type PersonName, printFullName, printShortName } from './person-name.ts';
import { sameName } from './same-name.ts';

const named = (familyName: string, givenName: string, patronymic: string | null = null): PersonName => ({
  familyName,
  givenName,
  patronymic,
});
const nameIn = (text: string) => {
  const parsed = parseFullName(text);
  return 'name' in parsed ? parsed.name : parsed.fault;
};

describe('a name as it should stand', () => {
  test.each([
    ['  ИВАНОВ   иван ', 'Иванов Иван'],
    ['Мамин – Сибиряк', 'Мамин-Сибиряк'],
    ['РИМСКИЙ-КОРСАКОВ', 'Римский-Корсаков'],
    ['МакДональд', 'МакДональд'],
    ['Самед ОГЛЫ', 'Самед оглы'],
    ['Cидopoв', 'Сидоров'],
    ['John', 'John'],
    ['Семёнов', 'Семёнов'],
  ])('«%s» is «%s»', (given, tidy) => {
    expect(tidyName(given)).toBe(tidy);
  });

  test('ё and е, hyphens, case and Latin look-alikes make no difference to the key', () => {
    expect(nameKey('Королёва-Берг')).toBe(nameKey('КОРОЛЕВА - БЕРГ'));
    expect(nameKey('Cepoвa')).toBe(nameKey('Серова'));
    // Wholly of Latin letters that look Russian: «сова» in capitals.
    expect(nameKey('COBA')).toBe(nameKey('Сова'));
    expect(nameKey('John')).toBe('john');
  });
});

describe('a whole name in one cell', () => {
  test.each([
    ['Иванов Иван Иванович', named('Иванов', 'Иван', 'Иванович')],
    ['Иван Иванович Иванов', named('Иванов', 'Иван', 'Иванович')],
    ['ПЕТРОВА АННА СЕРГЕЕВНА', named('Петрова', 'Анна', 'Сергеевна')],
    ['Дмитрий Дмитриевич Шостакович', named('Шостакович', 'Дмитрий', 'Дмитриевич')],
    ['Абрамович Роман Аркадьевич', named('Абрамович', 'Роман', 'Аркадьевич')],
    ['Римский - Корсаков Николай Андреевич', named('Римский-Корсаков', 'Николай', 'Андреевич')],
    ['Петрова Водкина Анна Ильинична', named('Петрова Водкина', 'Анна', 'Ильинична')],
    ['Анна Лукинична Петрова Водкина', named('Петрова Водкина', 'Анна', 'Лукинична')],
    ['Алиев Вагиф Самед оглы', named('Алиев', 'Вагиф', 'Самед оглы')],
    ['Вагиф Самед оглы Алиев', named('Алиев', 'Вагиф', 'Самед оглы')],
    ['Иванов Иван', named('Иванов', 'Иван')],
    ['Иван Иванов', named('Иванов', 'Иван')],
    ['Нгуен Ван Тхань', named('Нгуен', 'Ван Тхань')],
    ['Иванов И. И.', named('Иванов', 'И.', 'И.')],
    ['Иванов И.И.', named('Иванов', 'И.', 'И.')],
    ['И.И. Иванов', named('Иванов', 'И.', 'И.')],
    ['Иванов И.', named('Иванов', 'И.')],
    ['О’Нил Анна Петровна', named("О'Нил", 'Анна', 'Петровна')],
  ])('«%s» is read', (text, name) => {
    expect(nameIn(text)).toEqual(name);
  });

  test.each([
    ['', 'name.empty'],
    ['Иванов', 'name.one-part'],
    ['Иван Иванович', 'name.no-family-name'],
    ['Иванов Иван 7А', 'name.strange-characters'],
    ['один два три четыре пять шесть', 'name.too-many-parts'],
    ['-', 'name.strange-characters'],
  ])('«%s» is no whole name: %s', (text, fault) => {
    expect(nameIn(text)).toBe(fault);
  });

  test('only where nothing shows the order it is called guessed', () => {
    expect(parseFullName('Заря Весна')).toMatchObject({ orderGuessed: true });
    expect(parseFullName('Заря Анна')).toMatchObject({ orderGuessed: false });
    expect(parseFullName('Заря Весна Ивановна')).toMatchObject({ orderGuessed: false });
  });

  test('a printed name reads back, in both orders', () => {
    fc.assert(
      fc.property(fullNames, (name) => {
        expect(nameIn(printFullName(name))).toEqual(name);
        const turned = [name.givenName, name.patronymic, name.familyName].filter((part) => part !== null).join(' ');
        expect(nameIn(turned)).toEqual(name);
      }),
    );
  });

  test('initials of a name fit the name', () => {
    fc.assert(
      fc.property(fullNames, (name) => {
        const initials = nameIn(printShortName(name));
        expect(typeof initials).toBe('object');
        if (typeof initials === 'object') expect(sameName(initials, name)).toBe('initialsFit');
      }),
    );
  });

  // Longer than the longest that is read; made of numbers, since strings of all characters take a second to make.
  const anyCharacters = fc
    .array(fc.nat(0x10ffff), { maxLength: 220 })
    .map((points) => points.map((point) => String.fromCodePoint(point)).join(''));

  test('whatever stands in a cell, reading it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyCharacters), (text) => {
        const parsed = parseFullName(text);
        expect('name' in parsed || 'fault' in parsed).toBe(true);
      }),
    );
  });
});

describe('two names', () => {
  const anna = named('Королёва', 'Анна', 'Петровна');
  test.each([
    [named('КОРОЛЕВА', 'Анна', 'Петровна'), 'same'],
    [named('Анна', 'Королёва', 'Петровна'), 'partsMoved'],
    [named('Королева', 'Анна'), 'patronymicMissing'],
    [named('Королёва', 'А.', 'П.'), 'initialsFit'],
    [named('Королёва', 'А.'), 'initialsFit'],
    [named('Корлёва', 'Анна', 'Петровна'), 'oneSlip'],
    [named('Королёва', 'Анна', 'Пертовна'), 'oneSlip'],
    [named('Королёва', 'Анна', 'Ивановна'), null],
    [named('Корлёва', 'Алла', 'Петровна'), null],
    [named('Королёва', 'М.', 'П.'), null],
  ] as const)('%o agrees as %s', (other, likeness) => {
    expect(sameName(anna, other)).toBe(likeness);
    expect(sameName(other, anna)).toBe(likeness);
  });

  test('every name is the same as itself, and asking either way gives one answer', () => {
    fc.assert(
      fc.property(fullNames, fullNames, (one, other) => {
        expect(sameName(one, one)).toBe('same');
        expect(sameName(one, other)).toBe(sameName(other, one));
      }),
    );
  });
});

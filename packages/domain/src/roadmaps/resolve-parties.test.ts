import { describe, expect, test } from 'vitest';
import { parseResponsible } from '../responsibles/parse-responsible.ts';
import { type Directory, type DirectoryPerson, isNamed, resolveParty, shortName } from './resolve-parties.ts';

const person = (name: string, posts: string[] = [], roles: DirectoryPerson['roles'] = []): DirectoryPerson => {
  const [familyName = '', givenName = '', patronymic = null] = name.split(' ');
  return { id: familyName, familyName, givenName, patronymic, posts, roles };
};

const DIRECTORY: Directory = {
  people: [
    person('Бережной Олег Павлович', ['Директор'], ['director']),
    person('Лугова Ирина Юрьевна', ['Заместитель директора по учебно-воспитательной работе'], ['curator']),
    person('Перова Анна Сергеевна', ['Классный руководитель 8 «А»', 'Учитель математики'], ['classTeacher']),
    person('Тихонин Пётр Ильич', ['Учитель физики'], ['classTeacher']),
    person('Ясная Вера Михайловна', ['Педагог-психолог']),
    person('Кузовлёв Денис Игоревич', [], ['siteEditor']),
    person('Орлова Нина Львовна', ['Руководитель методического объединения']),
    person('Орлова Наталья Леонидовна', ['Социальный педагог']),
  ],
  bodies: [
    { id: 'group', name: 'Рабочая группа по наставничеству', memberIds: ['Лугова', 'Ясная'] },
    { id: 'council', name: 'Педагогический совет', memberIds: ['Бережной'] },
  ],
};

describe('who is meant by the words of a plan', () => {
  test.each([
    ['Лугова И.Ю.', ['Лугова']],
    ['И. Ю. Лугова', ['Лугова']],
    ['Кузовлев Д.И.', ['Кузовлёв']],
    ['Лугова О.В.', []],
    ['директор', ['Бережной']],
    ['зам. директора по УВР', ['Лугова']],
    ['Заместитель директора', ['Лугова']],
    ['Ответственный за наставничество', ['Лугова']],
    ['Классные руководители', ['Перова', 'Тихонин']],
    ['педагог-психолог', ['Ясная']],
    ['Координатор сайта', ['Кузовлёв']],
    ['Руководители МО', ['Орлова']],
    ['Рабочая группа', ['Лугова', 'Ясная']],
    ['Педагогический совет', ['Бережной']],
    ['ДО администрации города', []],
  ])('«%s» → %j', (words, families) => {
    const found = parseResponsible(words).parties.flatMap((party) => resolveParty(party, DIRECTORY));
    expect(found.map((each) => each.familyName)).toEqual(families);
  });

  test('of two people with the same initials both are shown, neither is guessed', () => {
    const found = resolveParty({ kind: 'person', name: 'Орлова Н.Л.', post: null }, DIRECTORY);
    expect(found.map((each) => each.givenName)).toEqual(['Нина', 'Наталья']);
  });

  test('what somebody has said outright goes before the words', () => {
    expect(
      resolveParty({ kind: 'post', name: null, post: 'директор', personId: 'Ясная' }, DIRECTORY).map((each) => each.id),
    ).toEqual(['Ясная']);
    expect(
      resolveParty({ kind: 'post', name: null, post: 'директор', bodyId: 'group' }, DIRECTORY).map((each) => each.id),
    ).toEqual(['Лугова', 'Ясная']);
  });

  test.each([
    ['Лугова', true],
    ['Лугова И.', true],
    ['Лугова Ирина', true],
    ['Лугова Ирина Юрьевна', true],
    ['Лугова Ю.И.', false],
    ['Луговая И.Ю.', false],
    ['', false],
  ])('«%s» names Лугова Ирина Юрьевна: %s', (name, named) => {
    expect(isNamed(DIRECTORY.people[1]!, name)).toBe(named);
  });

  test('a person is written with initials where there is little room', () => {
    expect(shortName(DIRECTORY.people[1]!)).toBe('Лугова И. Ю.');
    expect(shortName({ familyName: 'Ким', givenName: 'Лев', patronymic: null })).toBe('Ким Л.');
  });
});

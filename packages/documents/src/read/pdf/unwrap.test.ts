import { expect, test } from 'vitest';
import { Notes } from '../notes.ts';
import type { VisualLine } from './text-lines.ts';
import { unwrap } from './unwrap.ts';

/** Lines of a column 20 letters wide, each letter 5 points. */
const ROOM = { left: 0, right: 100 };
const lines = (...texts: string[]): VisualLine[] =>
  texts.map((text, i) => ({ text, left: 0, right: text.length * 5, y: 10 + i * 12, size: 10, bold: false }));

test.each<[string, string[], string[]]>([
  [
    'a line that had no room for the next word goes on',
    ['Провести опрос всех', 'учеников школы'],
    ['Провести опрос всех учеников школы'],
  ],
  ['a line that had room for it was ended on purpose', ['Приказ', 'Отчёт'], ['Приказ', 'Отчёт']],
  [
    'an item begins anew even on a full line',
    ['Издать приказ о паре', '2) Провести встречу'],
    ['Издать приказ о паре', '2) Провести встречу'],
  ],
  ['a date is no item', ['Собрать согласия до', '13.09.2024 г.'], ['Собрать согласия до 13.09.2024 г.']],
  ['a day and its month wrap together', ['с октября 95 г., с', '14 марта'], ['с октября 95 г., с 14 марта']],
  ['a name and its initials wrap together', ['Куратор,', 'Петрова О.С.'], ['Куратор, Петрова О.С.']],
  ['a preposition leans on the next line', ['не менее чем на', '90 %'], ['не менее чем на 90 %']],
  ['a hyphen at the end of a line goes with the break', ['понедельн-', 'ик'], ['понедельник']],
  ['the hyphen of a compound stays', ['социально-', 'педагогический'], ['социально-педагогический']],
  ['the hyphen of two nouns stays', ['беседа с педагогом-', 'психологом'], ['беседа с педагогом-психологом']],
  [
    'a dash inside brackets begins no item',
    ['вся модель (учитель', '– учитель) в школе'],
    ['вся модель (учитель – учитель) в школе'],
  ],
  ['a hyphen inside a part of a compound goes', ['программно-мето-', 'дические'], ['программно-методические']],
  [
    'a word that only looks like a compound is one word',
    ['для профессио-', 'нального, образо-', 'вательного'],
    ['для профессионального, образовательного'],
  ],
  ['what no word begins with belongs to the word before', ['каждый год, Сентябр', 'ь'], ['каждый год, Сентябрь']],
  [
    'a list has its semicolons at the ends of lines',
    ['опрос всех учеников;', 'встреча с родителями'],
    ['опрос всех учеников;', 'встреча с родителями'],
  ],
  [
    'a sentence may have a semicolon at the end of a line, too',
    ['опрос; анкеты пяти;', 'встреча с родителями'],
    ['опрос; анкеты пяти; встреча с родителями'],
  ],
  [
    'a dash in the middle of a sentence begins no item',
    ['обмен опытом встреч', '– «малые круги» пар'],
    ['обмен опытом встреч – «малые круги» пар'],
  ],
  ['a comma belongs to the word before', ['классы, руководители', ', завуч'], ['классы, руководители, завуч']],
  ['months keep their hyphen', ['каждый год, август-', 'сентябрь'], ['каждый год, август-сентябрь']],
  ['a dash between months takes no space', ['сентябрь–', 'октябрь'], ['сентябрь–октябрь']],
  [
    'columns of a line are not put together',
    ['ПРИНЯТО\tУТВЕРЖДАЮ', 'Совет\tДиректор'],
    ['ПРИНЯТО\tУТВЕРЖДАЮ', 'Совет\tДиректор'],
  ],
])('%s', (_rule, written, read) => {
  expect(unwrap(lines(...written), ROOM, new Notes()).map(({ text }) => text)).toEqual(read);
});

test('a wide gap between lines ends a paragraph, and so does a change from bold', () => {
  const [first, second] = lines('Провести опрос всех', 'учеников школы');
  if (!first || !second) throw new Error('two lines');
  expect(unwrap([first, { ...second, y: 60 }], ROOM, new Notes())).toHaveLength(2);
  expect(unwrap([{ ...first, bold: true }, second], ROOM, new Notes())).toHaveLength(2);
});

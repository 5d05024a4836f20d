import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_THEMES } from './request-themes.ts';
import { specialDataWarning } from './special-data.ts';

const wordsIn = (text: string) => specialDataWarning(text).map(({ word, topic }) => `${topic}: ${word}`);

describe('words of special categories in a free text (RULE-11)', () => {
  test.each([
    ['Ребёнок-инвалид, нужен покой', ['health: инвалид']],
    ['Он инвалид с детства', ['health: инвалид']],
    ['с инвалидностью второй группы', ['health: инвалидностью']],
    ['Мама говорит о диагнозе и лекарствах', ['health: диагнозе', 'health: лекарствах']],
    ['учится по программе для детей с ОВЗ', ['health: ОВЗ']],
    ['у него СДВГ и ЗПР', ['health: СДВГ', 'health: ЗПР']],
    ['часто болеет', ['health: болеет']],
    ['Состоянием здоровья ограничен', ['health: Состоянием здоровья']],
    ['учащийся с особыми образовательными потребностями', ['health: особыми образовательными потребностями']],
    ['семья мусульманская', ['religion: мусульманская']],
    ['по национальности', ['nationality: национальности']],
    ['отец был судим, состоит на учёте в КДН', ['conviction: судим', 'conviction: на учёте в КДН']],
    ['его осуждённый брат', ['conviction: осуждённый']],
  ])('«%s»', (text, found) => {
    expect(wordsIn(text)).toEqual(found);
  });

  test.each([
    'Вера Петровна проведёт диагностику затруднений',
    'Артём Иванович и Вич',
    'Два раза в неделю, рас…писание прилагается',
    'болельщик местной команды',
    'правовое просвещение, право на выбор',
    'Класс с углублённым изучением истории религий',
    'рассудительный ученик, не осуждает других',
    'возможности роста, развитие здоровых привычек',
  ])('«%s» says nothing special', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  test('the shipped themes of requests say nothing special', () => {
    expect(DEFAULT_THEMES.flatMap(({ name }) => wordsIn(name))).toEqual([]);
  });

  test('offsets point at the words, and no text makes it throw or hang', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('диагноз', ' ОВЗ ', 'İ', 'инвалид')), { maxLength: 30 }),
        (parts) => {
          const text = parts.join(' ');
          for (const { word, from, to } of specialDataWarning(text)) expect(text.slice(from, to)).toBe(word);
        },
      ),
    );
  });
});

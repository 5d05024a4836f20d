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

  /** Nouns and adjectives as they stand in a sentence: stem, and the endings of its cases. */
  const DECLINED = [
    ['инвалид', ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ность', 'ности', 'ностью']],
    ['диагноз', ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ами']],
    ['эпилепси', ['я', 'и', 'ю', 'ей']],
    ['дислекси', ['я', 'и', 'ю', 'ей']],
    ['заикани', ['е', 'я', 'ю', 'ем', 'и']],
    ['болезн', ['ь', 'и', 'ью', 'ей', 'ями']],
    ['заболевани', ['е', 'я', 'ю', 'ем', 'й', 'ях']],
    ['аутизм', ['', 'а', 'у', 'ом', 'е']],
    ['слабовидящ', ['ий', 'его', 'ему', 'им', 'ая', 'ей', 'ую', 'ие', 'их']],
    ['православн', ['ый', 'ого', 'ая', 'ой', 'ые', 'ых']],
    ['национальност', ['ь', 'и', 'ью', 'ей']],
    ['судимост', ['ь', 'и', 'ью', 'ей']],
    ['беременн', ['ость', 'ости', 'ая', 'ой']],
  ] as const;
  /** What stands in requests of every school, in the forms it stands there. */
  const USUAL = `подготовка к олимпиаде по математике, не успевает за классом, пропускает уроки, хочет стать инженером,
    боится отвечать у доски, стесняется, новенький в классе, мало друзей, конфликт с одноклассниками, проектная работа,
    рассказ о себе, выбор профессии, профориентация, волонтёрство, спортивный разряд, развитие речи, сочинение, чтение,
    контрольная, пересдача, домашнее задание, адаптация, мотивация, самооценка, диагностика затруднений, рефлексия,
    классный час, наставник, куратор, родительское собрание, молодой специалист, аттестация, методическая помощь,
    дисциплина, опаздывает, рассеян, устаёт, дистанционно, после уроков, по вторникам, кружок робототехники, здоровое питание,
    ограниченное время, особый интерес к истории, потребности рынка, состояние дел, группа ребят, судья соревнований,
    политика школы, партия в шахматы, колонка редактора, партнёр, вечер, спидкубинг, расписание, образование, праздник`
    .split(',')
    .map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '));

  test('a word is found in every case, in any letters, inside any sentence', () => {
    const word = fc
      .constantFrom(...DECLINED)
      .chain(([stem, endings]) => fc.constantFrom(...endings).map((ending) => `${stem}${ending}`));
    const shown = fc.tuple(word, fc.constantFrom('small', 'Capital', 'ALL')).map(([text, how]) => {
      if (how === 'ALL') return text.toUpperCase();
      return how === 'small' ? text : text.charAt(0).toUpperCase() + text.slice(1);
    });
    const beside = fc.constantFrom(...USUAL);
    const mark = fc.constantFrom(' ', ', ', '. ', ' (', '\n', ' «', '-');
    fc.assert(
      fc.property(beside, mark, shown, mark, beside, (before, left, special, right, after) => {
        expect(specialDataWarning(`${before}${left}${special}${right}${after}`).map((each) => each.word)).toContain(
          special,
        );
      }),
    );
  });

  test('no usual words of a school, however they stand together, give an alarm', () => {
    expect(USUAL.length).toBeGreaterThan(50);
    const joint = fc.constantFrom(' ', ', ', '. ', '; ', '\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...USUAL), joint), { maxLength: 12 }), (parts) => {
        expect(wordsIn(parts.flat().join(''))).toEqual([]);
      }),
    );
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

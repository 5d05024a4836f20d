import { expect, test } from 'vitest';
import { show } from '../fixtures/show.testing.ts';
import { typstPdf } from '../fixtures/typst-pdf.testing.ts';
import { readSource } from '../read-source.ts';
import { latticesOf } from './lattice.ts';
import type { Segment } from './rulings.ts';

const tableOver = async (height: string, table: string): Promise<string[]> =>
  show(
    await readSource(typstPdf(`#set page(width: 16cm, height: ${height}, margin: 2cm)\n#table(${table})`), 'план.pdf'),
  );

test('a row that a page cuts through is one row, its points stay points', async () => {
  const list =
    '1. Чтение положения о наставничестве в гимназии и обсуждение его с педагогами школы на заседании методического объединения.\\ 2. Встреча с наставниками, у которых есть опыт такой работы\\ 3. Обмен письмами';
  expect(
    await tableOver(
      '8cm',
      `columns: (1cm, 3cm, 5cm, 2cm), [№], [Этап], [Работа], [Срок], [1], [Подготовка], [Сбор запросов], [август], [2], [Обучение наставников и наставляемых], [${list}], [сентябрь], [3], [Работа], [проведение встреч], [октябрь]`,
    ),
  ).toEqual([
    '▦',
    '0: № | 1: Этап | 2: Работа | 3: Срок',
    '0: 1 | 1: Подготовка | 2: Сбор запросов | 3: август',
    '0: 2 | 1: Обучение наставников и наставляемых | 2: 1. Чтение положения о наставничестве в гимназии и обсуждение его с педагогами школы на заседании методического объединения. / 2. Встреча с наставниками, у которых есть опыт такой работы / 3. Обмен письмами | 3: сентябрь',
    '0: 3 | 1: Работа | 2: проведение встреч | 3: октябрь',
  ]);
});

test('a row that begins on a new page stays a row of its own, also in small letters', async () => {
  expect(
    await tableOver(
      '7cm',
      'columns: (3cm, 5cm, 3cm), [Этап], [Работа], [Срок], table.cell(rowspan: 4)[Подготовка], [сбор запросов], [август], [проведение опроса учеников и родителей], [август], [издание приказа], [сентябрь], [встреча пар], [октябрь]',
    ),
  ).toEqual([
    '▦',
    '0: Этап | 1: Работа | 2: Срок',
    '0×4: Подготовка | 1: сбор запросов | 2: август',
    '1: проведение опроса учеников и родителей | 2: август',
    '1: издание приказа | 2: сентябрь',
    '1: встреча пар | 2: октябрь',
  ]);
});

test('a row that is not ruled where the sheet ends reaches as far as the rulings down', () => {
  const across = (at: number): Segment => ({ across: true, at, from: 10, to: 200 });
  const down = (at: number): Segment => ({ across: false, at, from: 10, to: 150 });
  const [table] = latticesOf([across(40), across(80), across(120), down(10), down(100), down(200)]);
  expect([table?.rows, table?.isOpenBelow]).toEqual([[10, 40, 80, 120, 150], true]);
});

test('short cells that repeat below a page do not make two rows one', async () => {
  const lines = await tableOver(
    '8cm',
    'columns: (1cm, 4cm, 4cm, 2cm), [№], [Этап], [Работа], [Срок], [1], [Начало работы с базой наставляемых в лицее], [Опрос], [сентябрь], table.cell(rowspan: 2)[2], table.cell(rowspan: 2)[Встречи], [Проведение опроса желающих принять участие], [сентябрь], [Проведение опроса наставников и кураторов школы], [сентябрь]',
  );
  expect(lines.filter((line) => line.includes('Проведение'))).toHaveLength(2);
});

test('stamps side by side stay apart, also when their lines stand at different heights', async () => {
  const stamp = (dy: string, text: string): string => `box(width: 6cm, inset: (top: ${dy}))[${text}]`;
  const lines = show(
    await readSource(
      typstPdf(
        `#stack(dir: ltr, ${stamp('0pt', 'СОГЛАСОВАНО\\ Председатель профкома\\ Кедрова В.В.')}, ${stamp('5pt', 'УТВЕРЖДЕНО\\ приказом директора\\ № 112 от 30.08.2024 по лицею «Исток»')})\n\nПлан работы наставника в этом учебном году по разделам, которые названы ниже в таблице`,
      ),
      'план.pdf',
    ),
  );
  expect(lines.slice(0, 2)).toEqual([
    '▦',
    '0: СОГЛАСОВАНО / Председатель профкома / Кедрова В.В. | 1: УТВЕРЖДЕНО / приказом директора / № 112 от 30.08.2024 по лицею «Исток»',
  ]);
});

test('a stamp begins anew also after a line that is full', async () => {
  const page = '#set page(width: 14cm, height: 10cm, margin: 2cm)\n';
  const text =
    'Муниципальное общеобразовательное учреждение \\ «Лицей посёлка Ясный имени первого директора школы» \\ УТВЕРЖДАЮ';
  expect(show(await readSource(typstPdf(page + text), 'план.pdf')).at(-1)).toBe('¶ УТВЕРЖДАЮ');
});

import { expect, test } from 'vitest';
import { show } from '../fixtures/show.testing.ts';
import { typstPdf } from '../fixtures/typst-pdf.testing.ts';
import { readSource } from '../read-source.ts';

test('numbers near to the next column of a table without rulings have a column of their own', async () => {
  const table =
    '#table(columns: (1cm, 6cm, 4cm), stroke: none, [№], [Мероприятие], [Сроки], [1], [Приказ о назначении наставников и закреплении пар], [сентябрь], [2], [Встречи пар], [октябрь])';
  expect(show(await readSource(typstPdf(table), 'план.pdf'))).toEqual([
    '▦',
    '0: № | 1: Мероприятие | 2: Сроки',
    '0: 1 | 1: Приказ о назначении наставников и закреплении пар | 2: сентябрь',
    '0: 2 | 1: Встречи пар | 2: октябрь',
  ]);
});

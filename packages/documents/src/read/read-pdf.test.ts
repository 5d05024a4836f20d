import type { SourceTable } from '@nastavnik/domain/source/source-document';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { rawPdf } from './fixtures/raw-pdf.testing.ts';
import { codes, show } from './fixtures/show.testing.ts';
import { type TablePlan, tablePlans } from './fixtures/table-plans.testing.ts';
import { typstPdf, typstString } from './fixtures/typst-pdf.testing.ts';
import { wordsOfSource } from './plain-words.ts';
import { readSource } from './read-source.ts';

// These take a second alone, and more beside everything else on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const read = (source: string) => readSource(typstPdf(source), 'План.pdf');

test('a table over many pages is one table; its repeated header and the page numbers go aside', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `[${i + 1}], [Провести встречу пар], [май], [Куратор],`).join('\n');
  const document = await read(
    `#set page(numbering: "1")\n#table(columns: (1cm, 1fr, 3cm, 4cm), table.header([№], [Работа], [Срок], [Кто]), ${rows})`,
  );
  const lines = show(document);
  expect(lines.filter((line) => line.startsWith('▦'))).toHaveLength(1);
  expect(lines).toContain('0: 60 | 1: Провести встречу пар | 2: май | 3: Куратор');
  expect(lines.filter((line) => line.includes('0: №'))).toEqual(['0: № | 1: Работа | 2: Срок | 3: Кто']);
  expect(lines).toContain('¶ [header] №\tРабота\tСрок\tКто');
  expect(lines).toContain('¶ [footer c] 1');
  expect(codes(document)).toEqual(['page-number-moved', 'repeated-header-moved']);
});

test('a merged cell that a page cuts is one cell, and a mark at the foot of the sheet does not end the table', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `[Встреча ${i + 1}], [май],`).join('\n');
  const document = await read(
    `#set page(width: 20cm, height: 10cm, margin: 2cm)\n#place(bottom, dy: 1.5cm)[Документ 7]\n#table(columns: (3cm, 5cm, 3cm), table.header([Этап], [Работа], [Срок]), table.cell(rowspan: 12)[Подготовка], ${rows})`,
  );
  const lines = show(document);
  expect(lines.filter((line) => line.startsWith('▦'))).toHaveLength(1);
  expect(lines).toContain('0×12: Подготовка | 1: Встреча 1 | 2: май');
  expect(lines).toContain('1: Встреча 12 | 2: май');
  expect(lines.filter((line) => line.includes('Документ'))).toEqual(['¶ [footer] Документ 7']);
});

test('lines that a cell has wrapped are put back into paragraphs, lines that somebody began stay', async () => {
  const document = await read(
    `#table(columns: (4cm, 5cm), [Провести опрос учеников пятых классов и собрать согласия родителей], [1. Приказ\\ 2. Отчёт\\ о работе], [до 13 сентября 2024 г.], [социально-#linebreak()педагогический])`,
  );
  expect(show(document)).toEqual([
    '▦',
    '0: Провести опрос учеников пятых классов и собрать согласия родителей | 1: 1. Приказ / 2. Отчёт / о работе',
    '0: до 13 сентября 2024 г. | 1: социально-педагогический',
  ]);
});

test('a word that a narrow cell has broken is one word again, with or without a hyphen', async () => {
  const document = await read(
    `#table(columns: (2.1cm, 6cm), [понедельн-\\ ик], [Куратор], [понедельн\\ ик], [Директор школы])`,
  );
  expect(show(document)).toEqual(['▦', '0: понедельник | 1: Куратор', '0: понедельник | 1: Директор школы']);
  expect(codes(document)).toContain('broken-words-joined');
});

test('stamps side by side without rulings are read each on its own', async () => {
  const document = await read(
    `#grid(columns: (1fr, 1fr), column-gutter: 3cm, [СОГЛАСОВАНО\\ Педагогический совет\\ 28.08.2024], [УТВЕРЖДАЮ\\ Директор Лисицына М. М.\\ 30.08.2024])\n#v(1cm)\nПлан работы на год для всех, кто учится и учит в нашей школе, в нашем дворе и в нашем городе сейчас.`,
  );
  expect(show(document)).toEqual([
    '▦',
    '0: СОГЛАСОВАНО / Педагогический совет / 28.08.2024 | 1: УТВЕРЖДАЮ / Директор Лисицына М. М. / 30.08.2024',
    '¶ План работы на год для всех, кто учится и учит в нашей школе, в нашем дворе и в нашем городе сейчас.',
  ]);
  expect(codes(document)).toEqual(['columns-guessed']);
});

test('borders drawn as thin filled bars, cell by cell and in a moved frame, are rulings; a shaded cell is none', async () => {
  const bar = (x: number, y: number, width: number, height: number): string => `${x} ${y} ${width} ${height} re f`;
  const across = [0, 40, 80].flatMap((y) => [bar(0, y, 100, 0.5), bar(100, y, 100, 0.5)]);
  const down = [0, 100, 200].flatMap((x) => [bar(x, 0, 0.5, 40), ...(x === 100 ? [] : [bar(x, 40, 0.5, 40)])]);
  const text = (x: number, y: number, words: string): string => `BT /F 10 Tf ${x} ${y} Td (${words}) Tj ET`;
  const drawing = [
    'q 1 0 0 1 50 500 cm',
    bar(0, 40, 200, 40),
    ...across,
    ...down,
    text(5, 60, 'wide head'),
    text(5, 20, 'left'),
    text(105, 20, 'right'),
    'Q',
    text(50, 700, 'Plan'),
  ].join('\n');
  expect(show(await readSource(rawPdf(drawing), 'a.pdf'))).toEqual([
    '¶ Plan',
    '▦',
    '0+2: wide head',
    '0: left | 1: right',
  ]);
});

test.each([
  ['-90deg', 'up'],
  ['90deg', 'down'],
  ['180deg', 'on its head'],
])('a sheet whose text runs %s (%s) is read upright', async (angle) => {
  const table = '#table(columns: (1cm, 6cm, 3cm), [№], [Работа], [Срок], [1], [Провести встречу пар], [май])';
  const turned = await read(`#rotate(${angle}, reflow: true)[#box(width: 12cm)[${table}]]`);
  expect(show(turned)).toEqual(['▦', '0: № | 1: Работа | 2: Срок', '0: 1 | 1: Провести встречу пар | 2: май']);
});

test('a word that a typesetter has cut with a soft hyphen is whole again, in a ruled table and in one without rulings', async () => {
  for (const stroke of ['0.5pt', 'none']) {
    const table = `#table(columns: (1cm, 3cm, 3cm), stroke: ${stroke}, [№], [Работа], [Срок], [1], [Сопровождение наставляемых], [май], [2], [Обсуждение персонализированных программ], [в продолжение четверти])`;
    const document = await read(`#set text(hyphenate: true)\n#set par(justify: true)\n${table}`);
    expect(show(document)).toEqual([
      '▦',
      '0: № | 1: Работа | 2: Срок',
      '0: 1 | 1: Сопровождение наставляемых | 2: май',
      '0: 2 | 1: Обсуждение персонализированных программ | 2: в продолжение четверти',
    ]);
  }
});

test('a word wider than its narrow cell stays in that cell', async () => {
  const document = await read('#table(columns: (2cm, 5cm), [Наименованиеработы], [Срок], [Встречи], [май])');
  expect(show(document)).toEqual(['▦', '0: Наименованиеработы | 1: Срок', '0: Встречи | 1: май']);
});

test('columns of a table over pages without rulings are the same on each; a foot of the sheet is no row', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `[${i + 1}], [Провести встречу пар и записать её итоги в дневник наставника], [май], [Куратор],`,
  ).join('\n');
  const document = await read(
    `#set page(width: 16cm, height: 12cm, margin: 2cm, numbering: "1")\n#table(columns: (1cm, 1fr, 2cm, 3cm), stroke: none, table.header([№], [Работа], [Срок], [Кто]), ${rows})`,
  );
  const lines = show(document);
  expect(lines.filter((line) => line.startsWith('▦'))).toHaveLength(1);
  expect(
    lines.filter((line) =>
      line.endsWith(' | 1: Провести встречу пар и записать её итоги в дневник наставника | 2: май | 3: Куратор'),
    ),
  ).toHaveLength(30);
  expect(codes(document)).toEqual(['columns-guessed', 'page-number-moved', 'repeated-header-moved']);
});

/** A grid line that no cell begins at is not drawn: the reader cannot know of it. */
function asDrawn(plan: TablePlan): SourceTable['rows'] {
  const rows = [...new Set(plan.cells.map(({ row }) => row))].sort((a, b) => a - b);
  const columns = [...new Set(plan.cells.map(({ column }) => column))].sort((a, b) => a - b);
  const span = (starts: readonly number[], from: number, length: number): number =>
    starts.filter((start) => start >= from && start < from + length).length;
  return rows.map((row) => ({
    cells: plan.cells
      .filter((cell) => cell.row === row)
      .map((cell) => ({
        column: columns.indexOf(cell.column),
        columnSpan: span(columns, cell.column, cell.columnSpan),
        rowSpan: span(rows, cell.row, cell.rowSpan),
        lines: cell.lines.map(({ text }) => ({ text })),
      })),
  }));
}

test('a table drawn by Typst gives back the same cells and every word', async () => {
  const plans = tablePlans
    .filter((plan) => plan.cells.length > 1)
    // A line that ends in a hyphen or a preposition is put together with its neighbour: another test.
    .map((plan) => ({
      ...plan,
      cells: plan.cells.map((cell, i) => ({
        ...cell,
        lines: cell.lines.map((line, j) => ({
          text: `Строка ${i}${j} ${line.text.replace(/[^а-яёА-Я0-9 ]/g, '')} слово`,
        })),
      })),
    }));
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const cells = plan.cells.map((cell) => {
        const content = cell.lines.map(({ text }) => typstString(text.replace(/ +/g, ' '))).join(' \\ ');
        return `table.cell(x: ${cell.column}, y: ${cell.row}, colspan: ${cell.columnSpan}, rowspan: ${cell.rowSpan})[${content}]`;
      });
      const sizes = `columns: (9cm,) * ${plan.width}, rows: (2cm,) * ${plan.height}`;
      const document = await read(`#set page(width: 45cm, height: 30cm)\n#table(${sizes}, ${cells.join(', ')})`);
      expect(document.blocks).toHaveLength(1);
      const [block] = document.blocks;
      const bare = block?.kind === 'table' ? block.rows.map(({ cells: own }) => ({ cells: own })) : block;
      const planned = asDrawn(plan).map((row) => ({
        cells: row.cells.map((cell) => ({
          ...cell,
          lines: cell.lines.map(({ text }) => ({ text: text.replace(/ +/g, ' ') })),
        })),
      }));
      expect(bare).toEqual(planned);
      expect(wordsOfSource(document)).toHaveLength(
        plan.cells.flatMap(({ lines }) => lines.flatMap(({ text }) => text.split(/ +/))).length,
      );
    }),
    { numRuns: Number(process.env['READ_RUNS'] ?? 25) },
  );
});

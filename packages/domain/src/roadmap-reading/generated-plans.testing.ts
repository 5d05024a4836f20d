import fc from 'fast-check';
import type { SourceDocument } from '../source/source-document.ts';
import { LEFT, tableSource, textSource } from './reading.testing.ts';

export type InventedActivity = {
  readonly title: string;
  readonly deadline: string;
  readonly responsible: string;
  readonly result: string;
};
export type InventedStage = { readonly title: string; readonly activities: readonly InventedActivity[] };
export type InventedPlan = readonly InventedStage[];

const ACTIONS = ['Разработка', 'Утверждение', 'Проведение', 'Обсуждение', 'Анализ', 'Размещение', 'Подготовка', 'Сбор'];
const OBJECTS = [
  'плана встреч пар',
  'анкет новых педагогов',
  'памятки наставника',
  'перечня запросов',
  'отчёта о встречах',
  'сведений для сайта гимназии',
  'круглого стола',
];
const STAGES = ['Начало работы', 'Подбор наставников', 'Работа пар', 'Итоги года'];
const DEADLINES = [
  'сентябрь',
  'до 15.10.2024',
  'октябрь-ноябрь',
  'в течение года',
  'по запросу',
  '16-28 февраля 2025 г.',
];
const RESPONSIBLES = ['директор', 'Руководители МО', 'Щукина А.П.', 'Куратор, рабочая группа', 'Зам. директора по УВР'];
const RESULTS = ['Приказ', 'Протокол встречи', 'Перечень запросов', 'Справка'];

const activity: fc.Arbitrary<InventedActivity> = fc.record({
  title: fc
    .tuple(fc.constantFrom(...ACTIONS), fc.constantFrom(...OBJECTS), fc.integer({ min: 5, max: 11 }))
    .map(([action, object, form]) => `${action} ${object} для ${form}-х классов`),
  deadline: fc.constantFrom(...DEADLINES),
  responsible: fc.constantFrom(...RESPONSIBLES),
  result: fc.constantFrom(...RESULTS),
});

export const plans: fc.Arbitrary<InventedPlan> = fc
  .uniqueArray(fc.constantFrom(...STAGES), { minLength: 1, maxLength: 4 })
  .chain((titles) =>
    fc.tuple(
      ...titles.map((title) =>
        fc.record({ title: fc.constant(title), activities: fc.array(activity, { minLength: 1, maxLength: 4 }) }),
      ),
    ),
  );

const HEAD = ['Гимназия № 5', '', 'Дорожная карта', 'по наставничеству на 2024-2025 учебный год', ''];
const COLUMNS = ['№', 'Мероприятие', 'Сроки', 'Ответственные', 'Результат'];
const STAGED = ['№', 'Наименование этапа', 'Содержание деятельности', 'Сроки', 'Ответственные', 'Результат'];

/** Rows with a column of stages, filled in the first row of each; `null` where a merged cell covers the place. */
function stagedRows(plan: InventedPlan, covered: string | null): (string | null)[][] {
  return plan.flatMap((stage, at) =>
    stage.activities.map((one, index) => [
      index === 0 ? String(at + 1) : covered,
      index === 0 ? stage.title : covered,
      one.title,
      one.deadline,
      one.responsible,
      one.result,
    ]),
  );
}

type Row = { heading: string } | { cells: string[] };

function numberedRows(plan: InventedPlan): Row[] {
  return plan.flatMap((stage, at): Row[] => [
    { heading: `${['I', 'II', 'III', 'IV'][at]}. ${stage.title}` },
    ...stage.activities.map((one, index) => ({
      cells: [String(index + 1), one.title, one.deadline, one.responsible, one.result],
    })),
  ]);
}

function lined(body: readonly string[]): SourceDocument {
  return textSource([...HEAD, ...body].join('\n'));
}

/** The shapes in which the same plan is met. */
export const SHAPES: Record<string, (plan: InventedPlan) => SourceDocument> = {
  'a table with a column of stages': (plan) => tableSource(HEAD, [STAGED, ...stagedRows(plan, null)]),
  'a table with rows of stages': (plan) =>
    tableSource(HEAD, [
      COLUMNS,
      ...numberedRows(plan).map((row) => ('heading' in row ? [row.heading, LEFT, LEFT, LEFT, LEFT] : row.cells)),
    ]),
  'a table with a second head of numbers': (plan) =>
    tableSource(HEAD, [STAGED, ['1', '2', '3', '4', '5', '6'], ...stagedRows(plan, null)]),
  'a row a line with tabs': (plan) => lined([STAGED.join('\t'), ...stagedRows(plan, '').map((row) => row.join('\t'))]),
  'a row a line with tabs and headings': (plan) =>
    lined([
      COLUMNS.join('\t'),
      ...numberedRows(plan).map((row) => ('heading' in row ? row.heading : row.cells.join('\t'))),
    ]),
  'a cell a line behind a tab': (plan) =>
    lined([STAGED, ...stagedRows(plan, '')].flatMap((row) => [...row.map((cell) => `\t${cell}`), ''])),
  'a row a line with bars': (plan) =>
    lined([
      COLUMNS.join(' | '),
      ...numberedRows(plan).map((row) => ('heading' in row ? `${row.heading} |` : `${row.cells.join(' | ')} |`)),
    ]),
  'a cell a line with a bar behind it': (plan) =>
    lined(
      [COLUMNS, ...numberedRows(plan).map((row) => ('heading' in row ? [row.heading] : row.cells))].flatMap((row) =>
        row.map((cell) => `${cell} |`),
      ),
    ),
  'a bar alone between the cells': (plan) =>
    lined(
      [COLUMNS, ...numberedRows(plan).map((row) => ('heading' in row ? [row.heading] : row.cells))].flatMap((row) =>
        row.flatMap((cell) => [cell, '|']),
      ),
    ),
  'a cell a paragraph': (plan) =>
    lined(
      [COLUMNS, ...numberedRows(plan).map((row) => ('heading' in row ? [row.heading] : row.cells))].flatMap((row) =>
        row.flatMap((cell) => [cell, '']),
      ),
    ),
  'a cell a line': (plan) =>
    lined([COLUMNS, ...numberedRows(plan).map((row) => ('heading' in row ? [row.heading] : row.cells))].flat()),
  'cells parted by semicolons': (plan) =>
    lined([STAGED.join(';'), ...stagedRows(plan, '').map((row) => row.join(';'))]),
  'columns kept apart by spaces': (plan) =>
    lined(
      [STAGED, ...stagedRows(plan, '')].map((row) =>
        row
          .map((cell, at) => (cell ?? '').padEnd([6, 30, 70, 40, 40, 30][at] ?? 0))
          .join('')
          .trimEnd(),
      ),
    ),
  'a table of Markdown': (plan) =>
    lined([STAGED, STAGED.map(() => '---'), ...stagedRows(plan, '')].map((row) => `| ${row.join(' | ')} |`)),
};

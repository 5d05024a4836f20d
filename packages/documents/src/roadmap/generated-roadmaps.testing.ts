import { type DateSpan, type PlainDate, plainDate } from '@nastavnik/domain/calendar/plain-date';
import { deadlines } from '@nastavnik/domain/deadlines/deadline-arbitraries.testing';
import { printDeadline } from '@nastavnik/domain/deadlines/print-deadline';
import fc from 'fast-check';
import type { Adoption, Agreement, Approval } from '../write/stamps.ts';
import {
  ACTIONS,
  AUDIENCES,
  CONDITIONS,
  DEADLINES,
  ITEMS,
  LETTERS,
  NOTES,
  OBJECTS,
  PLACES,
  POSTS,
  RESULTS,
  STAGES,
  SURNAMES,
  TAILS,
} from './generated-words.testing.ts';
import { periodLine } from './roadmap-headings.ts';
import type { PrintActivity, PrintMeaning, PrintStage, RoadmapPrint } from './roadmap-print.ts';
import { SHAPES, type Shape } from './roadmap-shapes.testing.ts';

/** Roadmaps as schools could have written them: invented words in the shapes that real documents have. */

const person = fc
  .tuple(fc.constantFrom(...LETTERS), fc.constantFrom(...LETTERS), fc.constantFrom(...SURNAMES))
  .map(([first, second, surname]) => ({
    signed: `${first}.${second}. ${surname}`,
    listed: `${surname} ${first}.${second}.`,
  }));

const responsible = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...POSTS), { minLength: 1, maxLength: 2 }), fc.option(person))
  .map(([posts, one]) => ({ text: [...posts, ...(one ? [one.listed] : [])].join(', '), parties: [] }));

/** As schools say them, and any other that the deadline language can print. */
const deadline = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...DEADLINES) },
  { weight: 1, arbitrary: deadlines.map(printDeadline) },
);

const title = fc
  .tuple(fc.constantFrom(...ACTIONS), fc.constantFrom(...OBJECTS), fc.constantFrom(...TAILS))
  .map(([action, object, tail]) => `${action} ${object}${tail}`);

const PERIODS: readonly DateSpan[] = [
  { start: plainDate('2025-09-01'), end: plainDate('2026-08-31') },
  { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') },
  { start: plainDate('2026-01-01'), end: plainDate('2026-12-31') },
];

const day = (from: PlainDate): fc.Arbitrary<PlainDate> =>
  fc
    .integer({ min: 1, max: 28 })
    .map((number) => plainDate(`${from.slice(0, 5)}08-${String(number).padStart(2, '0')}`));

/** Any roadmap of one of the shapes; `shapes` narrows the choice. */
export function roadmaps(shapes: readonly string[] = Object.keys(SHAPES)): fc.Arbitrary<RoadmapPrint> {
  return fc.tuple(fc.constantFrom(...shapes), fc.constantFrom(...PERIODS)).chain(([name, period]) => {
    const shape = SHAPES[name];
    if (!shape) throw new Error(`no such shape: ${name}`);
    const number = fc.integer({ min: 1, max: 120 });
    return fc
      .record({
        stages: stages(shape),
        approved: approval(period),
        agreed: agreements(period),
        adopted: adoptions(period),
        school: number,
        place: fc.constantFrom(...PLACES),
        sections: sections(),
        second: fc.boolean(),
      })
      .map(({ stages: drawn, approved, agreed, adopted, school, place, sections: foreword, second }) => ({
        organizations: [
          { text: `Управление образования администрации муниципального округа ${place}`, language: 'ru' },
          {
            text: `Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № ${school}»`,
            language: 'ru',
          },
          ...(second ? [{ text: `«${school} №-а шӧр школа» муниципальнӧй велӧдан учреждение`, language: 'kv' }] : []),
        ],
        kind: 'Дорожная карта (план мероприятий)',
        kindGender: 'feminine' as const,
        titleLines: ['по реализации целевой модели наставничества', `в МБОУ «СОШ № ${school}»`, periodLine(period)],
        period,
        approved,
        agreed,
        adopted,
        sections: foreword,
        columns: shape.columns,
        stageLayout: shape.stageLayout,
        stages: drawn,
        signature: { post: 'Куратор программы наставничества', name: 'О.С. Лугова' },
        mark: null,
        typeface: 'Tinos' as const,
        execution: null,
      }));
  });
}

function stages(shape: Shape): fc.Arbitrary<PrintStage[]> {
  if (shape.stages === 'none') return stageOf(shape, '', 0).map((stage) => [stage]);
  return fc
    .subarray(STAGES, { minLength: 1, maxLength: 7 })
    .chain((titles) => fc.tuple(...titles.map((one, at) => stageOf(shape, one, at))));
}

function stageOf(shape: Shape, name: string, at: number): fc.Arbitrary<PrintStage> {
  return fc.array(activity(shape), { minLength: 1, maxLength: 8 }).chain((activities) =>
    measuresFor(shape, activities.length).map((measures) => ({
      number: stageNumber(shape, at),
      title: name,
      notes: [],
      execution: null,
      activities: activities.map((one, index) => ({
        ...one,
        number: shape.measures ? numberInMeasure(measures, index) : numberOf(shape, at, index),
        measure: measures[index] ?? null,
        // One row that holds a list beside a stage reads as the stage's several activities: paper cannot tell them apart.
        items: shape.stageLayout === 'column' && activities.length === 1 ? [] : one.items,
      })),
    })),
  );
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];

function stageNumber({ stages }: Shape, at: number): string | null {
  if (stages === 'roman') return ROMAN[at] ?? null;
  return stages === 'numbered' ? `${at + 1}` : null;
}

/** Under their measures activities are counted from one, as in seed 004; in a table without measures nobody counts them. */
function numberInMeasure(measures: readonly (string | null)[], index: number): string | null {
  const measure = measures[index] ?? null;
  return measure === null ? null : `${index - measures.indexOf(measure) + 1}`;
}

function numberOf(shape: Shape, stage: number, activity: number): string | null {
  if (!shape.columns.some((one) => one.meaning === 'number')) return null;
  return shape.stages !== 'numbered' ? `${activity + 1}` : `${stage + 1}.${activity + 1}`;
}

/** Measures come in runs, each over one or more activities. */
function measuresFor(shape: Shape, count: number): fc.Arbitrary<(string | null)[]> {
  if (!shape.measures) return fc.constant([]);
  return fc
    .tuple(
      fc.uniqueArray(title, { minLength: count, maxLength: count }),
      fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    )
    .map(([names, opens]) => {
      let current = 0;
      return names.map((_, at) => {
        if (opens[at] && at > 0) current = at;
        return names[current] ?? null;
      });
    });
}

function activity(shape: Shape): fc.Arbitrary<PrintActivity> {
  const has = (meaning: PrintMeaning) => shape.columns.some((one) => one.meaning === meaning);
  const when = <T>(meaning: PrintMeaning, value: fc.Arbitrary<T>) => (has(meaning) ? value : fc.constant(null));
  const numbersItems = has('measure') && !shape.measures;
  const lists = fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(ITEMS, { minLength: 2 }) },
  );
  return fc
    .record({
      title,
      condition: fc.oneof(
        { weight: 5, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom(...CONDITIONS) },
      ),
      items: has('deadline') ? lists : fc.constant<string[]>([]),
      deadline: when('deadline', deadline),
      responsible: when('responsible', responsible),
      result: when('result', fc.constantFrom(...RESULTS)),
      audience: when('audience', fc.constantFrom(...AUDIENCES)),
      note: when('note', fc.option(fc.constantFrom(...NOTES))),
    })
    .map(({ condition, items, ...one }) => ({
      ...one,
      items: numbersItems ? items.map((item, at) => `${at + 1}. ${item}`) : items,
      title: `${one.title}${condition}`,
      number: null,
      measure: null,
      condition: condition === '' ? null : condition.trim(),
      status: null,
      doneOn: null,
    }));
}

function sections(): fc.Arbitrary<RoadmapPrint['sections']> {
  const goal = { heading: 'Цель', paragraphs: ['Создание условий для раскрытия потенциала каждого наставляемого.'] };
  const expected = {
    heading: 'Ожидаемые результаты',
    paragraphs: ['– рост числа молодых педагогов, закрепившихся в школе;', '– улучшение психологического климата.'],
  };
  return fc.subarray([goal, expected]);
}

function approval(period: DateSpan): fc.Arbitrary<Approval | null> {
  return fc
    .tuple(
      fc.constantFrom('signature' as const, 'order' as const, 'combined' as const),
      person,
      day(period.start),
      fc.integer({ min: 1, max: 300 }),
    )
    .map(([style, one, date, number]) => ({
      style,
      organization: 'МБОУ «СОШ»',
      post: 'Директор школы',
      person: one.signed,
      date,
      order: { number: `${number}-од`, date },
    }));
}

function agreements(period: DateSpan): fc.Arbitrary<Agreement[]> {
  const one = fc.tuple(person, day(period.start)).map(([{ signed }, date]) => ({
    body: null,
    post: 'Начальник управления образования',
    person: signed,
    date,
    minutes: null,
  }));
  return fc.array(one, { maxLength: 1 });
}

function adoptions(period: DateSpan): fc.Arbitrary<Adoption[]> {
  const one = fc.tuple(day(period.start), fc.integer({ min: 1, max: 12 })).map(([date, number]) => ({
    body: 'педагогический совет',
    bodyGenitive: null,
    minutes: { number: `${number}`, date },
  }));
  return fc.array(one, { maxLength: 1 });
}

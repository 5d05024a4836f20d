import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../../calendar/plain-date.ts';
import { plans, SHAPES } from '../generated-plans.testing.ts';
import { readRoadmap } from '../read-roadmap.ts';
import { activitiesOf, lostWords, textSource } from '../reading.testing.ts';
import type { ColumnMeaning, DraftActivity, DraftStage, RoadmapDraft } from '../roadmap-draft.ts';
import { carryEdits } from './carry-edits.ts';
import { draftCorrections } from './draft-corrections.ts';

const PERIOD = { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') };
const NEXT = { start: plainDate('2025-09-01'), end: plainDate('2026-08-31') };
const SOURCE = textSource(`Дорожная карта наставничества на 2024-2025 учебный год

№\tЭтап\tСодержание деятельности\tСроки\tОтветственный\tРезультат
1\tПодготовка\tИздание приказа\tсентябрь\tДиректор\tПриказ
\t\tОпрос учителей\tоктябрь\tЛугова И.Ю.\tСправка
2\tРабота\tВстречи пар\tв течение года\tНаставники\tЖурнал`);
const COLUMNS: readonly ColumnMeaning[] = ['number', 'stage', 'content', 'deadline', 'responsible', 'result'];
const read = (options: { period?: typeof PERIOD; columns?: readonly ColumnMeaning[] } = {}) =>
  readRoadmap(SOURCE, { period: PERIOD, ...options });
const before = read();

const onActivity = (draft: RoadmapDraft, title: string, change: Partial<DraftActivity>): RoadmapDraft => ({
  ...draft,
  stages: draft.stages.map((stage) => ({
    ...stage,
    activities: stage.activities.map((each) => (each.title === title ? { ...each, ...change } : each)),
  })),
});
const onStages = (draft: RoadmapDraft, change: (stages: DraftStage[]) => DraftStage[]): RoadmapDraft => ({
  ...draft,
  stages: change([...draft.stages]),
});
const added = (title: string, source: DraftActivity['source']): DraftActivity => ({
  number: null,
  title,
  measure: null,
  items: [],
  deadline: null,
  responsible: null,
  result: null,
  condition: null,
  source,
});
const wordsOf = (gone: DraftActivity) =>
  [gone.number, gone.title, ...gone.items, gone.deadline?.text, gone.responsible?.text, gone.result?.text]
    .filter(Boolean)
    .join(' ');
const without = (draft: RoadmapDraft, title: string): RoadmapDraft => ({
  ...onStages(draft, (stages) =>
    stages.map((stage) => ({ ...stage, activities: stage.activities.filter((each) => each.title !== title) })),
  ),
  unrecognized: [
    ...draft.unrecognized,
    ...activitiesOf(draft).flatMap((each) =>
      each.title === title ? [{ text: wordsOf(each), source: each.source }] : [],
    ),
  ],
});

describe('a file that is read again', () => {
  test('in another period keeps the words that a person has written, and its deadlines are of the new period', () => {
    const written = onActivity(before, 'Издание приказа', { title: 'Издание приказа о парах' });
    const edited = onActivity(written, 'Опрос учителей', {
      deadline: { ...activitiesOf(before)[0]!.deadline!, text: 'ноябрь' },
    });
    const { draft, kept, lost } = carryEdits({ before, edited, fresh: read({ period: NEXT }) }, NEXT);
    expect(activitiesOf(draft).map(({ title, deadline }) => [title, deadline?.windows])).toEqual([
      ['Издание приказа о парах', [{ start: '2025-09-01', end: '2025-09-30' }]],
      ['Опрос учителей', [{ start: '2025-11-01', end: '2025-11-30' }]],
      ['Встречи пар', [{ start: '2025-09-01', end: '2026-08-31' }]],
    ]);
    expect({ kept, lost }).toEqual({ kept: 2, lost: [] });
  });

  test('with two columns exchanged takes their words anew, and keeps the edits of the others', () => {
    const columns = COLUMNS.map((each) =>
      each === 'responsible' ? 'result' : each === 'result' ? 'responsible' : each,
    );
    const titled = onActivity(before, 'Опрос учителей', { title: 'Опрос молодых учителей' });
    const edited = onActivity(titled, 'Встречи пар', { result: { text: 'Дневник', documents: [], target: null } });
    const { draft, kept, lost } = carryEdits({ before, edited, fresh: read({ columns }) }, PERIOD);
    expect(activitiesOf(draft).map(({ title, responsible }) => [title, responsible?.text])).toEqual([
      ['Издание приказа', 'Приказ'],
      ['Опрос молодых учителей', 'Справка'],
      ['Встречи пар', 'Журнал'],
    ]);
    expect(kept).toBe(1);
    expect(lost).toEqual([{ title: 'Встречи пар', field: 'result', text: 'Дневник' }]);
  });

  test('an edit that the new reading makes by itself is neither kept nor lost', () => {
    const columns = COLUMNS.map((each) => (each === 'result' ? 'note' : each));
    const edited = onActivity(before, 'Встречи пар', { result: null });
    expect(carryEdits({ before, edited, fresh: read({ columns }) }, PERIOD)).toMatchObject({ kept: 0, lost: [] });
  });

  test('what was taken out stays out and in the tray, what was added stays, what was moved stays where it was put', () => {
    const fewer = without(before, 'Опрос учителей');
    const more = onStages(fewer, ([first, second]) => {
      const [order, ...others] = first!.activities;
      const after = [...second!.activities, order!, added('Итоги', second!.source)];
      return [
        { ...first!, activities: others },
        { ...second!, activities: after },
      ];
    });
    const { draft, kept, lost } = carryEdits({ before, edited: more, fresh: read({ period: NEXT }) }, NEXT);
    expect(draft.stages.map(({ activities }) => activities.map(({ title }) => title))).toEqual([
      [],
      ['Встречи пар', 'Издание приказа', 'Итоги'],
    ]);
    expect(draft.unrecognized.map(({ text }) => text)).toContain('Опрос учителей октябрь Лугова И.Ю. Справка');
    expect({ kept, lost }).toEqual({ kept: 3, lost: [] });
  });

  test('into other stages keeps what is known again by its place and names what is not', () => {
    const columns = COLUMNS.map((each) => (each === 'stage' ? 'note' : each));
    const fresh = read({ columns });
    const renamed = onActivity(before, 'Встречи пар', { title: 'Встречи наставников' });
    const edited = onStages(renamed, ([first, second]) => [{ ...first!, title: 'Начало' }, second!]);
    const { draft, lost } = carryEdits({ before, edited, fresh }, PERIOD);
    expect(activitiesOf(draft).map(({ title }) => title)).toContain('Встречи наставников');
    expect(draft.stages).toHaveLength(1);
    expect(lost).toEqual([{ title: 'Начало', field: 'stage', text: 'Начало' }]);
  });
});

const sources = fc.tuple(plans, fc.constantFrom(...Object.values(SHAPES))).map(([plan, shape]) => shape(plan));
/** A person writes another title, takes out, adds; `at` says where. */
const edits = fc.record({ kind: fc.constantFrom('title', 'remove', 'add'), at: fc.nat(20) });

function afterEdit(draft: RoadmapDraft, { kind, at }: { kind: string; at: number }): RoadmapDraft {
  const all = activitiesOf(draft);
  const activity = all[at % Math.max(1, all.length)];
  if (!activity) return draft;
  if (kind === 'remove') return without(draft, activity.title);
  if (kind === 'title') return onActivity(draft, activity.title, { title: `${activity.title} (дополнено)` });
  return onStages(draft, (stages) =>
    stages.map((stage, index) =>
      index === at % stages.length
        ? { ...stage, activities: [...stage.activities, added(`Новое ${at}`, stage.source)] }
        : stage,
    ),
  );
}

const withoutPlaces = (draft: RoadmapDraft) =>
  draft.stages.map((stage) => ({ ...stage, activities: stage.activities.map(({ source: _source, ...each }) => each) }));

test('what nobody has edited is the new reading, whatever it is', () => {
  fc.assert(
    fc.property(sources, (source) => {
      const was = readRoadmap(source, { period: PERIOD });
      const fresh = readRoadmap(source, { period: NEXT });
      expect(carryEdits({ before: was, edited: was, fresh }, NEXT)).toEqual({ draft: fresh, kept: 0, lost: [] });
    }),
    { numRuns: 30 },
  );
});

test('read again as before, the plan is the one that the person has edited', () => {
  fc.assert(
    fc.property(sources, fc.array(edits, { maxLength: 4 }), (source, changes) => {
      const was = readRoadmap(source, { period: PERIOD });
      const edited = changes.reduce(afterEdit, was);
      const { draft, lost } = carryEdits({ before: was, edited, fresh: was }, PERIOD);
      // An activity that was added where another was taken out may pass for the other, rewritten.
      expect(withoutPlaces(draft)).toEqual(withoutPlaces(edited));
      expect(lost).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('of no word of the file does the person hear nothing more, however it is read again', () => {
  const swapped = (columns: readonly ColumnMeaning[], by: number) =>
    columns.map((_, at) => columns[(at + by) % columns.length]!);
  fc.assert(
    fc.property(sources, fc.array(edits, { maxLength: 4 }), fc.nat(4), (source, changes, by) => {
      const was = readRoadmap(source, { period: PERIOD });
      const fresh = readRoadmap(source, { period: PERIOD, columns: swapped(was.columns, by) });
      const { draft } = carryEdits({ before: was, edited: changes.reduce(afterEdit, was), fresh }, PERIOD);
      expect(lostWords(source, draft).filter((word) => !lostWords(source, fresh).includes(word))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('corrections name what was written otherwise, added, taken out and moved, and nothing else', () => {
  const fewer = without(onActivity(before, 'Встречи пар', { title: 'Встречи наставников' }), 'Опрос учителей');
  const edited = onStages({ ...fewer, title: 'Наш план' }, ([first, second]) => [
    { ...first!, title: 'Начало', activities: [] },
    { ...second!, activities: [...second!.activities, ...first!.activities, added('Итоги', second!.source)] },
  ]);
  expect(draftCorrections(before, edited)).toEqual([
    { title: 'Наш план', field: 'plan', before: before.title, after: 'Наш план' },
    { title: 'Подготовка', field: 'stage', before: 'Подготовка', after: 'Начало' },
    { title: 'Встречи пар', field: 'title', before: 'Встречи пар', after: 'Встречи наставников' },
    { title: 'Итоги', field: 'added', before: null, after: 'Итоги' },
    { title: 'Опрос учителей', field: 'removed', before: 'Опрос учителей', after: null },
    { title: 'Издание приказа', field: 'moved', before: null, after: null },
  ]);
  expect(draftCorrections(before, before)).toEqual([]);
});

import type { PrintColumn, PrintMeaning, RoadmapPrint } from './roadmap-print.ts';

/** What the shape of the paper can hold: with it the generator leaves out what no reader could tell on paper. */
export type Shape = {
  readonly columns: readonly PrintColumn[];
  readonly stageLayout: RoadmapPrint['stageLayout'];
  readonly stages: 'numbered' | 'roman' | 'named' | 'none';
  readonly measures: boolean;
};

const column = (meaning: PrintMeaning, heading: string): PrintColumn => ({ meaning, heading });
const TERM = column('deadline', 'Сроки');
const WHO = column('responsible', 'Ответственные');
const RESULT = column('result', 'Планируемый результат');

/** Shapes of real roadmaps: a stage column with merged cells, stage rows with and without numbers, measures, no terms. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'a numbered stage column': {
    columns: [
      column('stageNumber', '№'),
      column('stage', 'Наименование этапа'),
      column('content', 'Содержание деятельности'),
      TERM,
      WHO,
    ],
    stageLayout: 'column',
    stages: 'numbered',
    measures: false,
  },
  'a stage column and results': {
    columns: [column('stage', 'Этап'), column('content', 'Мероприятия'), TERM, WHO, RESULT],
    stageLayout: 'column',
    stages: 'named',
    measures: false,
  },
  'numbered stage rows': {
    columns: [
      column('number', '№ п/п'),
      column('content', 'Наименование мероприятий'),
      column('deadline', 'Срок реализации'),
      column('responsible', 'Ответственный за исполнение'),
      column('result', 'Результат, вид документа'),
    ],
    stageLayout: 'rows',
    stages: 'numbered',
    measures: false,
  },
  'stage rows without numbers': {
    columns: [column('content', 'Содержание деятельности'), RESULT, TERM, WHO],
    stageLayout: 'rows',
    stages: 'named',
    measures: false,
  },
  'no stages': {
    columns: [column('number', '№'), column('content', 'Мероприятие'), TERM, WHO, RESULT],
    stageLayout: 'rows',
    stages: 'none',
    measures: false,
  },
  'measures without terms': {
    columns: [
      column('stageNumber', '№'),
      column('stage', 'Наименование этапа'),
      column('measure', 'Мероприятия'),
      column('content', 'Содержание деятельности'),
    ],
    stageLayout: 'column',
    stages: 'numbered',
    measures: true,
  },
  'measures and what they consist of': {
    columns: [
      column('measure', 'Этап, мероприятия этапа'),
      column('content', 'Содержание деятельности'),
      RESULT,
      TERM,
      WHO,
    ],
    stageLayout: 'rows',
    stages: 'roman',
    measures: false,
  },
  'classes and notes': {
    columns: [
      column('number', '№ п/п'),
      column('content', 'Мероприятия'),
      column('audience', 'Классы'),
      TERM,
      WHO,
      column('note', 'Примечание'),
    ],
    stageLayout: 'rows',
    stages: 'named',
    measures: false,
  },
};

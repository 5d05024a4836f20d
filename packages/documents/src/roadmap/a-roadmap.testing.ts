import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { usualColumns } from './roadmap-headings.ts';
import type { PrintActivity, PrintStage, RoadmapPrint } from './roadmap-print.ts';

/** A small roadmap of an invented school; a test says only what matters to it. */
export function aRoadmap(given: Partial<RoadmapPrint> = {}): RoadmapPrint {
  return {
    organizations: [
      { text: 'Управление образования администрации муниципального округа Заречье', language: 'ru' },
      { text: 'МБОУ «Средняя общеобразовательная школа № 7»', language: 'ru' },
    ],
    kind: 'Дорожная карта (план мероприятий)',
    kindGender: 'feminine',
    titleLines: ['по реализации наставничества', 'на 2025/2026 учебный год'],
    period: { start: plainDate('2025-09-01'), end: plainDate('2026-08-31') },
    approved: {
      style: 'combined',
      organization: 'МБОУ «СОШ № 7»',
      post: 'Директор МБОУ «СОШ № 7»',
      person: 'Н.В. Озерова',
      date: plainDate('2025-09-05'),
      order: { number: '114-од', date: plainDate('2025-09-05') },
    },
    agreed: [],
    adopted: [
      { body: 'педагогический совет', bodyGenitive: null, minutes: { number: '1', date: plainDate('2025-08-29') } },
    ],
    sections: [],
    columns: usualColumns(['number', 'content', 'deadline', 'responsible', 'result']),
    stageLayout: 'rows',
    stages: [
      aStage('1', 'Подготовка', [anActivity({ number: '1.1', title: 'Издание приказа' })]),
      aStage('2', 'Завершение', [
        anActivity({ number: '2.1', title: 'Проведение анкетирования', result: 'Анкеты' }),
        anActivity({ number: '2.2', title: 'Подведение итогов', result: 'Справка' }),
      ]),
    ],
    signature: { post: 'Куратор программы наставничества', name: 'О.С. Лугова' },
    mark: null,
    typeface: 'Tinos',
    execution: null,
    ...given,
  };
}

export function aStage(number: string | null, title: string, activities: readonly PrintActivity[]): PrintStage {
  return { number, title, notes: [], activities, execution: null };
}

export function anActivity(given: Partial<PrintActivity> = {}): PrintActivity {
  return {
    number: null,
    title: 'Беседа',
    measure: null,
    items: [],
    deadline: 'сентябрь',
    responsible: { text: 'Куратор', parties: [] },
    result: 'Приказ',
    audience: null,
    note: null,
    condition: null,
    status: null,
    doneOn: null,
    ...given,
  };
}

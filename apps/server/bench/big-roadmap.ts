import { usualColumns } from '@nastavnik/documents/roadmap/roadmap-headings';
import type { PrintActivity, RoadmapPrint } from '@nastavnik/documents/roadmap/roadmap-print';

export const STAGES = 10;
export const ACTIVITIES = 50;

/** Each round has other words in every row: what was drawn before would come out of Typst's memory. */
export function bigRoadmap(round: number): RoadmapPrint {
  return {
    organizations: [{ text: 'МБОУ «Средняя общеобразовательная школа № 7»', language: 'ru' }],
    kind: 'Дорожная карта (план мероприятий)',
    kindGender: 'feminine',
    titleLines: ['по реализации целевой модели наставничества', 'на 2025/2026 учебный год'],
    period: null,
    approved: null,
    agreed: [],
    adopted: [],
    sections: [],
    columns: usualColumns(['number', 'content', 'deadline', 'responsible', 'result']),
    stageLayout: 'rows',
    stages: Array.from({ length: STAGES }, (_, stage) => ({
      number: `${stage + 1}`,
      title: 'Организация работы наставнических пар и групп',
      notes: [],
      execution: null,
      activities: Array.from({ length: ACTIVITIES }, (__, at) => activity(`${stage + 1}.${at + 1}`, round)),
    })),
    signature: { post: 'Куратор', name: 'О.С. Лугова' },
    mark: null,
    typeface: 'Tinos',
    execution: null,
  };
}

function activity(number: string, round: number): PrintActivity {
  return {
    number,
    title: `Проведение встречи ${number}-${round} наставников и наставляемых, обсуждение индивидуальных планов развития`,
    measure: null,
    items: [],
    deadline: `до ${10 + round} сентября, в течение года по запросу`,
    responsible: { text: `Заместитель директора по УВР, руководители ${round + 1}-х классов`, parties: [] },
    result: `Протокол встречи ${number}-${round}, индивидуальные планы`,
    audience: null,
    note: null,
    condition: null,
    status: null,
    doneOn: null,
  };
}

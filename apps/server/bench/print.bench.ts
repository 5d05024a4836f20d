import { renderRoadmapDocx } from '@nastavnik/documents/roadmap/render-roadmap-docx';
import { renderRoadmapPdf } from '@nastavnik/documents/roadmap/render-roadmap-pdf';
import { usualColumns } from '@nastavnik/documents/roadmap/roadmap-headings';
import type { PrintActivity, RoadmapPrint } from '@nastavnik/documents/roadmap/roadmap-print';

const STAGES = 10;
const ACTIVITIES = 50;
const ROUNDS = 9;

/** Printing a roadmap of 500 items: the median of several, and the first one, which also loads the fonts. Milliseconds. */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const pdf = await measured(renderRoadmapPdf);
  const docx = await measured(renderRoadmapDocx);
  return {
    name: `print of a roadmap with ${STAGES * ACTIVITIES} items`,
    figures: {
      pdfMedianMs: pdf.median,
      pdfFirstMs: pdf.first,
      pdfKilobytes: pdf.kilobytes,
      docxMedianMs: docx.median,
      docxFirstMs: docx.first,
      docxKilobytes: docx.kilobytes,
    },
  };
}

async function measured(draw: (print: RoadmapPrint) => Uint8Array | Promise<Uint8Array>) {
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const print = bigRoadmap(round);
    const began = performance.now();
    size = (await draw(print)).length;
    times.push(Math.round(performance.now() - began));
  }
  const sorted = times.toSorted((one, other) => one - other);
  return { first: times[0] ?? 0, median: sorted[Math.floor(ROUNDS / 2)] ?? 0, kilobytes: Math.round(size / 1024) };
}

/** Each round has other words in every row: what was drawn before would come out of Typst's memory. */
function bigRoadmap(round: number): RoadmapPrint {
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

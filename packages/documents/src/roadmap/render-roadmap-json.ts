import { EXPORT_FORMAT, EXPORT_VERSION, type RoadmapExport } from './roadmap-export.ts';
import type { PrintStage, RoadmapPrint } from './roadmap-print.ts';

/** The roadmap as versioned JSON (`roadmap-export.ts`), UTF-8, indented for people. */
export function renderRoadmapJson(print: RoadmapPrint): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(exportOf(print), null, 2)}\n`);
}

function exportOf(print: RoadmapPrint): RoadmapExport {
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    organizations: print.organizations.map(({ text, language }) => ({ name: text, language })),
    kind: print.kind,
    titleLines: [...print.titleLines],
    period: print.period && { start: print.period.start, end: print.period.end },
    approved: print.approved && {
      post: print.approved.post,
      person: print.approved.person,
      date: print.approved.date,
      order: print.approved.order && { number: print.approved.order.number, date: print.approved.order.date },
    },
    agreed: print.agreed.map(({ body, post, person, date, minutes }) => ({
      body,
      post,
      person,
      date,
      minutes: minutes && { number: minutes.number, date: minutes.date },
    })),
    adopted: print.adopted.map(({ body, minutes }) => ({
      body,
      minutes: minutes && { number: minutes.number, date: minutes.date },
    })),
    sections: print.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
    columns: print.columns.map(({ meaning, heading }) => ({ meaning, heading })),
    stages: print.stages.map(exportedStage),
    execution: print.execution && {
      numerator: print.execution.numerator,
      denominator: print.execution.denominator,
      asOf: print.execution.asOf,
    },
  };
}

function exportedStage(stage: PrintStage): RoadmapExport['stages'][number] {
  return {
    number: stage.number,
    title: stage.title,
    notes: [...stage.notes],
    execution: stage.execution && { numerator: stage.execution.numerator, denominator: stage.execution.denominator },
    activities: stage.activities.map((activity) => ({
      number: activity.number,
      title: activity.title,
      measure: activity.measure,
      items: [...activity.items],
      deadline: activity.deadline,
      responsible: activity.responsible?.text ?? null,
      result: activity.result,
      audience: activity.audience,
      note: activity.note,
      condition: activity.condition,
      status: activity.status,
      doneOn: activity.doneOn,
    })),
  };
}

import { USUAL_HEADINGS } from './roadmap-headings.ts';
import type { PrintActivity, PrintMeaning, PrintResponsible, RoadmapPrint } from './roadmap-print.ts';

const SOMEBODY = 'ответственный работник';

/**
 * The variant for the site (DOC-09, PRIVACY): posts instead of names, except for those who manage the school and sign.
 * A name that is known from the responsibles is also taken out of titles, results and notes.
 */
export function publicVariant(print: RoadmapPrint): RoadmapPrint {
  const hidden = hiddenNames(print);
  const hide = (text: string) => hidden.reduce((line, [name, post]) => line.replaceAll(name, post), text);
  const hideAll = (texts: readonly string[]) => texts.map(hide);
  const hideMaybe = (text: string | null) => (text === null ? null : hide(text));
  const activity = (one: PrintActivity): PrintActivity => ({
    ...one,
    title: hide(one.title),
    measure: hideMaybe(one.measure),
    items: hideAll(one.items),
    deadline: hideMaybe(one.deadline),
    result: hideMaybe(one.result),
    note: hideMaybe(one.note),
    audience: hideMaybe(one.audience),
    responsible: one.responsible && publicResponsible(one.responsible),
  });
  return {
    ...print,
    sections: print.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: hideAll(paragraphs) })),
    stages: print.stages.map((stage) => ({
      ...stage,
      notes: hideAll(stage.notes),
      activities: stage.activities.map(activity),
    })),
    signature: print.signature && { post: print.signature.post, name: null },
  };
}

/** The report of execution: the same table with the state and the day of each item (columns are added once). */
export function executionReport(print: RoadmapPrint): RoadmapPrint {
  const wanted: readonly PrintMeaning[] = ['status', 'doneOn'];
  const missing = wanted.filter((meaning) => !print.columns.some((column) => column.meaning === meaning));
  const added = missing.map((meaning) => ({ meaning, heading: USUAL_HEADINGS[meaning] }));
  return { ...print, columns: [...print.columns, ...added] };
}

function publicResponsible(responsible: PrintResponsible): PrintResponsible {
  const parties = responsible.parties.map((party) =>
    party.kind === 'person' && !party.manages ? { ...party, kind: 'post' as const, name: null } : party,
  );
  // Two teachers of the same post read as one post on the site.
  const words = new Set(parties.map((party) => [party.post, party.name].filter((word) => word !== null).join(' ')));
  return { parties, text: [...words].map((word) => word || SOMEBODY).join(', ') };
}

/** Names to take out, the longest first, so that a surname does not leave initials behind. */
function hiddenNames(print: RoadmapPrint): (readonly [name: string, post: string])[] {
  const names = new Map<string, string>();
  for (const { responsible } of print.stages.flatMap((stage) => stage.activities)) {
    for (const party of responsible?.parties ?? []) {
      if (party.kind === 'person' && !party.manages && party.name) names.set(party.name, party.post ?? SOMEBODY);
    }
  }
  return [...names].toSorted(([one], [other]) => other.length - one.length);
}

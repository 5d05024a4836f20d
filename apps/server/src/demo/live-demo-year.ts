import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Deps } from '../deps.ts';
import { type StoredFile, storeProof } from '../features/files/door.ts';
import { addEvidence, commandOccurrence, type NewEvidence } from '../features/items/door.ts';
import {
  amendRoadmap,
  approveRoadmap,
  considerRoadmap,
  cycleFor,
  enactRoadmap,
  insertPlan,
  type NewPlan,
  type Plan,
  peopleOfPlan,
  planOf,
  planOfTemplate,
  readingsIn,
  submitRoadmap,
} from '../features/roadmaps/door.ts';
import type { Caller } from '../platform/caller.ts';
import { type Writing, writing } from '../platform/db/transactions.ts';
import { type DemoOrganization, OWN_PLAN } from './demo-world.ts';
import { halfWayPeriod, periodWords } from './half-way.ts';

/** A founded organisation and its people, as those who act. */
export type Settled = { readonly tenantId: string; readonly callers: Readonly<Record<string, Caller>> };

/** The plan is made, approved and carried out up to today by the same actions that people use. */
export async function liveDemoYear(
  deps: Deps,
  organization: DemoOrganization,
  { tenantId, callers }: Settled,
): Promise<void> {
  const curator = callers['curator']!;
  const director = callers['director']!;
  const period = halfWayPeriod(curator.today);
  const scan = await storeProof(deps.files, { name: 'protokol.pdf', bytes: PROTOCOL });
  await writing(deps.pool, { tenantId }, async (tx) => {
    const cycle = await cycleFor(tx, curator, { title: periodWords(period), period });
    const words: NewPlan = organization.plan ? planOfTemplate(organization.plan, period) : ownPlan(period);
    const title = organization.plan ? `Дорожная карта наставничества на ${periodWords(period)}` : OWN_PLAN.title;
    const id = await insertPlan(tx, curator, { cycle }, { ...words, title });
    await approve(tx, { curator, director }, id, organization, period.start);
    await carryOut(tx, callers, (await planOf(tx, curator, id))!, scan);
    if (organization.kind === 'college') {
      await amendRoadmap(tx, curator, id, 'Уточнены сроки обучения наставников');
    }
  });
}

type Office = { readonly curator: Caller; readonly director: Caller };

async function approve(
  tx: Writing,
  { curator, director }: Office,
  id: string,
  organization: DemoOrganization,
  start: PlainDate,
): Promise<void> {
  const date = addDays(start, 1);
  await submitRoadmap(tx, curator, id);
  await considerRoadmap(tx, curator, id, {
    body: 'Педагогический совет',
    number: '1',
    date: start,
    decision: 'Принять',
    fileId: null,
  });
  const head = organization.people.find((person) => person.key === 'director')!;
  await approveRoadmap(tx, director, id, {
    date,
    person: director.name,
    post: head.post,
    order: { number: '118', date },
    authority: null,
    fileId: null,
  });
  await enactRoadmap(tx, curator, id);
}

/** What fell due is done, most of it in time; some is late, some waits for confirmation, as in life. */
async function carryOut(tx: Writing, callers: Settled['callers'], plan: Plan, scan: StoredFile): Promise<void> {
  const curator = callers['curator']!;
  const people = peopleOfPlan(plan.directory);
  let at = 0;
  for (const item of plan.items.filter((each) => each.awake)) {
    for (const occurrence of item.occurrences) {
      if (occurrence.due === null || occurrence.due >= curator.today) continue;
      at += 1;
      if (at % 6 === 0) continue;
      const doneOn = min(addDays(occurrence.due, at % 5 === 0 ? 6 : -2), curator.today);
      await addEvidence(tx, curator, occurrence.id, proofOf(at, item.resultText ?? item.title, doneOn, scan));
      // Every fourth is reported by a colleague whom the item names, and waits for the curator.
      const colleague = Object.values(callers).find(
        (each) => !each.roles.includes('curator') && people.isResponsible(item, each.personId),
      );
      const reporter = at % 4 === 0 && colleague ? colleague : curator;
      await commandOccurrence(tx, reporter, occurrence.id, 'reportDone', { doneOn, note: null });
    }
  }
}

function proofOf(at: number, title: string, day: PlainDate, scan: StoredFile): NewEvidence {
  if (at % 4 === 1) return { kind: 'link', title, url: `https://school.example/nastavnichestvo/${at}` };
  if (at % 4 === 2) return { kind: 'file', title, file: scan };
  return { kind: 'document', title, number: String(40 + at), date: day };
}

const min = (one: PlainDate, other: PlainDate) => (one < other ? one : other);

/** The smallest honest PDF: one empty page. */
const PROTOCOL = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

function ownPlan(period: { readonly start: PlainDate; readonly end: PlainDate }): NewPlan {
  const readings = readingsIn(period);
  let number = 0;
  return {
    title: OWN_PLAN.title,
    organizations: [],
    sections: OWN_PLAN.sections,
    columns: ['number', 'measure', 'content', 'deadline', 'responsible', 'result'],
    approvals: [],
    stages: OWN_PLAN.stages.map((stage, at) => ({
      number: String(at + 1),
      title: stage.title,
      notes: [],
      items: stage.items.map((item) => {
        number += 1;
        return {
          number: String(number),
          title: item.title,
          measure: item.measure,
          points: item.points,
          activityKind: null,
          deadlineText: item.deadline,
          deadline: readings.deadline(item.deadline),
          responsibleText: item.responsible,
          parties: readings.responsible(item.responsible).parties,
          resultText: item.result,
          result: readings.result(item.result),
          condition: null,
          changed: null,
        };
      }),
    })),
  };
}

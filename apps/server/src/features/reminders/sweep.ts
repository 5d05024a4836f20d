import type { ReminderKind } from '@nastavnik/contracts/settings';
import { type Action, can } from '@nastavnik/domain/access/can';
import { addDays, type PlainDate, weekday } from '@nastavnik/domain/calendar/plain-date';
import { liveOccurrences, stateOn } from '@nastavnik/domain/roadmaps/item-state';
import type { DirectoryPerson } from '@nastavnik/domain/roadmaps/resolve-parties';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { type Reading, reading, writing } from '../../platform/db/transactions.ts';
import { eachApart } from '../../platform/jobs/each-apart.ts';
import { type Clockwork, enqueue, handler, type JobHandler } from '../../platform/jobs/jobs.ts';
import { authorityAsked } from '../agreements/door.ts';
import {
  directoryOn,
  type Plan,
  type PlanItem,
  type PlanOccurrence,
  peopleOfPlan,
  planOf,
  roadmapIds,
  roadmapNews,
  tenantsToday,
} from '../roadmaps/door.ts';
import { type NewNotice, textsOf } from './notices.queries.ts';
import { remind, sendLetter } from './remind.ts';
import { fill, type ReminderText } from './reminder-kinds.ts';
import { carryOutLetter } from './send-letter.ts';

export const reminderClockworks: readonly Clockwork[] = [
  { name: 'remind-of-terms', crontab: '20 * * * *' },
  { name: 'send-abandoned-letters', crontab: '*/15 * * * *' },
];

export function reminderHandlers(deps: Deps): JobHandler[] {
  return [
    { name: 'remind-of-terms', run: () => remindOfTerms(deps) },
    { name: 'send-abandoned-letters', run: () => sendAbandoned(deps) },
    handler(sendLetter, (payload) => carryOutLetter(deps, payload)),
    handler(roadmapNews, (payload) => tellNews(deps, payload)),
    handler(authorityAsked, (payload) => tellAuthority(deps, payload)),
  ];
}

/** Selects what is due today in every organisation and puts it before its people; causes that were told are passed over. */
async function remindOfTerms(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await eachApart(await tenantsToday(deps, now), async ({ tenantId, today }) => {
    const plans = await reading(deps.pool, { tenantId }, (tx) => plansInForce(tx, tenantId, today));
    for (const plan of plans) {
      for (const notice of await reading(deps.pool, { tenantId }, (tx) => noticesOf(tx, tenantId, plan, today, deps))) {
        await writing(deps.pool, { tenantId }, (tx) => remind(tx, deps, { tenantId, now }, notice));
      }
    }
  });
}

async function plansInForce(tx: Reading, tenantId: string, today: PlainDate): Promise<Plan[]> {
  const ids = await roadmapIds(tx, tenantId, ['inForce']);
  const plans: Plan[] = [];
  for (const { id } of ids) {
    const plan = await planOf(tx, { tenantId, today }, id);
    if (plan) plans.push(plan);
  }
  return plans;
}

type Texts = Awaited<ReturnType<typeof textsOf>>;

async function noticesOf(
  tx: Reading,
  tenantId: string,
  plan: Plan,
  today: PlainDate,
  deps: Deps,
): Promise<NewNotice[]> {
  const texts = await textsOf(tx, tenantId);
  const people = peopleOfPlan(plan.directory);
  const notices: NewNotice[] = [];
  const curators = peopleWho(plan, 'item.confirm');
  for (const item of plan.items.filter((each) => each.awake)) {
    for (const occurrence of liveOccurrences(item.occurrences)) {
      const kind = kindOn(occurrence, today);
      if (!kind) continue;
      const readers = kind === 'confirmationWaiting' ? curators : people.ofItem(item);
      notices.push(...readers.map((person) => aboutItem(texts, plan, item, occurrence, kind, person, deps)));
    }
  }
  return [...notices, ...digest(texts, plan, today, curators, deps)];
}

/** Seven days and one day before, once after; what waits for the curator, once. */
function kindOn(occurrence: PlanOccurrence, today: PlainDate): ReminderKind | undefined {
  if (occurrence.state === 'reported') return 'confirmationWaiting';
  const state = stateOn(occurrence, today);
  if (occurrence.due === null || state === 'done') return undefined;
  if (state === 'overdue') return 'late';
  if (occurrence.due === addDays(today, 1)) return 'dayBefore';
  // A server that was off on the very day catches up on the next.
  if (occurrence.due > addDays(today, 1) && occurrence.due <= addDays(today, 7) && occurrence.due >= addDays(today, 5))
    return 'weekBefore';
  return undefined;
}

function aboutItem(
  texts: Texts,
  plan: Plan,
  item: PlanItem,
  occurrence: PlanOccurrence,
  kind: ReminderKind,
  person: DirectoryPerson,
  deps: Deps,
): NewNotice {
  const stage = plan.stages.find((each) => each.id === item.stageId)?.title ?? '';
  const values = {
    имя: addressOf(person),
    пункт: item.title,
    срок: dayWords(occurrence.due),
    этап: stage,
    карта: plan.roadmap.title,
    ссылка: linkTo(deps, `/roadmap/${plan.roadmap.id}?item=${item.id}`),
  };
  // A postponed term is a new cause: its day is in the key. Reported again after being sent back: the day it was done.
  const key = `${kind}:${occurrence.id}:${kind === 'confirmationWaiting' ? occurrence.doneOn : occurrence.due}`;
  return {
    personId: person.id,
    kind,
    key,
    text: fill(texts[kind], values),
    roadmapId: plan.roadmap.id,
    itemId: item.id,
  };
}

/** On Mondays, to the curator. */
function digest(
  texts: Texts,
  plan: Plan,
  today: PlainDate,
  curators: readonly DirectoryPerson[],
  deps: Deps,
): NewNotice[] {
  if (weekday(today) !== 1) return [];
  const sunday = addDays(today, 6);
  const open = plan.items
    .filter((item) => item.awake)
    .flatMap((item) => liveOccurrences(item.occurrences).map((each) => ({ item, each, state: stateOn(each, today) })));
  const late = open.filter(({ state }) => state === 'overdue');
  const week = open.filter(
    ({ each, state }) =>
      ['planned', 'inProgress', 'postponed'].includes(state) && each.due !== null && each.due <= sunday,
  );
  const waiting = open.filter(({ state }) => state === 'reported');
  const list = [...late, ...week].map(({ item, each }) => `— ${item.title} (${dayWords(each.due)})`).join('\n');
  const text = (person: DirectoryPerson): ReminderText =>
    fill(texts.weeklyDigest, {
      имя: addressOf(person),
      карта: plan.roadmap.title,
      просрочено: String(late.length),
      неделя: String(week.length),
      ждут: String(waiting.length),
      список: list,
      ссылка: linkTo(deps, '/'),
    });
  return curators.map((person) => ({
    personId: person.id,
    kind: 'weeklyDigest',
    key: `weeklyDigest:${plan.roadmap.id}:${today}`,
    text: text(person),
    roadmapId: plan.roadmap.id,
    itemId: null,
  }));
}

/** A roadmap was handed in, or came back. */
async function tellNews(deps: Deps, news: z.infer<(typeof roadmapNews)['payload']>): Promise<void> {
  const now = deps.clock.now();
  const { tenantId } = news;
  const today = (await tenantsToday(deps, now)).find((each) => each.tenantId === tenantId)?.today;
  if (!today) return;
  await writing(deps.pool, { tenantId }, async (tx) => {
    const plan = await planOf(tx, { tenantId, today }, news.roadmapId);
    if (!plan) return;
    const texts = await textsOf(tx, tenantId);
    for (const person of peopleWho(plan, news.kind === 'returned' ? 'roadmap.submit' : 'roadmap.approve')) {
      const text = fill(texts[news.kind], {
        имя: addressOf(person),
        карта: plan.roadmap.title,
        замечание: news.comment,
        ссылка: linkTo(deps, `/roadmap/${news.roadmapId}`),
      });
      await remind(
        tx,
        deps,
        { tenantId, now },
        { personId: person.id, kind: news.kind, key: news.cause, text, roadmapId: news.roadmapId, itemId: null },
      );
    }
  });
}

/** A school has asked the authority to agree: its coordinators hear of it. */
async function tellAuthority(deps: Deps, asked: z.infer<(typeof authorityAsked)['payload']>): Promise<void> {
  const now = deps.clock.now();
  const { tenantId } = asked;
  const today = (await tenantsToday(deps, now)).find((each) => each.tenantId === tenantId)?.today;
  if (!today) return;
  await writing(deps.pool, { tenantId }, async (tx) => {
    const texts = await textsOf(tx, tenantId);
    const { people } = await directoryOn(tx, tenantId, today);
    for (const person of people.filter((each) => can(each, 'agreement.decide'))) {
      const text = fill(texts.agreementAsked, {
        имя: addressOf(person),
        карта: `${asked.organization}: ${asked.title}`,
        ссылка: linkTo(deps, `/agreements/${asked.requestId}`),
      });
      const key = `agreementAsked:${asked.requestId}`;
      await remind(
        tx,
        deps,
        { tenantId, now },
        { personId: person.id, kind: 'agreementAsked', key, text, roadmapId: null, itemId: null },
      );
    }
  });
}

function peopleWho(plan: Plan, action: Action): DirectoryPerson[] {
  return plan.directory.people.filter((person) => can(person, action));
}

/** Letters whose sender died, and those whose job was lost. */
async function sendAbandoned(deps: Deps): Promise<void> {
  const { rows: tenants } = await sql<{ id: string }>`select all_tenants() as id`.execute(deps.pool);
  const before = new Date(deps.clock.now().getTime() - 15 * 60_000);
  await eachApart(tenants, ({ id: tenantId }) =>
    writing(deps.pool, { tenantId }, async (tx) => {
      const rows = await tx
        .selectFrom('mail_deliveries')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('state', 'in', ['waiting', 'sending'])
        .where('updated_at', '<', before)
        .limit(500)
        .execute();
      for (const { id } of rows) await enqueue(tx, sendLetter, { tenantId, deliveryId: id }, { key: `letter:${id}` });
    }),
  );
}

function addressOf(person: DirectoryPerson): string {
  return [person.givenName, person.patronymic].filter(Boolean).join(' ');
}

function dayWords(day: PlainDate | null): string {
  return day === null ? 'без срока' : `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

/** Without a public address a link in a letter would lead nowhere. */
function linkTo(deps: Deps, path: string): string {
  return deps.publicUrl ? `${deps.publicUrl}${path}` : '';
}

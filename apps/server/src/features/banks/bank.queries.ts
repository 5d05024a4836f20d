import type { BankQuery, menteeRow, mentorRow } from '@nastavnik/contracts/banks';
import { can } from '@nastavnik/domain/access/can';
import type { ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import type { Urgency } from '@nastavnik/domain/participants/request-states';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  cycleOfBanks,
  guardsOf,
  knowParticipants,
  lackingOf,
  participantsById,
  shownPerson,
} from '../participants/door.ts';
import { bankConditions, isGone } from './bank-filter.ts';

export type MenteeRow = z.infer<typeof menteeRow>;
export type MentorRow = z.infer<typeof mentorRow>;
type Page<Row> = { readonly rows: Row[]; readonly next: string | null; readonly total: number };
type Filter = Omit<BankQuery, 'after' | 'limit'>;

/** What a page is sorted by, as one text that grows downwards. */
const KEYS: Record<BankQuery['sort'], RawBuilder<string>> = {
  name: sql`p.search_name`,
  since: sql`to_char(t.state_since, 'YYYYMMDD')`,
  urgency: sql`coalesce(u.urgency, '4') || p.search_name`,
};

/** The most urgent of each participant's open requests, gathered once and not participant by participant. */
const urgencies = (tenantId: string) => sql`
  left join (
    select r.participant_id, min(case r.urgency when 'urgent' then '1' when 'soon' then '2' else '3' end) as urgency
    from mentee_requests r where r.tenant_id = ${tenantId} and r.state not in ('cancelled', 'closed') group by 1
  ) u on u.participant_id = t.id`;

/** Ids of one page in order, the key of the next, and how many there are in all. */
async function pageOf(
  tx: Reading,
  caller: Caller,
  role: ParticipantRole,
  query: BankQuery,
  among?: readonly string[],
): Promise<Page<string>> {
  const cycle = await cycleOfBanks(tx, caller, query.cycleId);
  const asked = bankConditions(caller, role, cycle.id, query);
  const conditions = among ? sql<boolean>`${asked} and t.id = any (${sql.val([...among])}::uuid[])` : asked;
  const key = KEYS[query.sort];
  const { rows } = await sql<{ id: string; key: string }>`
    select t.id, ${key} as key
    from participants t join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
    ${query.sort === 'urgency' ? urgencies(caller.tenantId) : sql``}
    where p.tenant_id = ${caller.tenantId} and ${conditions} and not ${isGone}
      ${query.after === undefined ? sql`` : beyond(query, key)}
    order by ${key}, t.id limit ${query.limit + 1}`.execute(tx);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => row.id),
    next: rows.length > query.limit && last ? writeAfter(last) : null,
    // The only page is the whole number.
    total:
      query.after === undefined && rows.length <= query.limit
        ? rows.length
        : await totalOf(tx, conditions, query.search),
  };
}

/** Behind the last row of the page before. The name alone is said once more: by it the index goes to the place. */
function beyond(query: BankQuery, key: RawBuilder<string>): RawBuilder<boolean> {
  const after = readAfter(query.after ?? '');
  return sql<boolean>`and (${key}, t.id) > (${after.key}, ${after.id}::uuid)
    ${query.sort === 'name' ? sql`and p.search_name >= ${after.key}` : sql``}`;
}

/**
 * How many in all. Participants are counted without their persons, and the few who are gone are taken off: joined to
 * fifty thousand people the count would cost more than the page.
 */
async function totalOf(tx: Reading, conditions: RawBuilder<boolean>, search: string | undefined): Promise<number> {
  const joined = sql`participants t join people p on p.tenant_id = t.tenant_id and p.id = t.person_id`;
  const { rows } = await (search
    ? sql<{ total: number }>`select count(*)::int as total from ${joined} where ${conditions} and not ${isGone}`
    : sql<{ total: number }>`select (
        (select count(*) from participants t cross join lateral (select t.tenant_id, t.person_id as id) p where ${conditions})
        - (select count(*) from ${joined} where ${conditions} and ${isGone}))::int as total`
  ).execute(tx);
  return rows[0]?.total ?? 0;
}

function writeAfter(row: { readonly id: string; readonly key: string }): string {
  return Buffer.from(JSON.stringify([row.key, row.id])).toString('base64url');
}

function readAfter(text: string): { readonly key: string; readonly id: string } {
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { key, id };
  } catch {
    // Fall through: whatever it was, it is no place in a list.
  }
  throw new Refusal('request.malformed', { field: 'after' });
}

async function known(tx: Reading, caller: Caller, ids: readonly string[]) {
  const rows = await participantsById(tx, caller.tenantId, ids);
  const found = new Map((await knowParticipants(tx, caller, rows)).map((each) => [each.row.id, each]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

type Known = Awaited<ReturnType<typeof known>>[number];

function common(caller: Caller, each: Known) {
  const { row, person, form, consents } = each;
  return {
    id: row.id,
    person: shownPerson(person, caller.today),
    form: form?.name ?? null,
    state: row.state,
    since: row.stateSince,
    confirmedOn: row.confirmedOn,
    consents:
      consents.missing.length === 0
        ? ('complete' as const)
        : consents.processing
          ? ('partial' as const)
          : ('none' as const),
    lacking: lackingOf(each),
    version: row.version,
  };
}

export async function menteesOf(tx: Reading, caller: Caller, query: BankQuery): Promise<Page<MenteeRow>> {
  const page = await pageOf(tx, caller, 'mentee', query);
  return { ...page, rows: await menteeRows(tx, caller, page.rows) };
}

export async function mentorsOf(tx: Reading, caller: Caller, query: BankQuery): Promise<Page<MentorRow>> {
  const page = await pageOf(tx, caller, 'mentor', query);
  return { ...page, rows: await mentorRows(tx, caller, page.rows) };
}

/** Every id of a filter, or those chosen among them, for a file; never more than the limit at once. */
export async function idsOf(
  tx: Reading,
  caller: Caller,
  role: ParticipantRole,
  filter: Filter,
  limit: number,
  among?: readonly string[],
): Promise<string[]> {
  return (await pageOf(tx, caller, role, { ...filter, limit }, among)).rows;
}

export async function menteeRows(tx: Reading, caller: Caller, ids: readonly string[]): Promise<MenteeRow[]> {
  const { rows } = await sql<{
    id: string;
    themes: string[];
    urgency: Urgency | null;
    requests: number;
    tagged: boolean;
  }>`${plannedOnce}
    select t.id,
      array(select distinct h.name from mentee_requests r
        join request_themes h on h.tenant_id = r.tenant_id and h.id = r.theme_id
        where r.tenant_id = t.tenant_id and r.participant_id = t.id and r.state not in ('cancelled', 'closed')
        order by h.name) as themes,
      (select case min(case r.urgency when 'urgent' then 1 when 'soon' then 2 else 3 end)
          when 1 then 'urgent' when 2 then 'soon' when 3 then 'calm' end
        from mentee_requests r where r.tenant_id = t.tenant_id and r.participant_id = t.id
          and r.state not in ('cancelled', 'closed')) as urgency,
      (select count(*)::int from mentee_requests r where r.tenant_id = t.tenant_id and r.participant_id = t.id
          and r.state not in ('cancelled')) as requests,
      exists (select from support_tags s where s.tenant_id = t.tenant_id and s.person_id = t.person_id) as tagged
    from participants t
    where t.tenant_id = ${caller.tenantId} and t.id = any (${sql.val([...ids])}::uuid[])`.execute(tx);
  const more = new Map(rows.map((row) => [row.id, row]));
  return (await known(tx, caller, ids)).map((each) => {
    const { themes, urgency, requests, tagged } = more.get(each.row.id)!;
    return {
      ...common(caller, each),
      themes,
      urgency,
      requests,
      ...(can(caller, 'supportTag.see', each.ties) ? { needsSupport: tagged } : {}),
    };
  });
}

export async function mentorRows(tx: Reading, caller: Caller, ids: readonly string[]): Promise<MentorRow[]> {
  const { rows } = await sql<{
    id: string;
    competences: string[] | null;
    accepting: boolean;
    capacity: number;
  }>`${plannedOnce}
    select t.id, coalesce(k.accepting, true) as accepting, coalesce(k.max_mentees, 3) as capacity,
      array(select jsonb_array_elements_text(case when jsonb_typeof(k.card->'competences') = 'array'
        then k.card->'competences' else '[]' end)) as competences
    from participants t
    left join competence_cards k on k.tenant_id = t.tenant_id and k.person_id = t.person_id
    where t.tenant_id = ${caller.tenantId} and t.id = any (${sql.val([...ids])}::uuid[])`.execute(tx);
  const more = new Map(rows.map((row) => [row.id, row]));
  return (await known(tx, caller, ids)).map((each) => {
    const { competences, accepting, capacity } = more.get(each.row.id)!;
    const guards = guardsOf(each);
    return {
      ...common(caller, each),
      competences: competences ?? [],
      accepting,
      capacity,
      // Pairs are no part of the product yet.
      mentees: 0,
      trained: guards.training,
      cleared: guards.clearance,
      interviewed: guards.interview,
      cardFilled: guards.cardFilled,
    };
  });
}

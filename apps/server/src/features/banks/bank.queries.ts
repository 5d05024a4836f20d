import type { BankQuery, menteeRow, mentorRow } from '@nastavnik/contracts/banks';
import { can } from '@nastavnik/domain/access/can';
import type { ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import type { Urgency } from '@nastavnik/domain/participants/request-states';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import {
  guardsOf,
  knowParticipants,
  lackingOf,
  participantsById,
  shownPerson,
  standingAnswers,
} from '../participants/door.ts';
import { categoriesOfPeople } from '../persons/door.ts';
import { bankPage } from './bank-page.queries.ts';

export type MenteeRow = z.infer<typeof menteeRow>;
export type MentorRow = z.infer<typeof mentorRow>;
type Page<Row> = { readonly rows: Row[]; readonly next: string | null; readonly total: number | null };
type Filter = Omit<BankQuery, 'after' | 'limit'>;

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
  const { ids, ...page } = await bankPage(tx, caller, 'mentee', query);
  return { ...page, rows: await menteeRows(tx, caller, ids) };
}

export async function mentorsOf(tx: Reading, caller: Caller, query: BankQuery): Promise<Page<MentorRow>> {
  const { ids, ...page } = await bankPage(tx, caller, 'mentor', query);
  return { ...page, rows: await mentorRows(tx, caller, ids) };
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
  return [...(await bankPage(tx, caller, role, { ...filter, limit }, among)).ids];
}

export async function menteeRows(tx: Reading, caller: Caller, ids: readonly string[]): Promise<MenteeRow[]> {
  const { rows } = await sql<{
    id: string;
    themes: string[];
    urgency: Urgency | null;
    requests: number;
    tagged: boolean;
    answered_by: string[];
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
      exists (select from support_tags s where s.tenant_id = t.tenant_id and s.person_id = t.person_id) as tagged,
      array(select distinct concat_ws(' ', mp.family_name, mp.given_name, mp.patronymic) as name
        from ${standingAnswers(sql<boolean>`a.tenant_id = t.tenant_id and r.participant_id = t.id`, sql`join people mp on mp.tenant_id = m.tenant_id and mp.id = m.person_id and mp.blocked_at is null`)} order by name) as answered_by
    from participants t
    where t.tenant_id = ${caller.tenantId} and t.id = any (${sql.val([...ids])}::uuid[])`.execute(tx);
  const more = new Map(rows.map((row) => [row.id, row]));
  const people = await known(tx, caller, ids);
  const teachers = people.flatMap(({ person }) => (person.standing === 'employee' ? [person.id] : []));
  const categories = await categoriesOfPeople(tx, caller, teachers);
  return people.map((each) => {
    const { themes, urgency, requests, tagged, answered_by } = more.get(each.row.id)!;
    return {
      ...common(caller, each),
      categories: (categories.get(each.person.id) ?? []).map(({ category }) => category),
      themes,
      urgency,
      requests,
      ...(can(caller, 'answer.see', each.ties) ? { answeredBy: answered_by } : {}),
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
    answers: string[];
  }>`${plannedOnce}
    select t.id, coalesce(k.accepting, true) as accepting, coalesce(k.max_mentees, 3) as capacity,
      array(select jsonb_array_elements_text(case when jsonb_typeof(k.card->'competences') = 'array'
        then k.card->'competences' else '[]' end)) as competences,
      array(select distinct coalesce(h.name, '') as theme from ${standingAnswers(sql<boolean>`a.tenant_id = t.tenant_id and a.mentor_id = t.id`, sql`left join request_themes h on h.tenant_id = r.tenant_id and h.id = r.theme_id`)} order by theme) as answers
    from participants t
    left join competence_cards k on k.tenant_id = t.tenant_id and k.person_id = t.person_id
    where t.tenant_id = ${caller.tenantId} and t.id = any (${sql.val([...ids])}::uuid[])`.execute(tx);
  const more = new Map(rows.map((row) => [row.id, row]));
  return (await known(tx, caller, ids)).map((each) => {
    const { competences, accepting, capacity, answers } = more.get(each.row.id)!;
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
      recommended: each.preparation.recommended,
      ...(can(caller, 'answer.see', each.ties) ? { answers } : {}),
    };
  });
}

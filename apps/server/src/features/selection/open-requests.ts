import type { SelectionAnswer, selectionQuery } from '@nastavnik/contracts/selection';
import { can } from '@nastavnik/domain/access/can';
import { mergeRequests } from '@nastavnik/domain/participants/merge-requests';
import { IN_BANK_STATES } from '@nastavnik/domain/participants/participant-states';
import type { RequestNote, Urgency } from '@nastavnik/domain/participants/request-states';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { ASKED_STATES, countsAsMinor, cycleOfBanks, personSummaries, shownPerson } from '../participants/door.ts';
import { findAnswers } from './answers.queries.ts';

/** The most that one screen shows; whoever has more filters by theme. */
const MOST = 100;

type Row = {
  readonly id: string;
  readonly participant_id: string;
  readonly person_id: string;
  readonly form_id: string | null;
  readonly theme_id: string | null;
  readonly theme: string | null;
  readonly source: RequestNote['source'];
  readonly found_on: RequestNote['foundOn'];
  readonly description: string;
  readonly wished_result: string;
  readonly urgency: Urgency;
};

/** C4: what is asked this year, one need a row, the most urgent first; with the mentors in view for each. */
export async function seeOpenRequests(
  tx: Writing,
  caller: Caller,
  query: z.infer<typeof selectionQuery>,
): Promise<SelectionAnswer> {
  permit(caller, 'answer.see');
  const cycle = await cycleOfBanks(tx, caller);
  const rows = await openRows(tx, caller.tenantId, cycle.id);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const answers = (
    await findAnswers(
      tx,
      caller,
      sql<boolean>`a.taken_back_on is null and a.request_id = any (${sql.val([...byId.keys()])}::uuid[])`,
    )
  ).filter(({ stands }) => stands);
  const needs = mergeRequests(rows.map(noteOf)).map((need) => ({
    need,
    row: byId.get(need.noteIds[0] ?? '')!,
    answers: answers.filter(({ request }) => need.noteIds.includes(request.id)),
  }));
  const asked = needs.filter(
    ({ need, row, answers: found }) =>
      (query.themeId === undefined || need.themeId === query.themeId) &&
      (query.urgency === undefined || need.urgency === query.urgency) &&
      (query.formId === undefined || row.form_id === query.formId) &&
      (query.answered === undefined || found.length > 0 === query.answered),
  );
  const shown = asked.toSorted((one, other) => RANK[one.need.urgency] - RANK[other.need.urgency]).slice(0, MOST);
  const people = await personSummaries(
    tx,
    caller,
    shown.map(({ need }) => need.personId),
  );
  for (const person of people.values()) {
    if (countsAsMinor(person, caller.today)) await recordCardView(tx, caller, person.id, 'request');
  }
  const forms = await formsById(tx, caller.tenantId);
  return {
    requests: shown.map(({ need, row, answers: found }) => ({
      id: row.id,
      participantId: row.participant_id,
      person: shownPerson(people.get(need.personId)!, caller.today),
      form: row.form_id ? (forms.get(row.form_id)?.form.name ?? null) : null,
      theme: row.theme,
      words: [...need.words],
      sources: [...need.sources],
      urgency: need.urgency,
      foundOn: need.firstFoundOn,
      answers: found,
    })),
    open: needs.length,
    withoutMentor: needs.filter(({ answers: found }) => found.length === 0).length,
    more: asked.length > shown.length,
    may: { propose: can(caller, 'answer.propose') },
  };
}

const RANK = { urgent: 0, soon: 1, calm: 2 } as const satisfies Record<Urgency, number>;

async function openRows(tx: Writing, tenantId: string, cycleId: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.participant_id, t.person_id, t.form_id, r.theme_id, h.name as theme, r.source, r.found_on,
      r.description, r.wished_result, r.urgency
    from mentee_requests r
    join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
    join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
    left join request_themes h on h.tenant_id = r.tenant_id and h.id = r.theme_id
    where r.tenant_id = ${tenantId} and t.cycle_id = ${cycleId}
      and r.state = any (${sql.val([...ASKED_STATES])}::text[])
      and t.state = any (${sql.val([...IN_BANK_STATES])}::text[])
      and p.erased_at is null and p.blocked_at is null
    order by r.found_on, r.id`.execute(tx);
  return rows;
}

function noteOf(row: Row): RequestNote {
  return {
    id: row.id,
    personId: row.person_id,
    themeId: row.theme_id,
    source: row.source,
    foundOn: row.found_on,
    words: row.description,
    wishedResult: row.wished_result,
    urgency: row.urgency,
  };
}

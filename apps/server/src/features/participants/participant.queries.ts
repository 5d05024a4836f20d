import type { CompetenceCardBody } from '@nastavnik/contracts/mentors';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ParticipantRole, ParticipantState } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import { type Actor, actorShown, nameInHistory } from '../../platform/audit.ts';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { cardOfRow } from './card-of-row.ts';
import { standingAnswers } from './standing-answers.ts';

export type ParticipantRow = {
  readonly id: string;
  readonly personId: string;
  readonly role: ParticipantRole;
  readonly cycleId: string;
  readonly formId: string | null;
  readonly state: ParticipantState;
  readonly stateSince: PlainDate;
  readonly selectedOn: PlainDate | null;
  readonly suspendedUntil: PlainDate | null;
  readonly source: string;
  readonly nominatedBy: string | null;
  readonly confirmedOn: PlainDate | null;
  readonly version: number;
};

const COLUMNS = [
  'id',
  'person_id',
  'role',
  'cycle_id',
  'form_id',
  'state',
  'state_since',
  'selected_on',
  'suspended_until',
  'source',
  'nominated_by',
  'confirmed_on',
  'version',
] as const;

/** The records asked for, in the order of their ids; with `lock`, so that two commands come one after the other. */
export async function participantsById(
  tx: Reading,
  tenantId: string,
  ids: readonly string[],
  lock = false,
): Promise<ParticipantRow[]> {
  if (ids.length === 0) return [];
  let query = tx
    .selectFrom('participants')
    .modifyFront(plannedOnce)
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<string>`any (${sql.val([...ids])}::uuid[])`)
    .orderBy('id');
  if (lock) query = query.forUpdate();
  return (await query.execute()).map(fromRow);
}

export async function participationsOf(tx: Reading, tenantId: string, personId: string): Promise<ParticipantRow[]> {
  const rows = await tx
    .selectFrom('participants')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

function fromRow(row: {
  id: string;
  person_id: string;
  role: string;
  cycle_id: string;
  form_id: string | null;
  state: string;
  state_since: PlainDate;
  selected_on: PlainDate | null;
  suspended_until: PlainDate | null;
  source: string;
  nominated_by: string | null;
  confirmed_on: PlainDate | null;
  version: number;
}): ParticipantRow {
  return {
    id: row.id,
    personId: row.person_id,
    role: row.role as ParticipantRole,
    cycleId: row.cycle_id,
    formId: row.form_id,
    state: row.state as ParticipantState,
    stateSince: row.state_since,
    selectedOn: row.selected_on,
    suspendedUntil: row.suspended_until,
    source: row.source,
    nominatedBy: row.nominated_by,
    confirmedOn: row.confirmed_on,
    version: row.version,
  };
}

export type Change = {
  readonly participantId: string;
  readonly onDay: PlainDate;
  readonly command: string;
  readonly from: ParticipantState | null;
  readonly to: ParticipantState;
  readonly formId: string | null;
  readonly reason: string | null;
  /** Of the participant, after the change. */
  readonly version: number;
};

/** A dated line of the history: the register of any past day is read from these. */
export async function recordChange(tx: Writing, actor: Actor, change: Change): Promise<void> {
  await tx
    .insertInto('participant_changes')
    .values({
      tenant_id: actor.tenantId,
      id: newId(actor.now),
      participant_id: change.participantId,
      on_day: change.onDay,
      at: actor.now,
      command: change.command,
      from_state: change.from,
      to_state: change.to,
      form_id: change.formId,
      reason: change.reason,
      version: change.version,
      actor_person_id: actor.personId,
      actor_name: nameInHistory(actor),
    })
    .execute();
}

export async function changesOf(tx: Reading, tenantId: string, participantId: string) {
  return tx
    .selectFrom('participant_changes')
    .select(['on_day', 'at', 'command', 'from_state', 'to_state', 'reason'])
    .select(actorShown('participant_changes').as('actor_name'))
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .orderBy('at')
    .orderBy('version')
    .orderBy('id')
    .execute();
}

/** The facts that the guards of LIFECYCLE §3 are made of, but for the consents. */
export type Preparation = {
  readonly interviewed: boolean;
  readonly cleared: boolean;
  readonly trained: boolean;
  readonly card: CompetenceCardBody | null;
  /** Sent and standing. */
  readonly requests: number;
  /** Begun and not sent yet. */
  readonly drafts: number;
  /** PC1: a council has recommended this candidate. */
  readonly recommended: boolean;
  /** Requests this mentor is meant for (C4). */
  readonly answers: number;
};

/** A completed training counts for three years (LIFECYCLE 4.7). */
export async function preparationsOf(
  tx: Reading,
  tenantId: string,
  participantIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, Preparation>> {
  if (participantIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    interviewed: boolean;
    cleared: boolean;
    trained: boolean;
    card: unknown;
    accepting: boolean;
    max_mentees: number;
    requests: number;
    drafts: number;
    recommended: boolean;
    answers: number;
  }>`${plannedOnce}
    select t.id, k.card, k.accepting, k.max_mentees,
      exists (select from interviews i where i.tenant_id = t.tenant_id and i.participant_id = t.id) as interviewed,
      coalesce((select c.passed from clearances c where c.tenant_id = t.tenant_id and c.person_id = t.person_id
        order by c.certificate_date desc, c.id desc limit 1), false) as cleared,
      exists (select from mentor_trainings m where m.tenant_id = t.tenant_id and m.person_id = t.person_id
        and m.completed_on <= ${today}::date and m.completed_on + interval '3 years' > ${today}::date) as trained,
      (select count(*)::int from mentee_requests r where r.tenant_id = t.tenant_id and r.participant_id = t.id
        and r.state not in ('draft', 'returned', 'cancelled', 'redirected')) as requests,
      (select count(*)::int from mentee_requests r where r.tenant_id = t.tenant_id and r.participant_id = t.id
        and r.state in ('draft', 'returned')) as drafts,
      exists (select from council_recommendations c where c.tenant_id = t.tenant_id and c.participant_id = t.id) as recommended,
      (select count(*)::int from ${standingAnswers(sql<boolean>`a.tenant_id = t.tenant_id and a.mentor_id = t.id`)}) as answers
    from participants t
    left join competence_cards k on k.tenant_id = t.tenant_id and k.person_id = t.person_id
    where t.tenant_id = ${tenantId} and t.id = any (${sql.val([...participantIds])}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, { ...row, card: cardOfRow(row) }]));
}

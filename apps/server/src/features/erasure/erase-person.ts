import { randomInt } from 'node:crypto';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ErasureGround } from '@nastavnik/domain/consents/erasure';
import { DATA_GROUPS, type DataGroup, fateOf } from '@nastavnik/domain/consents/kept-data';
import { sql } from 'kysely';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { closeAccount } from './close-account.ts';
import { endConsents } from './end-consents.ts';
import { forgetFiles } from './forget-files.ts';
import { presentGroups } from './present-groups.ts';

export type Erased = {
  readonly personId: string;
  readonly code: string;
  /** What was destroyed or coded, of the groups of domain/consents/kept-data. */
  readonly groups: readonly DataGroup[];
};

type Today = Actor & { readonly today: PlainDate };
type Who = { readonly personId: string; readonly ground: ErasureGround; readonly staysListed: boolean };

/** What stays of whoever stays on the lists of the school (stays-listed.ts). */
const LISTED: readonly DataGroup[] = [
  'name',
  'classAndPost',
  'birthDate',
  'contacts',
  'representation',
  'account',
  'notices',
  'searchIndex',
  'exports',
];

/**
 * Destroys what is kept of one person (RULE-16). In place of the name stands a code drawn by lot; orders, signed
 * documents, consents and the history stay on their own bases (domain/consents/kept-data). May run twice.
 */
export async function erasePerson(tx: Writing, actor: Today, { personId, ground, staysListed }: Who): Promise<Erased> {
  const present = await presentGroups(tx, { tenantId: actor.tenantId, personId });
  const code = await freshCode(tx, actor.tenantId);
  await programmeData(tx, actor, personId);
  if (fateOf('identityDocument', ground) === 'destroy')
    await remove(tx, actor.tenantId, 'identity_documents', personId);
  if (ground === 'refusal') await nomination(tx, actor.tenantId, personId);
  await endConsents(tx, actor, { personId, staysListed });
  if (!staysListed) {
    await wholePerson(tx, actor, personId, code);
    await closeAccount(tx, actor.tenantId, personId);
  } else {
    await unblock(tx, actor.tenantId, personId);
  }
  await tracesElsewhere(tx, actor.tenantId, personId, staysListed ? null : code);
  await recordEvent(tx, actor, {
    type: 'person.erased',
    object: { kind: 'person', id: personId },
    data: { code, ground, listedDataStay: staysListed },
  });
  return { personId, code, groups: goneGroups(present, ground, staysListed) };
}

function goneGroups(present: ReadonlySet<DataGroup>, ground: ErasureGround, staysListed: boolean): DataGroup[] {
  return DATA_GROUPS.filter((group) => {
    if (!present.has(group)) return false;
    const fate = fateOf(group, ground);
    return (fate === 'destroy' || fate === 'code') && !(staysListed && LISTED.includes(group));
  });
}

/** Of a proposal that came to nothing no number is made: the record itself goes, with its history. */
async function nomination(tx: Writing, tenantId: string, personId: string): Promise<void> {
  for (const table of ['sign_ups', 'participant_changes'] as const) {
    await sql`
      delete from ${sql.table(table)} c using participants t
      where c.tenant_id = ${tenantId} and t.tenant_id = c.tenant_id and t.id = c.participant_id
        and t.person_id = ${personId} and t.state = 'refused'`.execute(tx);
  }
  await tx
    .deleteFrom('participants')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('state', '=', 'refused')
    .execute();
}

/** Drawn by lot: a code that counts up, or is made of the id, would lead back to the name. */
async function freshCode(tx: Writing, tenantId: string): Promise<string> {
  for (;;) {
    const code = `У-${String(randomInt(1_000_000)).padStart(6, '0')}`;
    const taken = await tx
      .selectFrom('people')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('family_name', '=', code)
      .executeTakeFirst();
    if (!taken) return code;
  }
}

const OF_PERSON = [
  'competence_cards',
  'clearances',
  'mentor_trainings',
  'support_tags',
  'interests',
  'saved_filters',
  'teacher_categories',
] as const;

/** What the programme itself has gathered: requests, cards, interviews, tags. The states stay, for the indicators. */
async function programmeData(tx: Writing, actor: Actor, personId: string): Promise<void> {
  const { tenantId } = actor;
  await answers(tx, tenantId, personId);
  const minutes = await sql<{ file_id: string | null }>`
    delete from council_recommendations c using participants t
    where c.tenant_id = ${tenantId} and t.tenant_id = c.tenant_id and t.id = c.participant_id
      and t.person_id = ${personId} returning c.file_id`.execute(tx);
  for (const table of ['mentee_requests', 'interviews'] as const) {
    await sql`
      delete from ${sql.table(table)} r using participants t
      where r.tenant_id = ${tenantId} and t.tenant_id = r.tenant_id and t.id = r.participant_id
        and t.person_id = ${personId}`.execute(tx);
  }
  await sql`
    update sign_ups s set full_name = '', place = null, adult_contact = null from participants t
    where s.tenant_id = ${tenantId} and t.tenant_id = s.tenant_id and t.id = s.participant_id
      and t.person_id = ${personId}`.execute(tx);
  await sql`
    update participant_changes c set reason = null from participants t
    where c.tenant_id = ${tenantId} and t.tenant_id = c.tenant_id and t.id = c.participant_id
      and t.person_id = ${personId}`.execute(tx);
  for (const table of OF_PERSON) await remove(tx, tenantId, table, personId);
  const proofs = await tx
    .deleteFrom('achievements')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .returning('proof_file_id')
    .execute();
  await forgetFiles(tx, actor, [
    ...proofs.flatMap(({ proof_file_id }) => proof_file_id ?? []),
    ...minutes.rows.flatMap(({ file_id }) => file_id ?? []),
  ]);
}

/** Of either side: who was meant for whom is known of both. */
async function answers(tx: Writing, tenantId: string, personId: string): Promise<void> {
  await sql`
    delete from request_answers a using mentee_requests r, participants t, participants m
    where a.tenant_id = ${tenantId} and r.tenant_id = a.tenant_id and r.id = a.request_id
      and t.tenant_id = r.tenant_id and t.id = r.participant_id
      and m.tenant_id = a.tenant_id and m.id = a.mentor_id
      and ${personId} in (t.person_id, m.person_id)`.execute(tx);
}

async function remove(tx: Writing, tenantId: string, table: string, personId: string): Promise<void> {
  await sql`delete from ${sql.table(table)} where tenant_id = ${tenantId} and person_id = ${personId}`.execute(tx);
}

const SATELLITES = [
  'class_places',
  'pupils',
  'outsiders',
  'role_assignments',
  'body_members',
  'class_teachers',
  'posts',
  'employees',
  'reminder_preferences',
  'calendar_feeds',
  'invitations',
] as const;

async function wholePerson(tx: Writing, actor: Today, personId: string, code: string): Promise<void> {
  const { tenantId, now, today } = actor;
  await sql`
    delete from mail_deliveries m using notices n
    where m.tenant_id = ${tenantId} and n.tenant_id = m.tenant_id and n.id = m.notice_id
      and n.person_id = ${personId}`.execute(tx);
  await remove(tx, tenantId, 'notices', personId);
  for (const table of SATELLITES) await remove(tx, tenantId, table, personId);
  // The power that was stays behind the signatures; what it rests on stands in the kept consent.
  await sql`
    update representations set ended_on = greatest(started_on, least(ended_on, ${today}::date)), document_kind = case when verified_on is null then null else '—' end,
      document_number = null, document_date = null, objection_note = null, objection_decision = null
    where tenant_id = ${tenantId} and (child_id = ${personId} or representative_id = ${personId})`.execute(tx);
  await tx
    .updateTable('people')
    .set((each) => ({
      family_name: code,
      given_name: '',
      patronymic: null,
      email: null,
      phone: null,
      birth_date: null,
      snils: null,
      emancipated_on: null,
      emancipation_document: null,
      under_guardianship: false,
      deactivated_at: each.fn.coalesce('deactivated_at', each.val(now)),
      blocked_at: each.fn.coalesce('blocked_at', each.val(now)),
      erased_at: now,
      version: each('version', '+', 1),
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .execute();
}

/** Whoever works or learns here does so as before; the mentoring data alone are gone. */
async function unblock(tx: Writing, tenantId: string, personId: string): Promise<void> {
  await tx
    .updateTable('people')
    .set({ blocked_at: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .execute();
}

/** Names that lie in records about something else. */
async function tracesElsewhere(tx: Writing, tenantId: string, personId: string, code: string | null): Promise<void> {
  await sql`update subject_demands set text = '', answer = case when answer is null then null else '' end
    where tenant_id = ${tenantId} and person_id = ${personId}`.execute(tx);
  await sql`update person_merges set trace = '{}'
    where tenant_id = ${tenantId} and (kept_id = ${personId} or gone_id = ${personId})`.execute(tx);
  if (code === null) return;
  await sql`update participant_changes set actor_name = ${code}
    where tenant_id = ${tenantId} and actor_person_id = ${personId}`.execute(tx);
  await sql`update disclosures set by_name = ${code}
    where tenant_id = ${tenantId} and by_person_id = ${personId}`.execute(tx);
}

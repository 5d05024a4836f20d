import type { MentorFolder } from '@nastavnik/contracts/mentors';
import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { missingOfCard } from '@nastavnik/domain/participants/card-faults';
import type { AchievementProof } from '@nastavnik/domain/participants/competence-card';
import { turnsOn } from '@nastavnik/domain/people/age';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permitAbout } from '../../platform/ties.ts';
import { cardForRules, cardOfRow, countsAsMinor, personSummaries } from '../participants/door.ts';
import { recommendationsOf } from './recommend.ts';

/** A completed training counts for three years (LIFECYCLE 4.7). */
const TRAINING_YEARS = 3;

/** All that is known of a mentor as a mentor: the card, what proves it, training, interviews, the clearance's flag. */
export async function seeMentor(tx: Writing, caller: Caller, personId: string): Promise<MentorFolder> {
  const ties = await permitAbout(tx, caller, 'competence.see', personId);
  const where = { tenantId: caller.tenantId, personId };
  const row = await tx
    .selectFrom('competence_cards')
    .select(['card', 'accepting', 'max_mentees', 'confirmed_on', 'version'])
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const card = row ? cardOfRow(row) : null;
  const missing = card
    ? missingOfCard(cardForRules(card))
    : [...(['forms', 'competences', 'capacity', 'times', 'places'] as const)];
  const mayEdit = can(caller, 'competence.edit', ties);
  // RULE-43: the curator may record it and is told no more of it than the flag and the day.
  const seesCertificate =
    can(caller, 'clearance.record', ties) && can(caller, 'employee.seePersonnel', [...ties, 'employee']);
  const person = (await personSummaries(tx, caller, [personId])).get(personId)!;
  // Among pupils the mentor is a child too (RULE-34).
  if (!ties.includes('self') && countsAsMinor(person, caller.today)) await recordCardView(tx, caller, personId, 'card');
  return {
    personId,
    name: person.name,
    card,
    filled: missing.length === 0,
    missing: [...missing],
    confirmedOn: row?.confirmed_on ?? null,
    version: row?.version ?? 0,
    achievements: await achievementsOf(tx, where, mayEdit),
    clearance: await clearanceOf(tx, where, seesCertificate),
    trainings: await trainingsOf(tx, where),
    interviews: await interviewsOf(tx, where),
    recommendations: await recommendationsOf(tx, caller, personId, ties),
    may: {
      editCard: mayEdit && row !== undefined,
      // Achievements of a colleague are known before any bank (C1); of others, and all the rest, from the bank on (RULE-03).
      addAchievement: mayEdit && (row !== undefined || ties.includes('employee')),
      recordClearance: can(caller, 'clearance.record', ties) && (row !== undefined || ties.includes('employee')),
      recordTraining: row !== undefined && can(caller, 'training.record', ties),
      waiveTraining: can(caller, 'training.waive', ties),
    },
  };
}

type Where = { readonly tenantId: string; readonly personId: string };

async function achievementsOf(tx: Reading, where: Where, mayRemove: boolean): Promise<MentorFolder['achievements']> {
  const rows = await tx
    .selectFrom('achievements')
    .select(['id', 'field', 'title', 'achieved_on', 'proof_kind', 'proof_file_id', 'proof_reference'])
    .where('tenant_id', '=', where.tenantId)
    .where('person_id', '=', where.personId)
    .orderBy('achieved_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    field: row.field,
    title: row.title,
    achievedOn: row.achieved_on,
    proof: row.proof_kind
      ? { kind: row.proof_kind as AchievementProof, reference: row.proof_file_id ?? row.proof_reference ?? '' }
      : null,
    may: { remove: mayRemove },
  }));
}

async function clearanceOf(tx: Reading, where: Where, whole: boolean): Promise<MentorFolder['clearance']> {
  const row = await tx
    .selectFrom('clearances')
    .select(['passed', 'verified_on', 'certificate_number', 'certificate_date'])
    .where('tenant_id', '=', where.tenantId)
    .where('person_id', '=', where.personId)
    .orderBy('certificate_date', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  return {
    passed: row.passed,
    verifiedOn: row.verified_on,
    ...(whole ? { certificate: row.certificate_number, certificateDate: row.certificate_date } : {}),
  };
}

async function trainingsOf(tx: Reading, where: Where): Promise<MentorFolder['trainings']> {
  const rows = await tx
    .selectFrom('mentor_trainings')
    .selectAll()
    .where('tenant_id', '=', where.tenantId)
    .where('person_id', '=', where.personId)
    .orderBy('completed_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    organizer: row.organizer,
    hours: row.hours,
    completedOn: row.completed_on,
    documentNumber: row.document_number,
    validUntil: turnsOn(row.completed_on, TRAINING_YEARS),
    waiver: row.waiver_reason,
  }));
}

async function interviewsOf(tx: Reading, where: Where): Promise<MentorFolder['interviews']> {
  const { rows } = await sql<{
    id: string;
    held_on: PlainDate;
    outcome: string;
    note: string | null;
    recorded_at: Date;
    interviewer: string;
  }>`
    select i.id, i.held_on, i.outcome, i.note, i.recorded_at, w.family_name || ' ' || w.given_name as interviewer
    from interviews i
    join participants t on t.tenant_id = i.tenant_id and t.id = i.participant_id
    join people w on w.tenant_id = i.tenant_id and w.id = i.interviewer_id
    where i.tenant_id = ${where.tenantId} and t.person_id = ${where.personId}
    order by i.held_on desc, i.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    heldOn: row.held_on,
    interviewer: row.interviewer,
    outcome: row.outcome as MentorFolder['interviews'][number]['outcome'],
    note: row.note,
    recordedAt: row.recorded_at.toISOString(),
  }));
}

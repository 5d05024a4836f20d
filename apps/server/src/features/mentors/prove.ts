import type {
  achievementBody,
  clearanceBody,
  interviewBody,
  trainingBody,
  waiveTrainingBody,
} from '@nastavnik/contracts/mentors';
import { isInBank } from '@nastavnik/domain/participants/participant-states';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSafeLink } from '../../platform/safe-link.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { permitAbout } from '../../platform/ties.ts';
import { participantsById } from '../participants/door.ts';
import { demandInBank } from './keep-card.ts';

/** C1: an achievement in a field, with what proves it. Of an employee it may be known before any bank. */
export async function addAchievement(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof achievementBody>,
): Promise<string> {
  const ties = await permitAbout(tx, caller, 'competence.edit', personId);
  if (!ties.includes('employee')) await demandInBank(tx, caller, personId);
  if (body.achievedOn !== null && body.achievedOn > caller.today) throw new Refusal('record.in-future');
  demandNoSpecialData([body.field, body.title], body.evenSo);
  if (body.proof?.kind === 'link' && !isSafeLink(body.proof.reference)) throw new Refusal('evidence.link-unsafe');
  const id = newId(caller.now);
  const file = body.proof?.kind === 'file' ? body.proof.reference : null;
  if (file !== null) await demandOwnFile(tx, caller, file);
  await tx
    .insertInto('achievements')
    .values({
      tenant_id: caller.tenantId,
      id,
      person_id: personId,
      field: body.field,
      title: body.title,
      achieved_on: body.achievedOn,
      proof_kind: body.proof?.kind ?? null,
      proof_file_id: file,
      proof_reference: file === null ? (body.proof?.reference ?? null) : null,
      recorded_by: caller.personId,
      recorded_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, { type: 'achievement.added', object: { kind: 'person', id: personId } });
  return id;
}

async function demandOwnFile(tx: Writing, caller: Caller, fileId: string): Promise<void> {
  const file = await tx
    .selectFrom('files')
    .select('id')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!file) throw new Refusal('file.not-found');
}

export async function removeAchievement(tx: Writing, caller: Caller, personId: string, id: string): Promise<void> {
  await permitAbout(tx, caller, 'competence.edit', personId);
  const removed = await tx
    .deleteFrom('achievements')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new Refusal('achievement.not-found');
  await recordEvent(tx, caller, { type: 'achievement.removed', object: { kind: 'person', id: personId } });
}

/** RULE-44: who looked at which certificate and what it said; the paper goes back to its owner. */
export async function recordClearance(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof clearanceBody>,
): Promise<void> {
  const ties = await permitAbout(tx, caller, 'clearance.record', personId);
  if (!ties.includes('employee')) await demandInBank(tx, caller, personId);
  if (body.certificateDate > caller.today) throw new Refusal('record.in-future');
  await tx
    .insertInto('clearances')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      person_id: personId,
      certificate_number: body.certificateNumber,
      certificate_date: body.certificateDate,
      passed: body.passed,
      verified_by: caller.personId,
      verified_on: caller.today,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'clearance.recorded',
    object: { kind: 'person', id: personId },
    data: { passed: body.passed },
  });
}

export async function recordTraining(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof trainingBody>,
): Promise<string> {
  await permitAbout(tx, caller, 'training.record', personId);
  await demandInBank(tx, caller, personId);
  if (body.completedOn > caller.today) throw new Refusal('record.in-future');
  return insertTraining(tx, caller, personId, { ...body, waiver: null });
}

/** The director lets a mentor begin untrained, and says why (G-TRAIN). */
export async function waiveTraining(
  tx: Writing,
  caller: Caller,
  personId: string,
  { reason, evenSo }: z.infer<typeof waiveTrainingBody>,
): Promise<void> {
  await permitAbout(tx, caller, 'training.waive', personId);
  await demandInBank(tx, caller, personId);
  demandNoSpecialData([reason], evenSo);
  await insertTraining(tx, caller, personId, {
    title: 'Начало без обучения разрешено директором',
    organizer: null,
    hours: null,
    completedOn: caller.today,
    documentNumber: null,
    waiver: reason,
  });
}

async function insertTraining(
  tx: Writing,
  caller: Caller,
  personId: string,
  training: z.infer<typeof trainingBody> & { readonly waiver: string | null },
): Promise<string> {
  const id = newId(caller.now);
  await tx
    .insertInto('mentor_trainings')
    .values({
      tenant_id: caller.tenantId,
      id,
      person_id: personId,
      title: training.title,
      organizer: training.organizer,
      hours: training.hours,
      completed_on: training.completedOn,
      document_number: training.documentNumber,
      waiver_reason: training.waiver,
      recorded_by: caller.personId,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: training.waiver === null ? 'training.recorded' : 'training.waived',
    object: { kind: 'person', id: personId },
  });
  return id;
}

/** D3: what an interview came to; of one in the bank, or of a nominee nothing may be written yet. */
export async function recordInterview(
  tx: Writing,
  caller: Caller,
  participantId: string,
  body: z.infer<typeof interviewBody>,
): Promise<string> {
  const [row] = await participantsById(tx, caller.tenantId, [participantId], true);
  if (!row) throw new Refusal('participant.not-found');
  await permitAbout(tx, caller, 'interview.record', row.personId);
  if (!isInBank(row.state)) throw new Refusal('participant.consent-required');
  if (body.heldOn > caller.today) throw new Refusal('record.in-future');
  demandNoSpecialData([body.note], body.evenSo);
  const id = newId(caller.now);
  await tx
    .insertInto('interviews')
    .values({
      tenant_id: caller.tenantId,
      id,
      participant_id: participantId,
      held_on: body.heldOn,
      interviewer_id: caller.personId,
      outcome: body.outcome,
      note: body.note || null,
      recorded_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'interview.recorded',
    object: { kind: 'participant', id: participantId },
    data: { outcome: body.outcome },
  });
  return id;
}

import { isInBank } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { permitAbout, tiesTo } from '../../platform/ties.ts';
import { ASKED_STATES, participantsById, selectMentor, standingAnswers } from '../participants/door.ts';
import { mayOfBoth } from './answers.queries.ts';
import { seePossibleMentors } from './possible-mentors.ts';

/**
 * C4: a person means this mentor for this request. Who only stands in the bank is selected by it, as far as the rules of 4.3
 * let; with what is missing for that it is refused. No pair comes of it.
 */
export async function proposeAnswer(
  tx: Writing,
  caller: Caller,
  { requestId, mentorId }: { readonly requestId: string; readonly mentorId: string },
): Promise<string> {
  // The mentor is locked first: of two who take the last place the second finds it taken.
  const [mentor] = await participantsById(tx, caller.tenantId, [mentorId], true);
  if (!mentor) throw new Refusal('participant.not-found');
  const request = await requestForUpdate(tx, caller.tenantId, requestId);
  await permitAbout(tx, caller, 'answer.propose', request.personId);
  await permitAbout(tx, caller, 'answer.propose', mentor.personId);
  if (mentor.role !== 'mentor') throw new Refusal('participant.mentors-only');
  if (mentor.personId === request.personId) throw new Refusal('answer.same-person');
  if (mentor.cycleId !== request.cycleId) throw new Refusal('answer.other-year');
  if (!request.asked) throw new Refusal('answer.request-over');
  if (!isInBank(mentor.state)) throw new Refusal('participant.state');
  const { mentors } = await seePossibleMentors(tx, caller, requestId);
  const possible = mentors.find(({ participantId }) => participantId === mentorId);
  if (possible?.answerId) throw new Refusal('answer.exists');
  await demandRoom(tx, caller.tenantId, mentorId);
  if (mentor.state === 'inBank') await selectMentor(tx, caller, mentorId);

  const id = newId(caller.now);
  await tx
    .insertInto('request_answers')
    .values({
      tenant_id: caller.tenantId,
      id,
      request_id: requestId,
      mentor_id: mentorId,
      reasons: JSON.stringify([...(possible?.reasons ?? []), ...(possible?.doubts ?? [])].map(({ code }) => code)),
      proposed_on: caller.today,
      proposed_by: caller.personId,
      proposed_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'answer.proposed',
    object: { kind: 'request', id: requestId },
    data: { mentorParticipation: mentorId },
  });
  return id;
}

/** Taken back, the line stays with its days; the mentor stays selected until somebody returns them to the bank. */
export async function takeAnswerBack(tx: Writing, caller: Caller, id: string): Promise<void> {
  const { rows } = await sql<{ request_id: string; mentor_id: string; mentor: string; mentee: string }>`
    select a.request_id, a.mentor_id, m.person_id as mentor, t.person_id as mentee
    from request_answers a
    join participants m on m.tenant_id = a.tenant_id and m.id = a.mentor_id
    join mentee_requests r on r.tenant_id = a.tenant_id and r.id = a.request_id
    join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
    where a.tenant_id = ${caller.tenantId} and a.id = ${id} and a.taken_back_on is null for update of a`.execute(tx);
  const [row] = rows;
  if (!row) throw new Refusal('answer.not-found');
  const ties = await tiesTo(tx, caller, [row.mentor, row.mentee]);
  if (!mayOfBoth(caller, 'answer.propose', ties, [row.mentor, row.mentee])) {
    throw new Refusal('access.denied', { action: 'answer.propose' });
  }
  await tx
    .updateTable('request_answers')
    .set({ taken_back_on: caller.today, taken_back_by: caller.personId })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, {
    type: 'answer.taken-back',
    object: { kind: 'request', id: row.request_id },
    data: { mentorParticipation: row.mentor_id },
  });
}

type Asked = { readonly personId: string; readonly cycleId: string; readonly asked: boolean };

async function requestForUpdate(tx: Writing, tenantId: string, id: string): Promise<Asked> {
  const { rows } = await sql<{ person_id: string; cycle_id: string; asked: boolean }>`
    select t.person_id, t.cycle_id, r.state = any (${sql.val([...ASKED_STATES])}::text[]) as asked
    from mentee_requests r join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
    where r.tenant_id = ${tenantId} and r.id = ${id} for update of r`.execute(tx);
  const [row] = rows;
  if (!row) throw new Refusal('request.not-found');
  return { personId: row.person_id, cycleId: row.cycle_id, asked: row.asked };
}

/** «Принимаю новых сейчас» and the number on the card are kept here already, and not only when pairs are made. */
async function demandRoom(tx: Writing, tenantId: string, mentorId: string): Promise<void> {
  const { rows } = await sql<{ accepting: boolean; room: boolean }>`
    select coalesce(k.accepting, true) as accepting,
      coalesce(k.max_mentees, 3) > (select count(*) from ${standingAnswers(sql<boolean>`a.tenant_id = t.tenant_id and a.mentor_id = t.id`)}) as room
    from participants t left join competence_cards k on k.tenant_id = t.tenant_id and k.person_id = t.person_id
    where t.tenant_id = ${tenantId} and t.id = ${mentorId}`.execute(tx);
  if (rows[0]?.accepting === false) throw new Refusal('answer.not-accepting');
  if (rows[0]?.room === false) throw new Refusal('answer.mentor-full');
}

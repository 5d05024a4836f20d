import type { RequestAnswerView } from '@nastavnik/contracts/selection';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import { recordCardView } from '../../platform/card-views.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { permitAbout } from '../../platform/ties.ts';
import { countsAsMinor, participantsById, personSummaries } from '../participants/door.ts';
import { findAnswers } from './answers.queries.ts';

/** The requests a mentor is meant for, or the mentors in view of a mentee; those taken back too, with their days. */
export async function seeAnswersOf(
  tx: Writing,
  caller: Caller,
  participantId: string,
): Promise<{ readonly answers: RequestAnswerView[] }> {
  const [row] = await participantsById(tx, caller.tenantId, [participantId]);
  if (!row) throw new Refusal('participant.not-found');
  await permitAbout(tx, caller, 'answer.see', row.personId);
  const side = row.role === 'mentor' ? sql`a.mentor_id` : sql`r.participant_id`;
  const answers = await findAnswers(tx, caller, sql<boolean>`${side} = ${participantId}`);
  const mentees = await participantsById(tx, caller.tenantId, [
    ...new Set(answers.map((each) => each.mentee.participantId)),
  ]);
  const people = await personSummaries(
    tx,
    caller,
    mentees.map(({ personId }) => personId),
  );
  for (const person of people.values()) {
    if (countsAsMinor(person, caller.today)) await recordCardView(tx, caller, person.id, 'request');
  }
  return { answers };
}

import type { MentorFolder, recommendationBody } from '@nastavnik/contracts/mentors';
import { can, type Tie } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { isInBank, type ParticipantState } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { permitAbout } from '../../platform/ties.ts';
import { forgetFiles } from '../erasure/door.ts';
import { isOwnUpload } from '../files/door.ts';
import { BEFORE_ORDER, participantsById } from '../participants/door.ts';

/** PC1: the council recommends a candidate who stands in the bank, before the director's order names the mentor. */
export async function recordRecommendation(
  tx: Writing,
  caller: Caller,
  participantId: string,
  body: z.infer<typeof recommendationBody>,
): Promise<string> {
  const [row] = await participantsById(tx, caller.tenantId, [participantId], true);
  if (!row) throw new Refusal('participant.not-found');
  await permitAbout(tx, caller, 'recommendation.record', row.personId);
  if (row.role !== 'mentor') throw new Refusal('participant.mentors-only');
  demandBeforeOrder(row.state);
  if (body.decidedOn > caller.today) throw new Refusal('record.in-future');
  demandNoSpecialData([body.words], body.evenSo);
  if (body.fileId !== null && !(await isOwnUpload(tx, caller.tenantId, body.fileId, caller.personId))) {
    throw new Refusal('file.not-found');
  }
  const id = newId(caller.now);
  await tx
    .insertInto('council_recommendations')
    .values({
      tenant_id: caller.tenantId,
      id,
      participant_id: participantId,
      council: body.council,
      minutes_number: body.minutesNumber,
      decided_on: body.decidedOn,
      words: body.words,
      file_id: body.fileId,
      recorded_by: caller.personId,
      recorded_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'recommendation.recorded',
    object: { kind: 'participant', id: participantId },
    data: { decidedOn: body.decidedOn },
  });
  return id;
}

/** Entered by mistake: until the order it goes again, with its file. */
export async function removeRecommendation(tx: Writing, caller: Caller, id: string): Promise<void> {
  const found = await tx
    .selectFrom('council_recommendations')
    .select(['participant_id', 'file_id'])
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const [row] = found ? await participantsById(tx, caller.tenantId, [found.participant_id]) : [];
  if (!found || !row) throw new Refusal('recommendation.not-found');
  await permitAbout(tx, caller, 'recommendation.record', row.personId);
  demandBeforeOrder(row.state);
  await tx
    .deleteFrom('council_recommendations')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  if (found.file_id) await forgetFiles(tx, caller, [found.file_id]);
  await recordEvent(tx, caller, {
    type: 'recommendation.removed',
    object: { kind: 'participant', id: found.participant_id },
  });
}

function demandBeforeOrder(state: ParticipantState): void {
  if (!isInBank(state)) throw new Refusal('participant.consent-required');
  if (!BEFORE_ORDER.includes(state)) throw new Refusal('recommendation.after-order');
}

type Line = {
  readonly id: string;
  readonly council: string;
  readonly minutes_number: string;
  readonly decided_on: PlainDate;
  readonly words: string;
  readonly file_id: string | null;
  readonly state: ParticipantState;
  readonly recorded_by: string;
};

/** All recommendations of a person, the newest first. */
export async function recommendationsOf(
  tx: Reading,
  caller: Caller,
  personId: string,
  ties: readonly Tie[],
): Promise<MentorFolder['recommendations']> {
  const { rows } = await sql<Line>`
    select c.id, c.council, c.minutes_number, c.decided_on, c.words, c.file_id, t.state,
      w.family_name || ' ' || w.given_name as recorded_by
    from council_recommendations c
    join participants t on t.tenant_id = c.tenant_id and t.id = c.participant_id
    join people w on w.tenant_id = c.tenant_id and w.id = c.recorded_by
    where c.tenant_id = ${caller.tenantId} and t.person_id = ${personId}
    order by c.decided_on desc, c.id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    council: row.council,
    minutesNumber: row.minutes_number,
    decidedOn: row.decided_on,
    words: row.words,
    fileId: row.file_id,
    recordedBy: row.recorded_by,
    may: { remove: BEFORE_ORDER.includes(row.state) && can(caller, 'recommendation.record', ties) },
  }));
}

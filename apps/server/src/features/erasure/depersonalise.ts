import { randomInt } from 'node:crypto';
import type { depersonaliseAnswer } from '@nastavnik/contracts/erasure';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { codedPeople, mayDepersonalise } from '@nastavnik/domain/consents/depersonalise';
import { IN_BANK_STATES } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';

type CycleRow = { id: string; ended_on: PlainDate; depersonalised_at: Date | null };

/**
 * RULE-39: a closed cycle lives on as numbers. Each participation goes over to a person without a name — a code and an
 * age; requests lose their words. States, forms and their days stay, so that every indicator comes out the same.
 * The people themselves stay where they are for the cycles that run.
 */
export async function depersonalise(
  tx: Writing,
  caller: Caller,
  cycleId: string,
): Promise<z.infer<typeof depersonaliseAnswer>> {
  permit(caller, 'cycle.depersonalise');
  const { rows } = await sql<CycleRow>`
    select id, ended_on, depersonalised_at from program_cycles
    where tenant_id = ${caller.tenantId} and id = ${cycleId} for update`.execute(tx);
  const [cycle] = rows;
  if (!cycle) throw new Refusal('cycle.not-found');
  if (cycle.depersonalised_at) throw new Refusal('cycle.depersonalised');
  const refused = mayDepersonalise({
    closed: cycle.ended_on < caller.today,
    // Reports and pairs are no part of the product yet; free texts are deleted, not reviewed.
    reportAccepted: true,
    openUnits: await stillRunning(tx, caller.tenantId, cycleId),
    unreadTexts: 0,
  });
  if (refused) throw new Refusal(refused);

  const people = await peopleOf(tx, caller.tenantId, cycleId);
  for (const { personId, code, age } of codedPeople(shuffled(people), cycle.ended_on)) {
    const codedId = newId(caller.now);
    await insertCoded(tx, caller, { id: codedId, code, age, endedOn: cycle.ended_on });
    await sql`
      update participants set person_id = ${codedId}, nominated_by = null, version = version + 1
      where tenant_id = ${caller.tenantId} and cycle_id = ${cycleId} and person_id = ${personId}`.execute(tx);
  }
  const texts = await forgetTexts(tx, caller.tenantId, cycleId);
  await tx
    .updateTable('program_cycles')
    .set({ depersonalised_at: caller.now, depersonalised_by: caller.personId })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', cycleId)
    .execute();
  const participants = await countParticipants(tx, caller.tenantId, cycleId);
  const done = { participants, people: people.length, texts };
  await recordEvent(tx, caller, { type: 'cycle.depersonalised', object: { kind: 'cycle', id: cycleId }, data: done });
  return done;
}

async function stillRunning(tx: Writing, tenantId: string, cycleId: string): Promise<number> {
  const row = await tx
    .selectFrom('participants')
    .select((count) => count.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('cycle_id', '=', cycleId)
    .where(
      'state',
      'in',
      IN_BANK_STATES.filter((state) => state === 'active' || state === 'assigned' || state === 'suspended'),
    )
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

async function peopleOf(tx: Writing, tenantId: string, cycleId: string) {
  const { rows } = await sql<{ personId: string; birthDate: PlainDate | null }>`
    select distinct p.id as "personId", p.birth_date as "birthDate" from participants t
    join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
    where t.tenant_id = ${tenantId} and t.cycle_id = ${cycleId}`.execute(tx);
  return rows;
}

/** By lot (Fisher and Yates): the order of entry would lead back to the names. */
function shuffled<One>(all: readonly One[]): One[] {
  const mixed = [...all];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** Nobody: a code with an age. The birth date becomes the last day on which the age of the report still holds. */
async function insertCoded(
  tx: Writing,
  caller: Caller,
  coded: { readonly id: string; readonly code: string; readonly age: number | null; readonly endedOn: PlainDate },
): Promise<void> {
  const birthDate = coded.age === null ? null : `${Number(coded.endedOn.slice(0, 4)) - coded.age}-01-01`;
  await tx
    .insertInto('people')
    .values({
      tenant_id: caller.tenantId,
      id: coded.id,
      family_name: coded.code,
      given_name: '',
      birth_date: birthDate as PlainDate | null,
      deactivated_at: caller.now,
      erased_at: caller.now,
    })
    .execute();
}

async function forgetTexts(tx: Writing, tenantId: string, cycleId: string): Promise<number> {
  const requests = await sql`
    update mentee_requests r set description = '', wished_result = '', note = null, preferences = '{}'
    from participants t
    where r.tenant_id = ${tenantId} and t.tenant_id = r.tenant_id and t.id = r.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
  await sql`
    update interviews i set note = null from participants t
    where i.tenant_id = ${tenantId} and t.tenant_id = i.tenant_id and t.id = i.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
  await sql`
    update participant_changes c set reason = null, actor_name = '', actor_person_id = null from participants t
    where c.tenant_id = ${tenantId} and t.tenant_id = c.tenant_id and t.id = c.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
  await sql`
    update sign_ups s set full_name = '', place = null, adult_contact = null from participants t
    where s.tenant_id = ${tenantId} and t.tenant_id = s.tenant_id and t.id = s.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
  return Number(requests.numAffectedRows ?? 0n);
}

async function countParticipants(tx: Writing, tenantId: string, cycleId: string): Promise<number> {
  const row = await tx
    .selectFrom('participants')
    .select((count) => count.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

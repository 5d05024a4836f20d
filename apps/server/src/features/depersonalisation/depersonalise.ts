import { randomInt } from 'node:crypto';
import type { depersonaliseBody } from '@nastavnik/contracts/erasure';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { codedPeople, mayDepersonalise } from '@nastavnik/domain/consents/depersonalise';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { measureCoverage } from '../consents/measures/door.ts';
import { closeRun, openRun } from '../erasure/door.ts';
import { type ClosedCycle, closedCycles } from './closed-cycles.queries.ts';

/** DOC-36 of what goes; states, forms and days stay. */
const GONE = ['name', 'classAndPost', 'birthDate', 'request', 'preferences', 'interview'] as const;

/**
 * RULE-39: a closed cycle lives on as numbers. Each participation goes over to a person without a name — a code and an
 * age; requests lose their words. States, forms and their days stay, and what can be asked of nobody afterwards — IND-05 —
 * is kept as it was said last, so that every report comes out the same. The people themselves stay where they are for the
 * cycles that run. Returns the run whose act is to be drawn.
 * @throws cycle.not-found, cycle.title-differs, cycle.depersonalised and what the rule refuses
 */
export async function depersonalise(
  tx: Writing,
  caller: Caller,
  cycleId: string,
  { title }: z.infer<typeof depersonaliseBody>,
): Promise<string> {
  permit(caller, 'cycle.depersonalise');
  const [cycle] = await closedCycles(tx, caller.tenantId, { id: cycleId, lock: true });
  if (!cycle) throw new Refusal('cycle.not-found');
  const refused = hindranceOf(cycle, caller.today);
  if (refused) throw new Refusal(refused);
  // A second look: whoever does this writes which cycle it is.
  if (title.trim() !== cycle.title.trim()) throw new Refusal('cycle.title-differs');

  const { cycle: _cycle, lacking: _names, ...coverage } = await measureCoverage(tx, caller, cycle);
  const people = await peopleOf(tx, caller.tenantId, cycleId);
  const runId = await openRun(tx, caller);
  const coded = codedPeople(shuffled(people), cycle.endedOn);
  for (const { personId, code, age } of coded) {
    const codedId = newId(caller.now);
    await insertCoded(tx, caller, { id: codedId, code, age, endedOn: cycle.endedOn });
    await sql`
      update participants set person_id = ${codedId}, nominated_by = null, version = version + 1
      where tenant_id = ${caller.tenantId} and cycle_id = ${cycleId} and person_id = ${personId}`.execute(tx);
  }
  await forgetTexts(tx, caller.tenantId, cycleId);
  const subjects = coded.map(({ code }) => ({ code, ground: 'purposeReached' as const, groups: GONE, disclosures: 0 }));
  await closeRun(tx, caller, { runId, personIds: people.map(({ personId }) => personId), subjects });
  await tx
    .updateTable('program_cycles')
    .set({
      depersonalised_at: caller.now,
      depersonalised_by: caller.personId,
      frozen_indicators: JSON.stringify(coverage),
    })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', cycleId)
    .execute();
  const { participants, texts } = cycle;
  await recordEvent(tx, caller, {
    type: 'cycle.depersonalised',
    object: { kind: 'cycle', id: cycleId },
    data: { participants, people: people.length, texts, runId },
  });
  return runId;
}

/** Why not, or not yet. Reports and pairs are no part of the product yet; free texts are deleted, not reviewed. */
export function hindranceOf(cycle: ClosedCycle, today: PlainDate) {
  if (cycle.depersonalisedAt) return 'cycle.depersonalised' as const;
  return mayDepersonalise({
    closed: cycle.endedOn < today,
    reportAccepted: true,
    openUnits: cycle.running,
    unreadTexts: 0,
  });
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

async function forgetTexts(tx: Writing, tenantId: string, cycleId: string): Promise<void> {
  await sql`
    update mentee_requests r set description = '', wished_result = '', note = null, preferences = '{}'
    from participants t
    where r.tenant_id = ${tenantId} and t.tenant_id = r.tenant_id and t.id = r.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
  await sql`
    update interviews i set note = null from participants t
    where i.tenant_id = ${tenantId} and t.tenant_id = i.tenant_id and t.id = i.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
  // The minutes name the person: of a recommendation nothing stays that a number is made of.
  await sql`
    delete from council_recommendations c using participants t
    where c.tenant_id = ${tenantId} and t.tenant_id = c.tenant_id and t.id = c.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
  await sql`
    update participant_changes c set reason = null, actor_name = '', actor_person_id = null from participants t
    where c.tenant_id = ${tenantId} and t.tenant_id = c.tenant_id and t.id = c.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
  await sql`
    update sign_ups s set full_name = '', place = null, adult_contact = null from participants t
    where s.tenant_id = ${tenantId} and t.tenant_id = s.tenant_id and t.id = s.participant_id
      and t.cycle_id = ${cycleId}`.execute(tx);
}

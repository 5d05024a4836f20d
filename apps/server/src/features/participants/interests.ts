import type { ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { cycleOfBanks } from './cycle-of-today.ts';
import { nominateOne } from './nominate.ts';
import { personSummaries, shownPerson } from './person-summary.queries.ts';

/** A18: a teacher says «мне это интересно» and chooses no role yet. Said twice is said once. */
export async function declareInterest(
  tx: Writing,
  caller: Caller,
  { note, evenSo }: { readonly note: string | null; readonly evenSo: boolean },
): Promise<void> {
  demandNoSpecialData([note], evenSo);
  const cycle = await cycleOfBanks(tx, caller);
  const id = newId(caller.now);
  const inserted = await tx
    .insertInto('interests')
    .values({
      tenant_id: caller.tenantId,
      id,
      person_id: caller.personId,
      cycle_id: cycle.id,
      note: note || null,
      declared_at: caller.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'person_id', 'cycle_id'])
        .where('taken_up_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .doUpdateSet({ note: note || null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(tx, caller, {
    type: 'interest.declared',
    object: { kind: 'person', id: caller.personId },
    data: { interestId: inserted.id },
  });
}

export async function withdrawInterest(tx: Writing, caller: Caller): Promise<void> {
  await tx
    .updateTable('interests')
    .set({ withdrawn_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', caller.personId)
    .where('taken_up_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  await recordEvent(tx, caller, { type: 'interest.withdrawn', object: { kind: 'person', id: caller.personId } });
}

export async function seeInterests(tx: Reading, caller: Caller) {
  permit(caller, 'interests.see');
  const cycle = await cycleOfBanks(tx, caller);
  const rows = await tx
    .selectFrom('interests')
    .select(['id', 'person_id', 'note', 'declared_at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('cycle_id', '=', cycle.id)
    .where('taken_up_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('declared_at')
    .orderBy('id')
    .execute();
  const people = await personSummaries(
    tx,
    caller,
    rows.map((row) => row.person_id),
  );
  return rows.map((row) => ({
    id: row.id,
    person: shownPerson(people.get(row.person_id)!, caller.today),
    note: row.note,
    declaredAt: row.declared_at.toISOString(),
  }));
}

/** The office and the person have agreed on a role: the interest becomes a nomination. */
export async function takeUpInterest(
  tx: Writing,
  caller: Caller,
  id: string,
  choice: { readonly role: ParticipantRole; readonly formId: string | null },
): Promise<string> {
  permit(caller, 'interests.see');
  const row = await tx
    .selectFrom('interests')
    .select('person_id')
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .where('taken_up_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('interest.not-found');
  const participantId = await nominateOne(tx, caller, { ...choice, personId: row.person_id });
  await tx
    .updateTable('interests')
    .set({ taken_up_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  return participantId;
}

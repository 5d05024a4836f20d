import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';

const MINUTES = 30;
/** What these see is nobody else's, whatever the trouble (LIFECYCLE §1; RULE-27, RULE-28). */
const NEVER = ['systemAdministrator', 'psychologist', 'dataProtectionOfficer'];

/**
 * The administrator looks through another person's eyes to help: half an hour, nothing can be changed, the reason and
 * everything seen stand in the history under the administrator's own name.
 */
export async function beginLooking(
  tx: Writing,
  caller: Caller,
  sessionId: string,
  body: { readonly personId: string; readonly reason: string },
): Promise<void> {
  permit(caller, 'impersonation.begin');
  const { rows } = await heldRoles(tx, caller, body.personId);
  if (rows.length === 0) throw new Refusal('person.not-found');
  if (rows.some(({ role }) => role !== null && NEVER.includes(role))) throw new Refusal('impersonation.not-allowed');
  await tx
    .insertInto('impersonations')
    .values({
      tenant_id: caller.tenantId,
      id: newId(caller.now),
      session_id: sessionId,
      administrator_id: caller.personId,
      person_id: body.personId,
      reason: body.reason,
      started_at: caller.now,
      ends_at: new Date(caller.now.getTime() + MINUTES * 60_000),
    })
    .execute();
  await recordEvent(tx, caller, {
    type: 'session.looked-as',
    object: { kind: 'person', id: body.personId },
    data: { reason: body.reason, minutes: MINUTES },
  });
}

async function heldRoles(tx: Writing, caller: Caller, personId: string) {
  const rows = await tx
    .selectFrom('people as p')
    .leftJoin('held_roles as r', (join) =>
      join.onRef('r.tenant_id', '=', 'p.tenant_id').onRef('r.person_id', '=', 'p.id'),
    )
    .select('r.role')
    .where('p.tenant_id', '=', caller.tenantId)
    .where('p.id', '=', personId)
    .where('p.deactivated_at', 'is', null)
    .execute();
  return { rows };
}

export async function endLooking(tx: Writing, caller: Caller, sessionId: string): Promise<void> {
  if (!caller.seenBy) throw new Refusal('impersonation.not-running');
  await tx
    .updateTable('impersonations')
    .set({ ended_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
  await recordEvent(tx, caller, {
    type: 'session.looked-as-ended',
    object: { kind: 'person', id: caller.personId },
  });
}

import { type Action, can, type Tie } from '@nastavnik/domain/access/can';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tiesTo } from '../../platform/ties.ts';
import { type PersonSides, personSides } from './person-sides.queries.ts';

export type Locked = { readonly sides: PersonSides; readonly ties: readonly Tie[] };

/**
 * The person, locked, for a change that this action allows.
 * @throws person.not-found, access.denied, person.merged, person.changed-meanwhile
 */
export async function personForEdit(
  tx: Writing,
  caller: Caller,
  personId: string,
  asked: { readonly action: Action; readonly version?: number },
): Promise<Locked> {
  const locked = await lockPerson(tx, caller, personId);
  permit(caller, asked.action, locked.ties);
  demandOpen(locked.sides, asked.version);
  return locked;
}

/** As above for those who may ask this of everybody only: the person need not have that side yet. */
export async function anybodyForEdit(
  tx: Writing,
  caller: Caller,
  personId: string,
  asked: { readonly action: Action; readonly version?: number },
): Promise<Locked> {
  const locked = await lockPerson(tx, caller, personId);
  if (!can(caller, asked.action, locked.ties)) permit(caller, asked.action);
  demandOpen(locked.sides, asked.version);
  return locked;
}

export async function lockPerson(tx: Writing, caller: Caller, personId: string): Promise<Locked> {
  const sides = await personSides(tx, { tenantId: caller.tenantId, personId }, true);
  if (!sides) throw new Refusal('person.not-found');
  return { sides, ties: (await tiesTo(tx, caller, [personId])).get(personId) ?? [] };
}

export function demandOpen(sides: PersonSides, version?: number): void {
  if (sides.mergedInto !== null) throw new Refusal('person.merged', { personId: sides.mergedInto });
  // RULE-15: blocked data lie still until they are destroyed.
  if (sides.blocked) throw new Refusal('access.denied');
  if (version !== undefined && sides.version !== version) throw new Refusal('person.changed-meanwhile');
}

export async function touchPerson(tx: Writing, tenantId: string, personId: string): Promise<void> {
  await tx
    .updateTable('people')
    .set((each) => ({ version: each('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .execute();
}

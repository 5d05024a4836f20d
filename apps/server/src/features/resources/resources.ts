import type { decideResourceBody, resourceBody, resourcesAnswer } from '@nastavnik/contracts/resources';
import { can } from '@nastavnik/domain/access/can';
import {
  closeResource as closed,
  decideResource as decided,
  resourceKey,
  stateOfNew,
} from '@nastavnik/domain/consents/resource-catalogue';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { resourceForUpdate, resourceRows } from './resources.queries.ts';

/** RULE-24: where something of a person may appear, whose place it is, and who said that it may. */
export async function seeResources(tx: Reading, caller: Caller): Promise<z.infer<typeof resourcesAnswer>> {
  permit(caller, 'resources.see');
  const [decides, proposes] = [can(caller, 'resources.decide'), can(caller, 'resources.propose')];
  const rows = await resourceRows(tx, caller.tenantId);
  return {
    resources: rows.map((row) => ({
      id: row.id,
      name: row.name,
      address: row.address,
      owner: row.owner,
      country: row.country,
      state: row.state,
      proposedBy: row.proposed_by,
      proposedAt: row.proposed_at.toISOString(),
      decision: row.decided_at && {
        by: row.decided_by ?? '',
        at: row.decided_at.toISOString(),
        reason: row.decision_reason ?? '',
      },
      wordings: row.wordings,
      may: {
        allow: decides && isChange(decided(row.state, true)),
        refuse: decides && isChange(decided(row.state, false)),
        close: proposes && row.state !== 'closed',
      },
    })),
    may: { propose: proposes },
  };
}

function isChange(after: string): boolean {
  return after === 'allowed' || after === 'refused';
}

/** @throws resource.address-taken: a place stands in the catalogue once */
export async function addResource(tx: Writing, caller: Caller, body: z.infer<typeof resourceBody>): Promise<string> {
  permit(caller, 'resources.propose');
  const id = newId(caller.now);
  const state = stateOfNew(body.country);
  const added = await tx
    .insertInto('resources')
    .values({
      tenant_id: caller.tenantId,
      id,
      ...body,
      address_key: resourceKey(body.address),
      state,
      proposed_by: caller.personId,
      proposed_at: caller.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'address_key']).where('state', '<>', 'closed').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('resource.address-taken');
  await recordEvent(tx, caller, {
    type: 'resource.proposed',
    object: { kind: 'resource', id },
    data: { address: body.address, country: body.country, state },
  });
  return id;
}

/** The data protection officer's yes or no, with its reason. */
export async function decideResource(
  tx: Writing,
  caller: Caller,
  id: string,
  { allowed, reason }: z.infer<typeof decideResourceBody>,
): Promise<void> {
  permit(caller, 'resources.decide');
  const row = await resourceForUpdate(tx, caller.tenantId, id);
  if (!row) throw new Refusal('resource.not-found');
  const state = decided(row.state, allowed);
  if (state === 'resource.state' || state === 'resource.already-so') throw new Refusal(state);
  await tx
    .updateTable('resources')
    .set({ state, decided_by: caller.personId, decided_at: caller.now, decision_reason: reason })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  const type = allowed ? 'resource.allowed' : 'resource.refused';
  await recordEvent(tx, caller, { type, object: { kind: 'resource', id }, data: { reason } });
}

/** The place is used no more; documents that named it stay as they were signed. */
export async function closeResource(tx: Writing, caller: Caller, id: string): Promise<void> {
  permit(caller, 'resources.propose');
  const row = await resourceForUpdate(tx, caller.tenantId, id);
  if (!row) throw new Refusal('resource.not-found');
  const state = closed(row.state);
  if (state === 'resource.state' || state === 'resource.already-so') throw new Refusal(state);
  await tx
    .updateTable('resources')
    .set({ state })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, caller, { type: 'resource.closed', object: { kind: 'resource', id } });
}

import type { settleObjectionBody } from '@nastavnik/contracts/consents';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { permitAbout } from '../../platform/ties.ts';
import { directorHasDecided } from './objection-duty.ts';

/** RULE-08: the director has heard both parents and decides either way; until then nothing of the child is published. */
export async function settleObjection(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: z.infer<typeof settleObjectionBody>,
): Promise<void> {
  await permitAbout(tx, caller, 'objection.settle', personId);
  demandNoSpecialData([body.decision], body.evenSo);
  const settled = await tx
    .updateTable('representations')
    .set({
      objection_settled_on: caller.today,
      objection_settled_by: caller.personId,
      objection_decision: body.decision,
      objection_upheld: !body.publish,
    })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', body.representationId)
    .where('child_id', '=', personId)
    .where('objected_on', 'is not', null)
    .executeTakeFirst();
  if (settled.numUpdatedRows === 0n) throw new Refusal('representation.not-found');
  await recordEvent(tx, caller, {
    type: 'representation.objection-settled',
    object: { kind: 'representation', id: body.representationId },
    data: { personId, publish: body.publish },
  });
  await directorHasDecided(tx, caller, body.representationId);
}

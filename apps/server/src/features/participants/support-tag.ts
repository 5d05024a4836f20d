import { isInBank } from '@nastavnik/domain/participants/participant-states';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { demandNoSpecialData } from '../../platform/special-data.ts';
import { permitAbout } from '../../platform/ties.ts';
import { participationsOf } from './participant.queries.ts';

/**
 * The neutral tag of RULE-11 with recommendations for the work, never a diagnosis: a text that names one is refused
 * until the writer has read the warning (`evenSo`). Before a consent the tag alone may stand, without a word (RULE-03).
 */
export async function setSupportTag(
  tx: Writing,
  caller: Caller,
  personId: string,
  body: { readonly recommendation: string | null; readonly evenSo: boolean },
): Promise<void> {
  await permitAbout(tx, caller, 'supportTag.set', personId);
  if (body.recommendation) {
    const rows = await participationsOf(tx, caller.tenantId, personId);
    if (!rows.some(({ state }) => isInBank(state)))
      throw new Refusal('participant.before-consent', { fields: ['supportRecommendation'] });
  }
  demandNoSpecialData([body.recommendation], body.evenSo);
  const values = { recommendation: body.recommendation || null, set_by: caller.personId, set_at: caller.now };
  await tx
    .insertInto('support_tags')
    .values({ tenant_id: caller.tenantId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(values))
    .execute();
  await recordEvent(tx, caller, { type: 'support.set', object: { kind: 'person', id: personId } });
}

export async function removeSupportTag(tx: Writing, caller: Caller, personId: string): Promise<void> {
  await permitAbout(tx, caller, 'supportTag.set', personId);
  await tx
    .deleteFrom('support_tags')
    .where('tenant_id', '=', caller.tenantId)
    .where('person_id', '=', personId)
    .execute();
  await recordEvent(tx, caller, { type: 'support.removed', object: { kind: 'person', id: personId } });
}

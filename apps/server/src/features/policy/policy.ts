import type { policiesAnswer, policyBody, policySettings, publicPolicy } from '@nastavnik/contracts/policy';
import { can } from '@nastavnik/domain/access/can';
import { defaultPolicy } from '@nastavnik/domain/consents/default-policy';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Pool } from '../../platform/db/pool.ts';
import { type Reading, reading, type Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';

/** RULE-41. Who processes personal data on this server: their names are public by law. */
export async function seeOperators(pool: Pool): Promise<z.infer<typeof policiesAnswer>> {
  const { rows } = await sql<{ tenant_id: string; short_name: string }>`
    select tenant_id, short_name from operators_of_server() order by short_name, tenant_id`.execute(pool);
  return { operators: rows.map((row) => ({ tenantId: row.tenant_id, organization: row.short_name })) };
}

/** The policy of one school, for anybody, before anything is asked of them. @throws organization.not-found */
export async function seePublicPolicy(pool: Pool, tenantId: string): Promise<z.infer<typeof publicPolicy>> {
  const known = await reading(pool, { tenantId }, (tx) => policyOf(tx, tenantId));
  if (!known) throw new Refusal('organization.not-found');
  const { organization, url, text, rknRegistryNumber } = known;
  return { organization, url, text: url === null ? text : null, rknRegistryNumber };
}

export async function seePolicySettings(tx: Reading, caller: Caller): Promise<z.infer<typeof policySettings>> {
  permit(caller, 'policy.see');
  const { organization: _, ...known } = (await policyOf(tx, caller.tenantId))!;
  return { ...known, may: { edit: can(caller, 'policy.edit') } };
}

export async function editPolicy(tx: Writing, caller: Caller, body: z.infer<typeof policyBody>): Promise<void> {
  permit(caller, 'policy.edit');
  const text = body.text === '' ? null : body.text;
  await tx
    .updateTable('organizations')
    .set({ rkn_registry_number: body.rknRegistryNumber, policy_url: body.url, policy_text: text })
    .where('tenant_id', '=', caller.tenantId)
    .execute();
  await recordEvent(tx, caller, {
    type: 'policy.edited',
    object: { kind: 'organization', id: caller.tenantId },
    data: { rknRegistryNumber: body.rknRegistryNumber, url: body.url, ownText: text !== null },
  });
}

async function policyOf(tx: Reading, tenantId: string) {
  const row = await tx
    .selectFrom('organizations')
    .select(['full_name', 'short_name', 'address', 'inn', 'ogrn', 'rkn_registry_number', 'policy_url', 'policy_text'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { address, inn, ogrn, rkn_registry_number: rknRegistryNumber } = row;
  return {
    organization: row.short_name,
    rknRegistryNumber,
    url: row.policy_url,
    text: row.policy_text ?? defaultPolicy({ fullName: row.full_name, address, inn, ogrn, rknRegistryNumber }),
    shipped: row.policy_text === null,
  };
}

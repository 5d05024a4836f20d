import type { operator, operatorBody } from '@nastavnik/contracts/consent-templates';
import { can } from '@nastavnik/domain/access/can';
import type { z } from 'zod';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';

/** The school as every consent names it (RULE-04). */
export type Operator = {
  readonly fullName: string;
  readonly address: string | null;
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly accountSigning: boolean;
};

type OperatorField = z.infer<typeof operator>['lacks'][number];

export async function operatorOf(tx: Reading, tenantId: string): Promise<Operator> {
  const row = await tx
    .selectFrom('organizations')
    .select(['full_name', 'address', 'inn', 'ogrn', 'consent_method_account'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return {
    fullName: row.full_name,
    address: row.address,
    inn: row.inn,
    ogrn: row.ogrn,
    accountSigning: row.consent_method_account,
  };
}

/** ★ fields of DOC-12…16 that are the school's own. */
export function operatorLacks(known: Operator): OperatorField[] {
  return (['fullName', 'address', 'inn', 'ogrn'] as const).filter((field) => !known[field]?.trim());
}

export async function seeOperator(tx: Reading, caller: Caller): Promise<z.infer<typeof operator>> {
  permit(caller, 'templates.see');
  const known = await operatorOf(tx, caller.tenantId);
  return { ...known, lacks: operatorLacks(known), may: { edit: can(caller, 'organization.edit') } };
}

export async function editOperator(
  tx: Writing,
  caller: Caller,
  body: z.infer<typeof operatorBody>,
): Promise<z.infer<typeof operator>> {
  permit(caller, 'organization.edit');
  await tx
    .updateTable('organizations')
    .set({
      address: body.address,
      inn: body.inn,
      ogrn: body.ogrn,
      consent_method_account: body.accountSigning,
    })
    .where('tenant_id', '=', caller.tenantId)
    .execute();
  await recordEvent(tx, caller, {
    type: 'operator.edited',
    object: { kind: 'organization', id: caller.tenantId },
    data: { ...body },
  });
  const known = await operatorOf(tx, caller.tenantId);
  return { ...known, lacks: operatorLacks(known), may: { edit: true } };
}

import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { consentKeptUntil } from '@nastavnik/domain/consents/kept-data';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { forgetFiles } from './forget-files.ts';

/** RULE-18: three years after its end a consent proves nothing any more, and goes with its scans and signatures. */
export async function forgetOldConsents(tx: Writing, actor: Actor & { readonly today: PlainDate }): Promise<void> {
  const { tenantId, today } = actor;
  const ended = await tx
    .selectFrom('consents')
    .select(['id', 'ended_on'])
    .where('tenant_id', '=', tenantId)
    .where('ended_on', 'is not', null)
    .where('state', 'in', ['expired', 'refused', 'withdrawn', 'superseded', 'invalidated'])
    .orderBy('ended_on')
    .limit(500)
    .forUpdate()
    .execute();
  const ids = ended
    .filter(({ ended_on }) => ended_on !== null && consentKeptUntil(ended_on) < today)
    .map(({ id }) => id);
  if (ids.length === 0) return;
  const scans = await tx
    .deleteFrom('consent_scans')
    .where('tenant_id', '=', tenantId)
    .where('consent_id', 'in', ids)
    .returning('file_id')
    .execute();
  const signatures = await tx
    .deleteFrom('consent_signers')
    .where('tenant_id', '=', tenantId)
    .where('consent_id', 'in', ids)
    .returning('signature_file_id')
    .execute();
  for (const [table, column] of [
    ['consents', 'renewal_of'],
    ['subject_demands', 'consent_id'],
    ['duty_tasks', 'consent_id'],
  ] as const) {
    await tx
      .updateTable(table)
      .set({ [column]: null })
      .where('tenant_id', '=', tenantId)
      .where(column as 'consent_id', 'in', ids)
      .execute();
  }
  await tx.deleteFrom('consents').where('tenant_id', '=', tenantId).where('id', 'in', ids).execute();
  const files = [
    ...scans.map(({ file_id }) => file_id),
    ...signatures.flatMap(({ signature_file_id }) => signature_file_id ?? []),
  ];
  await forgetFiles(tx, actor, files);
  for (const id of ids) await recordEvent(tx, actor, { type: 'consent.forgotten', object: { kind: 'consent', id } });
}

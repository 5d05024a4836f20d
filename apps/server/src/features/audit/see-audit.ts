import type { auditAnswer, auditQuery } from '@nastavnik/contracts/audit';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { auditEvents } from './audit.queries.ts';

/** RULE-34: who did what with whose data, newest first; contents are in no row. */
export async function seeAudit(
  tx: Reading,
  caller: Caller,
  query: z.infer<typeof auditQuery>,
): Promise<z.infer<typeof auditAnswer>> {
  permit(caller, 'audit.see');
  const found = await auditEvents(tx, {
    ...query,
    tenantId: caller.tenantId,
    seesEverybody: caller.roles.includes('dataProtectionOfficer'),
    after: query.after,
    limit: query.limit + 1,
  });
  const events = found.slice(0, query.limit);
  return { events, next: found.length > query.limit ? (events.at(-1)?.id ?? null) : null };
}

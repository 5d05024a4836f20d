import { auditQuery } from '@nastavnik/contracts/audit';
import type { z } from 'zod';

const wanted = auditQuery.omit({ after: true, limit: true });

/** What the audit is narrowed to, as it stands in the address: ids and days, no names. */
export type AuditSearch = z.infer<typeof wanted>;

/** Whatever does not parse narrows nothing. */
export function auditSearch(search: Record<string, unknown>): AuditSearch {
  const parsed = wanted.safeParse(search);
  return parsed.success ? parsed.data : {};
}

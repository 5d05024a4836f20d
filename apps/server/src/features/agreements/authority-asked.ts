import { z } from 'zod';
import { jobKind } from '../../platform/jobs/jobs.ts';

/** News for the authority, in its own tenancy: somebody below asks. */
export const authorityAsked = jobKind(
  'authority-asked',
  z.strictObject({ tenantId: z.uuid(), requestId: z.uuid(), organization: z.string(), title: z.string() }),
);

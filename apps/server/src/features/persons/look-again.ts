import { z } from 'zod';
import { jobKind } from '../../platform/jobs/jobs.ts';

/** Who may sign for this person has changed, or the name has: the consents are looked at again. */
export const lookAgainAtConsents = jobKind(
  'consents.look-again',
  z.strictObject({ tenantId: z.uuid(), personId: z.uuid() }),
);

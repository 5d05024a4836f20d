import { z } from 'zod';
import { jobKind } from '../../platform/jobs/jobs.ts';

/** Something about a person has changed — a name, a representative, a birth date: their consents are looked at now. */
export const consentsLookAgain = jobKind(
  'consents.look-again',
  z.strictObject({ tenantId: z.uuid(), personId: z.uuid() }),
);

import { z } from 'zod';
import { jobKind } from '../../platform/jobs/jobs.ts';

export const checkJob = jobKind(
  'check-list',
  z.strictObject({ tenantId: z.uuid(), importId: z.uuid(), version: z.number().int() }),
);
export const applyJob = jobKind('apply-list', z.strictObject({ tenantId: z.uuid(), importId: z.uuid() }));

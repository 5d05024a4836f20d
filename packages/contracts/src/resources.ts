import { z } from 'zod';
import { id, line, may, moment } from './shapes.ts';

/** A page or a group where something about a person may appear (RULE-24). */
export const resource = z.object({
  id,
  name: z.string(),
  address: z.string(),
  owner: z.string(),
  country: z.string(),
  state: z.enum(['waiting', 'allowed', 'refused', 'closed']),
  proposedBy: z.string().nullable(),
  proposedAt: moment,
  decision: z.object({ by: z.string(), at: moment, reason: z.string() }).nullable(),
  /** Wordings in use that offer it. */
  wordings: z.number().int(),
  may: may(['allow', 'refuse', 'close']),
});
export type Resource = z.infer<typeof resource>;
export const resourcesAnswer = z.object({ resources: z.array(resource), may: may(['propose']) });
export const resourceBody = z.strictObject({
  name: line(300),
  address: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .regex(/^https?:\/\/[^\s/]+\.[^\s/]+/i),
  owner: line(300),
  country: z.string().regex(/^[A-Z]{2}$/),
});
export const decideResourceBody = z.strictObject({ allowed: z.boolean(), reason: line(1000) });

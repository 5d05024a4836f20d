import { z } from 'zod';

/**
 * RFC 9457. `code` is one of REFUSALS, or `defect` for what the server did not mean; `fields` names the parts of the
 * request that are wrong; `details` carries what the sentence needs (numbers, names of items).
 */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  instance: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export type Problem = z.infer<typeof problem>;

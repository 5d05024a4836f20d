import { z } from 'zod';
import { id, line, may, text } from './shapes.ts';

/** RULE-41: an operator of this server; its policy is open to everybody. */
export const policiesAnswer = z.object({ operators: z.array(z.object({ tenantId: id, organization: z.string() })) });

export const publicPolicy = z.object({
  organization: z.string(),
  /** The school's own page; then there is no text here. */
  url: z.string().nullable(),
  text: z.string().nullable(),
  rknRegistryNumber: z.string().nullable(),
});

export const policySettings = z.object({
  rknRegistryNumber: z.string().nullable(),
  url: z.string().nullable(),
  text: z.string(),
  /** The wording that came with the programme: the school's lawyer has yet to look at it. */
  shipped: z.boolean(),
  may: may(['edit']),
});
export type PolicySettings = z.infer<typeof policySettings>;

/** `text: null` brings the shipped wording back. */
export const policyBody = z.strictObject({
  rknRegistryNumber: line(50).nullable(),
  url: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
  text: text(30_000).nullable(),
});
export type PolicyBody = z.infer<typeof policyBody>;

import { z } from 'zod';
import { day } from './shapes.ts';

export const deadlineMeaning = z.object({
  text: z.string(),
  windows: z.array(z.object({ start: day.nullable(), end: day.nullable() })),
  recurrence: z.object({ rrule: z.string() }).nullable(),
  continuous: z.boolean(),
  onDemand: z.boolean(),
  external: z.string().nullable(),
});
export const deadlineReading = deadlineMeaning.extend({
  alternatives: z.array(deadlineMeaning),
  issues: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      from: z.number().int(),
      to: z.number().int(),
      suggestion: z.string().optional(),
    }),
  ),
});

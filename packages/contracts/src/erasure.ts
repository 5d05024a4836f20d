import { z } from 'zod';
import { day, id, line, may, moment } from './shapes.ts';

export const erasureGround = z.enum(['withdrawal', 'refusal', 'purposeReached', 'unlawful', 'demand']);

export const erasure = z.object({
  id,
  person: z.object({ id, name: z.string() }),
  ground: erasureGround,
  dueOn: day,
  warnedAt: moment.nullable(),
  /** Another basis keeps the data for now: a participation that runs, a valid consent. */
  heldBy: z.string().nullable(),
  may: may(['run', 'cancel']),
});
export const destructionRun = z.object({
  id,
  number: z.number().int(),
  ranAt: moment,
  ranBy: z.string(),
  subjects: z.number().int(),
  keepUntil: day,
});
export const erasuresAnswer = z.object({
  planned: z.array(erasure),
  runs: z.array(destructionRun),
  may: may(['run', 'depersonalise']),
});
export const runErasuresBody = z.strictObject({ ids: z.array(id).min(1).max(500) });
export const destructionRunAnswer = z.object({ run: destructionRun.nullable(), held: z.array(id) });
export const cancelErasureBody = z.strictObject({ reason: line(1000) });
export const depersonaliseAnswer = z.object({
  participants: z.number().int(),
  people: z.number().int(),
  texts: z.number().int(),
});

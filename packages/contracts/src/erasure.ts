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

/** RULE-39: a cycle that is over, and what would be left of it. */
export const closedCycle = z.object({
  id,
  title: z.string(),
  endedOn: day,
  participants: z.number().int(),
  people: z.number().int(),
  /** Free texts that go: requests, notes of interviews, reasons in the history, names of those who signed up. */
  texts: z.number().int(),
  done: z.object({ at: moment, by: z.string() }).nullable(),
  /** Code of why it cannot be done yet. */
  hindrance: z.string().nullable(),
  may: may(['depersonalise']),
});
export type ClosedCycle = z.infer<typeof closedCycle>;
export const closedCyclesAnswer = z.object({ cycles: z.array(closedCycle) });
/** The title of the cycle, typed by whoever does it. */
export const depersonaliseBody = z.strictObject({ title: line(200) });

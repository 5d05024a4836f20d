import { LEAVING_REASONS } from '@nastavnik/domain/people/roll-over-plan';
import { z } from 'zod';
import { schoolYear } from './classes.ts';
import { participantRole } from './participants.ts';
import { id, may, moment } from './shapes.ts';

export const className = z.strictObject({ grade: z.number().int().min(0).max(11), letter: z.string().trim().max(10) });
export const leavingReason = z.enum(LEAVING_REASONS);

export const classDecision = z.strictObject({
  fate: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('moveUp'), to: className.optional() }),
    z.strictObject({ kind: z.literal('mergeInto'), to: className }),
    z.strictObject({ kind: z.literal('leave'), reason: leavingReason }),
  ]),
  teacher: z.union([z.enum(['goesAlong', 'leaves']), z.strictObject({ personId: id })]).optional(),
});
export const pupilDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('repeat'), to: className.optional() }),
  z.strictObject({ kind: z.literal('moveTo'), to: className }),
  z.strictObject({ kind: z.literal('leave'), reason: leavingReason }),
]);
/** By the id of the class and of the pupil. What is not decided follows the usual way. */
export const rollOverDecisions = z.strictObject({
  classes: z.record(id, classDecision).default({}),
  pupils: z.record(id, pupilDecision).default({}),
});
/** `fromYear` is the school year that ends: 2024 for 2024/25. */
export const rollOverBody = z.strictObject({
  fromYear: schoolYear,
  decisions: rollOverDecisions.default({ classes: {}, pupils: {} }),
});

const finding = z.looseObject({ code: z.string() });
export const rollOverPlan = z.object({
  fromYear: z.number().int(),
  toYear: z.number().int(),
  /** The cycle the banks go over to; `exists` false: it is made on applying. */
  cycle: z.object({ title: z.string(), exists: z.boolean() }),
  /** The cycle whose banks are carried over; null where there was none. */
  fromCycle: z.object({ id, title: z.string() }).nullable(),
  applied: z.object({ at: moment, by: z.string() }).nullable(),
  /** The classes of the old year, each with the decision that stands. */
  from: z.array(
    z.object({
      id,
      name: z.string(),
      grade: z.number().int(),
      teacher: z.object({ id, name: z.string() }).nullable(),
      pupils: z.number().int(),
      /** 9th and 11th: somebody has to decide. */
      needsDecision: z.boolean(),
    }),
  ),
  classes: z.array(
    z.object({
      name: z.string(),
      grade: z.number().int(),
      letter: z.string(),
      fromClassIds: z.array(id),
      teacher: z.object({ id, name: z.string() }).nullable(),
      pupils: z.number().int(),
    }),
  ),
  pupils: z.array(
    z.object({
      id,
      name: z.string(),
      fromClassId: id.nullable(),
      fate: z.enum(['movesUp', 'repeats', 'changesClass', 'leaves', 'undecided']),
      to: z.string().nullable(),
      reason: leavingReason.nullable(),
      participations: z.array(
        z.object({
          id,
          role: participantRole,
          outcome: z.enum(['carriedOver', 'unitFirst', 'ends', 'notCarried']),
          needsConfirmation: z.boolean(),
        }),
      ),
    }),
  ),
  /** The grown-ups of the banks: employees, students, partners. */
  others: z.object({ carriedOver: z.number().int(), unitFirst: z.number().int(), notCarried: z.number().int() }),
  /** Codes and data of domain/people/roll-over-plan. Problems stop the applying, remarks do not. */
  problems: z.array(finding),
  remarks: z.array(finding),
  may: may(['apply']),
});
export type RollOverAnswer = z.infer<typeof rollOverPlan>;
export const rollOverDone = z.object({
  classes: z.number().int(),
  moved: z.number().int(),
  left: z.number().int(),
  carriedOver: z.number().int(),
  cycleId: id,
});

import { z } from 'zod';
import { day, id, may, moment } from './shapes.ts';

/** 2025 is the school year 2025/26. */
export const schoolYear = z.coerce.number().int().min(2000).max(2100);
export const classesQuery = z.strictObject({ schoolYear: schoolYear.optional() });

export const classTeacher = z.object({
  id,
  personId: id,
  name: z.string(),
  startedOn: day,
  endedOn: day.nullable(),
});
export const schoolClass = z.object({
  id,
  schoolYear: z.number().int(),
  grade: z.number().int(),
  letter: z.string(),
  name: z.string().meta({ example: '7А' }),
  /** Those of today and later first; the others are history. */
  teachers: z.array(classTeacher),
  pupils: z.number().int(),
  /** The class of the year before that this one continues. */
  previous: z.object({ id, name: z.string() }).nullable(),
  /** The caller leads the class today. */
  own: z.boolean(),
  may: may(['edit', 'remove', 'setTeacher', 'seePupils']),
});
export type SchoolClass = z.infer<typeof schoolClass>;
export const classesAnswer = z.object({
  schoolYear: z.number().int(),
  /** Years that have classes, and the present one. */
  schoolYears: z.array(z.number().int()),
  classes: z.array(schoolClass),
  may: may(['add', 'import', 'rollOver']),
});

export const classBody = z.strictObject({
  grade: z.number().int().min(0).max(11),
  letter: z.string().trim().max(10),
});
export const newClassBody = classBody.extend({ schoolYear });
/**
 * A class teacher from a day on. `insteadOf`: the teacher whom the class had; `leaves`: the teacher leaves the other
 * classes, which lose this person from that day (the new class from `startedOn`, the old ones until the eve).
 */
export const classTeacherBody = z.strictObject({
  personId: id,
  startedOn: day,
  insteadOf: id.nullable().default(null),
  leavesOtherClasses: z.boolean().default(false),
});
export const endClassTeacherBody = z.strictObject({ endedOn: day });

export const contingentQuery = z.strictObject({ on: day.optional() });
const ageRow = z.object({ age: z.number().int(), count: z.number().int() });
const counted = {
  rows: z.array(ageRow),
  total: z.number().int(),
  from10to19: z.number().int(),
  from15to19: z.number().int(),
};
export const contingentAnswer = z.object({
  on: day,
  /** `typed`: counts typed in or imported stand for that day; `computed`: from the pupils' birth dates. */
  source: z.enum(['computed', 'typed']),
  /** The day the typed counts were given for: the last one not after `on`. */
  typedOn: day.nullable(),
  ...counted,
  /** The same by the list of pupils: of the day of the typed counts, or of `on`. */
  listed: z.object({
    ...counted,
    /** Pupils without a birth date: they are in no age. */
    withoutBirthDate: z.number().int(),
  }),
  /** The days for which counts were given, the newest first. */
  history: z.array(z.object({ onDay: day, total: z.number().int(), by: z.string().nullable(), at: moment.nullable() })),
  may: may(['edit']),
});
export const contingentBody = z.strictObject({
  onDay: day,
  /** Empty: what was typed for the day is taken away and the pupils are counted. */
  rows: z
    .array(z.strictObject({ age: z.number().int().min(0).max(30), count: z.number().int().min(0).max(1_000_000) }))
    .max(31),
});

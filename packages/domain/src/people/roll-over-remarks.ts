import type { ClassName } from './class-name.ts';
import type { PlannedClass, PlannedPupil, RollOverRemark } from './roll-over-plan.ts';

/** What a careful deputy would look at before the new year is applied. Nothing here stops it. */
export function rollOverRemarks(classes: readonly PlannedClass[], pupils: readonly PlannedPupil[]): RollOverRemark[] {
  const byTeacher = new Map<string, ClassName[]>();
  for (const { name, classTeacherId } of classes) {
    if (classTeacherId === null) continue;
    byTeacher.set(classTeacherId, [...(byTeacher.get(classTeacherId) ?? []), name]);
  }
  return [
    ...classes.flatMap(({ name, classTeacherId }): RollOverRemark[] =>
      classTeacherId === null ? [{ code: 'rollover.class-without-teacher', name }] : [],
    ),
    ...[...byTeacher].flatMap(([personId, names]): RollOverRemark[] =>
      names.length > 1 ? [{ code: 'rollover.teacher-of-two', personId, names }] : [],
    ),
    ...classes.flatMap(({ name, pupilIds }): RollOverRemark[] =>
      pupilIds.length === 0 ? [{ code: 'rollover.class-empty', name }] : [],
    ),
    ...pupils.flatMap(({ pupilId, participations }) =>
      participations
        .filter(({ outcome }) => outcome === 'unitFirst')
        .map(({ participationId }): RollOverRemark => ({ code: 'rollover.open-unit', pupilId, participationId })),
    ),
  ];
}

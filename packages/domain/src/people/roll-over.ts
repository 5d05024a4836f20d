import { carryOver } from './carry-over.ts';
import type { ClassName } from './class-name.ts';
import { LAST_GRADE } from './class-name.ts';
import { classAbove, classKey, compareClasses, movesUpByItself } from './class-names.ts';
import type {
  ClassDecision,
  ClassOfYear,
  LeavingReason,
  PlannedClass,
  PlannedPupil,
  PupilFate,
  PupilOfYear,
  RollOverDecisions,
  RollOverPlan,
  RollOverProblem,
} from './roll-over-plan.ts';
import { rollOverRemarks } from './roll-over-remarks.ts';

/**
 * The new school year on paper: what becomes of each class, pupil and participation. Nothing is written; with an empty
 * list of problems the plan may be applied. Classes move up with their letter, the 11th leaves; for a 9th somebody
 * decides. A pupil's own decision goes before that of the class.
 */
export function planRollOver(
  classes: readonly ClassOfYear[],
  pupils: readonly PupilOfYear[],
  decisions: RollOverDecisions,
): RollOverPlan {
  const byId = new Map(classes.map((each) => [each.id, each]));
  const fates = new Map(classes.map((each) => [each.id, fateOf(each, decisions.classes[each.id])]));
  const planned = pupils.map((pupil) => plannedPupil(pupil, byId, fates, decisions));
  const newClasses = classesOf(classes, fates, decisions, planned);
  const problems = [
    ...unknownIds(classes, pupils, decisions),
    ...classes.flatMap((each) => classProblems(each, fates.get(each.id), planned)),
    ...doubleNames(classes, fates, decisions),
    ...planned.flatMap((pupil) => pupilProblems(pupil, byId, newClasses)),
  ];
  return {
    classes: newClasses,
    pupils: planned,
    problems,
    remarks: rollOverRemarks(newClasses, planned),
  };
}

type Fate =
  | { readonly kind: 'to'; readonly name: ClassName }
  | { readonly kind: 'leave'; readonly reason: LeavingReason }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'impossible' };

function fateOf({ name }: ClassOfYear, decision: ClassDecision | undefined): Fate {
  if (decision?.fate.kind === 'leave') return decision.fate;
  if (decision?.fate.kind === 'mergeInto') return { kind: 'to', name: decision.fate.to };
  if (decision?.fate.kind === 'moveUp') {
    const above = decision.fate.to ?? classAbove(name);
    return above ? { kind: 'to', name: above } : { kind: 'impossible' };
  }
  if (name.grade === LAST_GRADE) return { kind: 'leave', reason: 'graduated' };
  const above = movesUpByItself(name.grade) ? classAbove(name) : undefined;
  return above ? { kind: 'to', name: above } : { kind: 'undecided' };
}

function plannedPupil(
  pupil: PupilOfYear,
  classes: ReadonlyMap<string, ClassOfYear>,
  fates: ReadonlyMap<string, Fate>,
  decisions: RollOverDecisions,
): PlannedPupil {
  const from = pupil.classId === null ? undefined : classes.get(pupil.classId);
  const own = decisions.pupils[pupil.id];
  const made = (fate: PupilFate, to: ClassName | null, reason: LeavingReason | null = null): PlannedPupil => ({
    pupilId: pupil.id,
    fate,
    fromClassId: pupil.classId,
    to,
    reason,
    participations: pupil.participations.map((each) => carryOver(each, fate)),
  });
  if (own?.kind === 'leave') return made('leaves', null, own.reason);
  if (own?.kind === 'moveTo') return made('changesClass', own.to);
  if (own?.kind === 'repeat') {
    const to = own.to ?? from?.name;
    return to ? made('repeats', to) : made('undecided', null);
  }
  const fate = from && fates.get(from.id);
  if (fate?.kind === 'leave') return made('leaves', null, fate.reason);
  return fate?.kind === 'to' ? made('movesUp', fate.name) : made('undecided', null);
}

/** Classes of the new year: those that old ones become, and those that pupils are put into by name. */
function classesOf(
  classes: readonly ClassOfYear[],
  fates: ReadonlyMap<string, Fate>,
  decisions: RollOverDecisions,
  pupils: readonly PlannedPupil[],
): PlannedClass[] {
  type Draft = { name: ClassName; from: string[]; teachers: (string | null)[]; pupils: string[] };
  const drafts = new Map<string, Draft>();
  const draftOf = (name: ClassName): Draft => {
    const found = drafts.get(classKey(name));
    if (found) return found;
    const draft: Draft = { name, from: [], teachers: [], pupils: [] };
    drafts.set(classKey(name), draft);
    return draft;
  };
  for (const each of classes) {
    const fate = fates.get(each.id);
    if (fate?.kind !== 'to') continue;
    const draft = draftOf(fate.name);
    draft.from.push(each.id);
    draft.teachers.push(teacherOf(each, decisions.classes[each.id]));
  }
  for (const pupil of pupils) {
    // A repeater's class must come up from below; a class is made by moving pupils into it, not by staying behind.
    if (pupil.to === null || (pupil.fate === 'repeats' && !drafts.has(classKey(pupil.to)))) continue;
    draftOf(pupil.to).pupils.push(pupil.pupilId);
  }
  return [...drafts.values()]
    .toSorted((one, other) => compareClasses(one.name, other.name))
    .map(({ name, from, teachers, pupils: ids }) => ({
      name,
      fromClassIds: from,
      // Of classes that become one, the first that brings a teacher.
      classTeacherId: teachers.find((teacher) => teacher !== null) ?? null,
      pupilIds: ids,
    }));
}

function teacherOf({ classTeacherId }: ClassOfYear, decision: ClassDecision | undefined): string | null {
  const teacher = decision?.teacher ?? 'goesAlong';
  if (teacher === 'leaves') return null;
  return teacher === 'goesAlong' ? classTeacherId : teacher.personId;
}

function unknownIds(
  classes: readonly ClassOfYear[],
  pupils: readonly PupilOfYear[],
  decisions: RollOverDecisions,
): RollOverProblem[] {
  const classIds = new Set(classes.map(({ id }) => id));
  const pupilIds = new Set(pupils.map(({ id }) => id));
  const unknown = (ids: readonly string[]) => [...new Set(ids.filter((id) => !classIds.has(id)))];
  return [
    ...repeated(classes.map(({ id }) => id)),
    ...repeated(pupils.map(({ id }) => id)),
    ...unknown([...Object.keys(decisions.classes), ...pupils.flatMap(({ classId }) => classId ?? [])]).map(
      (classId): RollOverProblem => ({ code: 'rollover.unknown-class', classId }),
    ),
    ...Object.keys(decisions.pupils)
      .filter((id) => !pupilIds.has(id))
      .map((pupilId): RollOverProblem => ({ code: 'rollover.unknown-pupil', pupilId })),
  ];
}

function repeated(ids: readonly string[]): RollOverProblem[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((id) => ({ code: 'rollover.repeated-id', id }));
}

function classProblems(
  { id }: ClassOfYear,
  fate: Fate | undefined,
  pupils: readonly PlannedPupil[],
): RollOverProblem[] {
  if (fate?.kind === 'impossible') return [{ code: 'rollover.after-last-grade', classId: id }];
  if (fate?.kind !== 'undecided') return [];
  const open = pupils.filter((pupil) => pupil.fromClassId === id && pupil.fate === 'undecided').length;
  // A 9th whose every pupil has a decision of their own needs none for the class.
  return open > 0 ? [{ code: 'rollover.decide-after-basic', classId: id, pupils: open }] : [];
}

/** Two classes of one name in the new year are a mistake unless both say that they become one. */
function doubleNames(
  classes: readonly ClassOfYear[],
  fates: ReadonlyMap<string, Fate>,
  decisions: RollOverDecisions,
): RollOverProblem[] {
  const byName = new Map<string, { name: ClassName; ids: string[]; merged: boolean }>();
  for (const { id } of classes) {
    const fate = fates.get(id);
    if (fate?.kind !== 'to') continue;
    const merged = decisions.classes[id]?.fate.kind === 'mergeInto';
    const entry = byName.get(classKey(fate.name));
    if (entry) {
      entry.ids.push(id);
      entry.merged &&= merged;
    } else byName.set(classKey(fate.name), { name: fate.name, ids: [id], merged });
  }
  return [...byName.values()]
    .filter(({ ids, merged }) => ids.length > 1 && !merged)
    .map(({ name, ids }) => ({ code: 'rollover.two-classes-one-name', name, classIds: ids }));
}

function pupilProblems(
  { pupilId, fate, fromClassId, to }: PlannedPupil,
  classes: ReadonlyMap<string, ClassOfYear>,
  newClasses: readonly PlannedClass[],
): RollOverProblem[] {
  const from = fromClassId === null ? undefined : classes.get(fromClassId);
  if (fate === 'undecided') return from ? [] : [{ code: 'rollover.pupil-without-class', pupilId }];
  if (to === null) return [];
  if (fate === 'repeats' && !newClasses.some(({ name }) => classKey(name) === classKey(to))) {
    return [{ code: 'rollover.no-such-class', pupilId, to }];
  }
  const usual = from && (fate === 'repeats' ? from.name.grade : from.name.grade + 1);
  if (usual === undefined || to.grade === usual) return [];
  return [{ code: 'rollover.grade-jump', pupilId, from: from?.name.grade ?? 0, to: to.grade }];
}

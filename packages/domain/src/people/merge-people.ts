import type {
  MergeBlock,
  MergeChoices,
  MergeConflict,
  MergedField,
  MergedValues,
  MergePlan,
  MergeSide,
  MergeStep,
  MergeUndo,
  MovedThing,
} from './merge-plan.ts';
import { MERGED_FIELDS } from './merge-plan.ts';
import { nameKey } from './normalise-name.ts';

/**
 * What becoming one card would mean: the values the kept card takes because it lacks them, the values a person has to
 * choose between, everything that goes over, and what stands against it. Decides and changes nothing.
 */
export function planMerge(kept: MergeSide, gone: MergeSide): MergePlan {
  const taken: MergedField[] = [];
  const conflicts: MergeConflict[] = [];
  for (const field of MERGED_FIELDS) {
    const [ours, theirs] = [kept.values[field], gone.values[field]];
    if (theirs === null || ours === theirs) continue;
    if (ours === null || saysMore(field, theirs, ours)) taken.push(field);
    else if (!saysMore(field, ours, theirs)) conflicts.push({ field, kept: ours, gone: theirs });
  }
  return {
    keptId: kept.id,
    goneId: gone.id,
    before: { kept: kept.values, gone: gone.values },
    taken,
    conflicts,
    moves: gone.things,
    blocks: blocksOf(kept, gone),
  };
}

const NAMES: readonly MergedField[] = ['familyName', 'givenName', 'patronymic'];

/** A name in full says more than its initial, and ё more than е: nobody is asked about these. */
function saysMore(field: MergedField, one: string, other: string): boolean {
  if (!NAMES.includes(field)) return false;
  const [long, short] = [nameKey(one), nameKey(other)];
  if (long === short) return one.includes('ё') && one.replaceAll('ё', 'е') === other;
  return short.length === 1 && long.length > 1 && long.startsWith(short);
}

function blocksOf(kept: MergeSide, gone: MergeSide): MergeBlock[] {
  if (kept.id === gone.id) return [{ code: 'merge.same-card' }];
  const related = (side: MergeSide, otherId: string): MergeBlock[] =>
    side.things
      .filter((thing) => thing.with === otherId)
      .map(({ kind, id }) => ({ code: 'merge.related-to-each-other', kind, id }));
  const slots = new Map(kept.things.flatMap((thing) => (thing.slot === undefined ? [] : [[slotKey(thing), thing.id]])));
  const taken = gone.things.flatMap((thing): MergeBlock[] => {
    const ours = thing.slot === undefined ? undefined : slots.get(slotKey(thing));
    return ours === undefined ? [] : [{ code: 'merge.slot-taken', kind: thing.kind, kept: ours, gone: thing.id }];
  });
  return [...related(kept, gone.id), ...related(gone, kept.id), ...taken];
}

function slotKey({ kind, slot }: MovedThing): string {
  return `${kind}:${slot ?? ''}`;
}

/** The merge as it is written down, or what is still open: blocks, and conflicts nobody has decided. */
export function decideMerge(
  plan: MergePlan,
  choices: MergeChoices,
): MergeStep | { readonly blocks: readonly MergeBlock[]; readonly undecided: readonly MergedField[] } {
  const undecided = plan.conflicts.map(({ field }) => field).filter((field) => choices[field] === undefined);
  if (plan.blocks.length > 0 || undecided.length > 0) return { blocks: plan.blocks, undecided };
  const fromGone = new Set<MergedField>([
    ...plan.taken,
    ...plan.conflicts.map(({ field }) => field).filter((field) => choices[field] === 'gone'),
  ]);
  const { kept, gone } = plan.before;
  return {
    keptId: plan.keptId,
    goneId: plan.goneId,
    before: plan.before,
    after: valuesFrom((field) => (fromGone.has(field) ? gone : kept)[field]),
    moved: plan.moves,
  };
}

/**
 * The inverse: both cards as they were, and everything that came from the other goes back to it. What was edited on the
 * kept card since stays as edited; what was added to it since stays with it.
 * @param current the kept card today, with all that hangs on it
 */
export function planUndo(step: MergeStep, current: Pick<MergeSide, 'values' | 'things'>): MergeUndo {
  const changedSince = MERGED_FIELDS.filter((field) => current.values[field] !== step.after[field]);
  const present = new Set(current.things.map(thingKey));
  return {
    keptId: step.keptId,
    goneId: step.goneId,
    kept: valuesFrom((field) => (changedSince.includes(field) ? current.values : step.before.kept)[field]),
    gone: step.before.gone,
    movedBack: step.moved.filter((thing) => present.has(thingKey(thing))),
    changedSince,
    missing: step.moved.filter((thing) => !present.has(thingKey(thing))),
  };
}

function thingKey({ kind, id }: MovedThing): string {
  return `${kind}:${id}`;
}

function valuesFrom(pick: (field: MergedField) => string | null): MergedValues {
  return {
    familyName: pick('familyName'),
    givenName: pick('givenName'),
    patronymic: pick('patronymic'),
    birthDate: pick('birthDate'),
    snils: pick('snils'),
    email: pick('email'),
    phone: pick('phone'),
  };
}

import type { DateSpan } from '../../calendar/plain-date.ts';
import type { DraftActivity, DraftStage } from '../roadmap-draft.ts';
import { carryActivity, carryStage, sameWords, type Tally, type Versions } from './carry-activity.ts';
import { activitiesOf, missing, moved, originsOf, type Stages, withActivities } from './edited-stages.ts';
import { intoFreshStages } from './into-fresh-stages.ts';
import { type Part, pairUp } from './pair-up.ts';

export type CarriedStages = {
  readonly stages: Stages;
  /** What a person had taken out of the plan and what is out of it again. */
  readonly removed: readonly Part[];
};

/**
 * The stages with the edits of a person in them. Where the new reading has the same stages and activities as the old one
 * (another period, two columns exchanged), the plan keeps the order, the moves and the stages that the person gave it;
 * otherwise it has the new ones, and what is known again by its place gets its edits.
 */
export function carryStages(versions: Versions<Stages>, period: DateSpan | null, tally: Tally): CarriedStages {
  const carry = sameShape(versions.before, versions.fresh) ? intoEditedStages : intoFreshStages;
  return carry(versions, period, tally);
}

function sameShape(before: Stages, fresh: Stages): boolean {
  if (before.length !== fresh.length) return false;
  return before.every((stage, at) => {
    const now = fresh[at]?.activities ?? [];
    const pairs = pairUp(stage.activities, now);
    return (
      stage.activities.length === now.length && stage.activities.every((each, index) => pairs.get(each) === now[index])
    );
  });
}

function intoEditedStages(
  { before, edited, fresh }: Versions<Stages>,
  period: DateSpan | null,
  tally: Tally,
): CarriedStages {
  const now = activitiesOf(fresh);
  const freshOf = new Map(activitiesOf(before).map((each, at) => [each, now[at] as DraftActivity]));
  const origins = originsOf(edited, before);
  const stages = edited.map((stage): DraftStage => {
    const activities = stage.activities.map((each) => {
      const was = origins.activity.get(each);
      const read = was && freshOf.get(was);
      if (was && read) return carryActivity({ before: was, edited: each, fresh: read }, period, tally);
      tally.kept += 1;
      return each;
    });
    const was = origins.stage.get(stage);
    const read = was && fresh[before.indexOf(was)];
    if (was && read) return { ...read, ...carryStage({ before: was, edited: stage, fresh: read }, tally), activities };
    tally.kept += 1;
    return { ...stage, activities };
  });
  const gone = missing(activitiesOf(before), origins.activity);
  const removed = gone.filter((each) => sameWords(each, freshOf.get(each) as DraftActivity));
  // What was taken out reads otherwise now: a person looks at it again.
  const back = gone.filter((each) => !removed.includes(each)).map((each) => freshOf.get(each) as DraftActivity);
  const removedStages = missing(before, origins.stage);
  tally.kept += moved(edited, before, origins).length + removed.length + removedStages.length;
  tally.lost.push(...back.map(({ title }) => ({ title, field: 'removed' as const, text: title })));
  return { stages: withActivities(stages, stages.length - 1, back), removed: [...removed, ...removedStages] };
}

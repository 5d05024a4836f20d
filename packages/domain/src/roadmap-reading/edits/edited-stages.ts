import type { DraftActivity, DraftStage } from '../roadmap-draft.ts';
import { pairUp } from './pair-up.ts';

export type Stages = readonly DraftStage[];

/** Which parts of the edited draft are which of the draft as it was read; what a person added is in neither map. */
export type Origins = {
  readonly stage: ReadonlyMap<DraftStage, DraftStage>;
  readonly activity: ReadonlyMap<DraftActivity, DraftActivity>;
};

export const activitiesOf = (stages: Stages): DraftActivity[] => stages.flatMap(({ activities }) => activities);

export function originsOf(edited: Stages, before: Stages): Origins {
  return { stage: pairUp(edited, before), activity: pairUp(activitiesOf(edited), activitiesOf(before)) };
}

/** What a person has taken out. */
export function missing<One>(all: readonly One[], origin: ReadonlyMap<One, One>): One[] {
  const found = new Set(origin.values());
  return all.filter((each) => !found.has(each));
}

/** What a person has taken into another stage, or before one that it stood behind. */
export function moved(
  edited: Stages,
  before: Stages,
  { stage: stageOrigin, activity: origin }: Origins,
): DraftActivity[] {
  const homes = new Map(before.flatMap((stage) => stage.activities.map((each) => [each, stage] as const)));
  const left = new Set(stageOrigin.values());
  return edited.flatMap((stage) =>
    stage.activities.filter((each, at) => {
      const was = origin.get(each);
      const home = was && homes.get(was);
      if (!home) return false;
      // The activities of a stage that was taken out have not been moved by themselves.
      if (stageOrigin.get(stage) !== home) return left.has(home);
      const ahead = home.activities.slice(0, home.activities.indexOf(was));
      return stage.activities.slice(at + 1).some((next) => ahead.includes(origin.get(next) as DraftActivity));
    }),
  );
}

export function withActivities(stages: Stages, at: number, activities: readonly DraftActivity[]): Stages {
  return stages.map((stage, index) =>
    index === at ? { ...stage, activities: [...stage.activities, ...activities] } : stage,
  );
}

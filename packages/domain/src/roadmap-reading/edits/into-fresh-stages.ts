import type { DateSpan } from '../../calendar/plain-date.ts';
import type { DraftActivity, DraftStage } from '../roadmap-draft.ts';
import { carryActivity, carryStage, loseActivity, sameWords, type Tally, type Versions } from './carry-activity.ts';
import { activitiesOf, missing, moved, originsOf, type Stages, withActivities } from './edited-stages.ts';
import { pairUp } from './pair-up.ts';

/** The new stages, with the edits of what is known again by its place and with what a person has added. */
export function intoFreshStages(
  { before, edited, fresh }: Versions<Stages>,
  period: DateSpan | null,
  tally: Tally,
): { stages: Stages; removed: DraftActivity[] } {
  const origins = originsOf(edited, before);
  const stageNow = pairUp(before, fresh);
  const stageWas = turned(stageNow);
  const stageMine = turned(origins.stage);
  const nowOf = pairUp(activitiesOf(before), activitiesOf(fresh));
  const wasOf = turned(nowOf);
  const mineOf = turned(origins.activity);
  const removed: DraftActivity[] = [];

  const carried = (now: DraftActivity): DraftActivity[] => {
    const was = wasOf.get(now);
    const mine = was && mineOf.get(was);
    if (!was) return [now];
    if (mine) return [carryActivity({ before: was, edited: mine, fresh: now }, period, tally)];
    if (!sameWords(was, now)) {
      tally.lost.push({ title: now.title, field: 'removed', text: was.title });
      return [now];
    }
    removed.push(was);
    tally.kept += 1;
    return [];
  };
  let stages: Stages = fresh.map((stage) => {
    const was = stageWas.get(stage);
    const mine = was && stageMine.get(was);
    const named = mine ? carryStage({ before: was, edited: mine, fresh: stage }, tally) : {};
    return { ...stage, ...named, activities: stage.activities.flatMap(carried) };
  });

  for (const [mine, was] of origins.activity) if (!nowOf.has(was)) loseActivity(was, mine, tally);
  for (const [mine, was] of origins.stage) {
    if (!stageNow.has(was) && mine.title !== was.title)
      tally.lost.push({ title: mine.title, field: 'stage', text: mine.title });
  }
  for (const each of moved(edited, before, origins))
    tally.lost.push({ title: each.title, field: 'order', text: each.title });
  for (const stage of [...missing(before, origins.stage), ...edited.filter((each) => !origins.stage.has(each))])
    tally.lost.push({ title: stage.title, field: 'stage', text: stage.title });

  for (const stage of edited) {
    const at = homeOf(stage, origins.stage, stageNow, fresh);
    // A piece of the tray that a person made an activity of may be one by itself now.
    const titles = new Set(activitiesOf(stages).map(({ title }) => title));
    const added = stage.activities.filter((each) => !origins.activity.has(each) && !titles.has(each.title));
    if (stages.length > 0) {
      stages = withActivities(stages, at, added);
      tally.kept += added.length;
    } else tally.lost.push(...added.map(({ title }) => ({ title, field: 'title' as const, text: title })));
  }
  return { stages, removed };
}

function homeOf(
  stage: DraftStage,
  origin: ReadonlyMap<DraftStage, DraftStage>,
  stageNow: ReadonlyMap<DraftStage, DraftStage>,
  fresh: Stages,
): number {
  const was = origin.get(stage);
  const now = was && stageNow.get(was);
  return now ? fresh.indexOf(now) : fresh.length - 1;
}

function turned<One>(pairs: ReadonlyMap<One, One>): Map<One, One> {
  return new Map([...pairs].map(([one, other]) => [other, one]));
}

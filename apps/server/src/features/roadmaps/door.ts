/** What other features use of the plans. */

export { cycleFor } from './cycles.ts';
export { directoryOn } from './directory.queries.ts';
export { comparedItems, comparedNewItems } from './editions.ts';
export { maySeeEvidence, nextDueOf, viewItem } from './item.view.ts';
export { itemOfOccurrence, itemsOf, roadmapOfItem } from './items.queries.ts';
export type { NewItem, NewPlan, NewRoadmap } from './new-plan.ts';
export { type PeopleOfPlan, peopleOfPlan } from './people-of-plan.ts';
export { headOf, lockRoadmap, planForUpdate, planOf, roadmapIds } from './plan.queries.ts';
export type { Plan, PlanItem, PlanOccurrence } from './plan.ts';
export {
  insertApproval,
  insertItems,
  insertPlan,
  insertStages,
  itemWords,
  occurrenceRow,
  partyRows,
} from './plan-writing.queries.ts';
export { readingsIn } from './readings.ts';
export { replaceOrAmend } from './replace-or-amend.ts';
export { countedOf, viewRoadmap } from './roadmap.view.ts';
export { surroundingsOf } from './surroundings.ts';

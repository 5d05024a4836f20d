/** What other features use of the plans. */

export { tenantsToday } from './advance-plans.ts';
export { amendRoadmap } from './amend-roadmap.ts';
export { approveRoadmap, enactRoadmap } from './approve-roadmap.ts';
export { reconcile } from './carry-over.ts';
export { editablePlan } from './create-roadmap.ts';
export { cycleFor } from './cycles.ts';
export { directoryOn } from './directory.queries.ts';
export { comparedItems, comparedNewItems } from './editions.ts';
export { historyOf, lineageOfItem } from './history.queries.ts';
export { maySeeEvidence, viewItem } from './item.view.ts';
export { itemOfOccurrence, itemsOf, roadmapOfItem } from './items.queries.ts';
export { keptPlans } from './kept-plans.ts';
export { moveRoadmap, planFor } from './move-roadmap.ts';
export type { NewItem, NewPlan } from './new-plan.ts';
export { onRoadmapReturned, roadmapNews } from './notify.ts';
export { type PeopleOfPlan, peopleOfPlan } from './people-of-plan.ts';
export { headOf, planForUpdate, planOf, roadmapIds } from './plan.queries.ts';
export type { Plan, PlanItem, PlanOccurrence } from './plan.ts';
export {
  insertApproval,
  insertItems,
  insertPlan,
  itemWords,
  occurrenceRow,
  partyRows,
} from './plan-writing.queries.ts';
export { readingsIn } from './readings.ts';
export { replaceOrAmend } from './replace-or-amend.ts';
export { considerRoadmap, submitRoadmap } from './review-roadmap.ts';
export { countedOf } from './roadmap.view.ts';
export { seePlan, seeRoadmap } from './see-roadmaps.ts';
export { surroundingsOf } from './surroundings.ts';
export { planOfTemplate } from './templates.ts';
export { type Viewer, viewerKey } from './viewer.ts';

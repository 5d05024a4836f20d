import type { TodayEntry, todayAnswer } from '@nastavnik/contracts/roadmaps';
import { can } from '@nastavnik/domain/access/can';
import { addDays, daysBetween, weekday } from '@nastavnik/domain/calendar/plain-date';
import { dueStateOf, liveOccurrences, stateOn } from '@nastavnik/domain/roadmaps/item-state';
import { ACTION_OF, allows, type RoadmapCommand } from '@nastavnik/domain/roadmaps/roadmap-commands';
import type { z } from 'zod';
import { type Plan, type PlanItem, type PlanOccurrence, peopleOfPlan, type Viewer } from '../roadmaps/door.ts';

export type Today = z.infer<typeof todayAnswer>;
type Lists = Pick<Today, 'late' | 'week' | 'soon' | 'onRequest' | 'waitingForMe' | 'waitingForOthers'>;

/** What the caller has to do now in these plans. The office sees everybody's late items, others see their own. */
export function seeToday(caller: Viewer, plans: readonly Plan[]): Omit<Today, 'unreadNotices'> {
  const lists: Lists = { late: [], week: [], soon: [], onRequest: [], waitingForMe: [], waitingForOthers: [] };
  for (const plan of plans) if (plan.roadmap.state === 'inForce') sortEntries(caller, plan, lists);
  for (const list of [lists.late, lists.week, lists.soon])
    list.sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
  return { today: caller.today, ...lists, tasks: plans.flatMap((plan) => tasksOf(caller, plan)) };
}

function sortEntries(caller: Viewer, plan: Plan, lists: Lists): void {
  const people = peopleOfPlan(plan.directory);
  const stages = new Map(plan.stages.map((stage) => [stage.id, stage.title]));
  const office = can(caller, 'roadmap.indicators');
  const endOfWeek = addDays(caller.today, 7 - weekday(caller.today));
  for (const item of plan.items) {
    const mine = people.isResponsible(item, caller.personId);
    for (const occurrence of liveOccurrences(item.occurrences)) {
      const entry = entryOf(caller, plan, item, occurrence, { mine, stage: stages.get(item.stageId) ?? '' });
      if (occurrence.state === 'reported') {
        if (can(caller, 'item.confirm')) lists.waitingForMe.push(entry);
        else if (mine) lists.waitingForOthers.push(entry);
        continue;
      }
      if (!mine && !office) continue;
      if (entry.dueState === 'late') lists.late.push(entry);
      else if (entry.dueState === 'onRequest' && mine) lists.onRequest.push(entry);
      else if (!isOpen(entry) || (!mine && !can(caller, 'item.confirm'))) continue;
      else if (entry.due !== null && entry.due <= endOfWeek) lists.week.push(entry);
      else if (entry.dueState === 'dueSoon') lists.soon.push(entry);
    }
  }
}

function isOpen(entry: TodayEntry): boolean {
  return ['ahead', 'open', 'dueSoon'].includes(entry.dueState);
}

function entryOf(
  caller: Viewer,
  plan: Plan,
  item: PlanItem,
  occurrence: PlanOccurrence,
  more: { readonly mine: boolean; readonly stage: string },
): TodayEntry {
  return {
    roadmapId: plan.roadmap.id,
    itemId: item.id,
    occurrenceId: occurrence.id,
    stage: more.stage,
    title: item.title,
    due: occurrence.due,
    dueState: dueStateOf(occurrence, caller.today, item.awake, plan.settings.soonDays),
    state: stateOn(occurrence, caller.today),
    days: occurrence.due === null ? null : daysBetween(caller.today, occurrence.due),
    responsible: item.responsibleText,
    mine: more.mine,
  };
}

/** Steps of a roadmap that wait for the caller. */
function tasksOf(caller: Viewer, plan: Plan): Today['tasks'] {
  const { roadmap, settings } = plan;
  const may = (command: RoadmapCommand) => can(caller, ACTION_OF[command]) && allows(roadmap.state, command);
  const task = (kind: Today['tasks'][number]['kind']) => ({
    kind,
    title: roadmap.title,
    roadmapId: roadmap.id,
    importId: null,
  });
  const tasks: Today['tasks'] = [];
  if (may('submit')) tasks.push(task(roadmap.state === 'returned' ? 'returned' : 'submit'));
  const agreedYet = !settings.outerRequired || roadmap.state === 'agreed';
  if (may('considerByCouncil') && !plan.approvals.some((each) => each.kind === 'adopted')) tasks.push(task('consider'));
  if (may('agree') && !agreedYet) tasks.push(task('agree'));
  if (may('approve') && agreedYet) tasks.push(task('approve'));
  if (may('enact')) tasks.push(task('enact'));
  if (roadmap.state === 'inForce' && can(caller, 'item.wake') && plan.items.some((item) => !item.awake))
    tasks.push(task('wake'));
  if (may('close') && caller.today >= plan.cycle.end) tasks.push(task('close'));
  return tasks;
}

import type { Surroundings } from '@nastavnik/domain/roadmaps/item-commands';
import type { Caller } from '../../platform/caller.ts';
import type { Plan, PlanItem, PlanOccurrence } from './plan.ts';

/** What the rules of 4.2 ask about an occurrence besides itself. */
export function surroundingsOf(
  caller: Pick<Caller, 'roles' | 'today'>,
  plan: Pick<Plan, 'roadmap' | 'cycle'>,
  item: PlanItem,
  occurrence: PlanOccurrence,
): Surroundings {
  return {
    roadmapState: plan.roadmap.state,
    cycleStart: plan.cycle.start,
    cycleEnd: plan.cycle.end,
    awake: item.awake,
    today: caller.today,
    byCurator: caller.roles.includes('curator'),
    byDirector: caller.roles.includes('director'),
    evidence: occurrence.evidence.length,
    requests: item.occurrences.filter((each) => each.key.startsWith('request:') && each.state !== 'cancelled').length,
  };
}

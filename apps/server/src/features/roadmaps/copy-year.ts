import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { moveYears } from '@nastavnik/domain/roadmaps/move-years';
import { asNewPlan } from './editions.ts';
import type { NewPlan } from './new-plan.ts';
import type { Plan } from './plan.ts';
import { readingsIn } from './readings.ts';

/** «Скопировать прошлый год»: the same work in another period, years in the terms moved, nothing done yet. */
export function copyOfYear(plan: Plan, period: DateSpan): NewPlan {
  const by = Number(period.start.slice(0, 4)) - Number(plan.cycle.start.slice(0, 4));
  const readings = readingsIn(period);
  const copy = asNewPlan(plan);
  return {
    ...copy,
    sections: copy.sections,
    stages: copy.stages.map((stage) => ({
      ...stage,
      items: stage.items.map((item) => {
        const text = item.deadlineText === null ? null : moveYears(item.deadlineText, by);
        return {
          ...item,
          lineageId: undefined,
          deadlineText: text,
          deadline: text === null ? null : readings.deadline(text),
        };
      }),
    })),
  };
}

import type { templatesAnswer } from '@nastavnik/contracts/roadmaps';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { TEMPLATES } from '@nastavnik/domain/roadmaps/templates/all-templates';
import type { z } from 'zod';
import { Refusal } from '../../platform/refusal.ts';
import type { NewPlan } from './new-plan.ts';
import { readingsIn } from './readings.ts';

export function templates(): z.infer<typeof templatesAnswer>['templates'] {
  return TEMPLATES.map(({ key, title, description, stages }) => ({
    key,
    title,
    description,
    stages: stages.length,
    items: stages.reduce((sum, stage) => sum + stage.items.length, 0),
  }));
}

/** A template's words read in the period of the new plan. @throws template.not-found */
export function planOfTemplate(key: string, period: DateSpan): NewPlan {
  const template = TEMPLATES.find((each) => each.key === key);
  if (!template) throw new Refusal('template.not-found', { template: key });
  const readings = readingsIn(period);
  let number = 0;
  return {
    title: template.title,
    organizations: [],
    sections: [],
    columns: ['number', 'content', 'deadline', 'responsible', 'result'],
    approvals: [],
    stages: template.stages.map((stage, at) => ({
      number: String(at + 1),
      title: stage.title,
      notes: [],
      items: stage.items.map((item) => {
        number += 1;
        const responsible = readings.responsible(item.responsible);
        return {
          number: String(number),
          title: item.title,
          measure: null,
          points: [],
          activityKind: item.kind ?? null,
          deadlineText: item.deadline,
          deadline: readings.deadline(item.deadline),
          responsibleText: item.responsible,
          parties: responsible.parties,
          resultText: item.result,
          result: readings.result(item.result),
          condition: item.condition ?? null,
          changed: null,
        };
      }),
    })),
  };
}

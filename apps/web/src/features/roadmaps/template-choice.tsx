import { Radio } from '@mantine/core';
import type { templatesAnswer } from '@nastavnik/contracts/roadmaps';
import type { z } from 'zod';
import type { RoadmapSummary } from './roadmap-card.tsx';
import classes from './roadmaps.module.css';
import { useRoadmapsTexts } from './roadmaps-texts.ts';

type Template = z.infer<typeof templatesAnswer>['templates'][number];
/** Where the new plan comes from; `key` is the template's key or the id of the plan that is copied. */
export type Origin = ({ kind: 'template' } & Template) | { kind: 'copy'; key: string; roadmap: RoadmapSummary };

type TemplateChoiceProps = { origins: readonly Origin[]; chosen: string; onChoose: (key: string) => void };

export function TemplateChoice({ origins, chosen, onChoose }: TemplateChoiceProps) {
  const say = useRoadmapsTexts();
  return (
    <Radio.Group label={say('new.template')} value={chosen} onChange={onChoose}>
      <div className={classes['choices']}>
        {origins.map((origin) => (
          <div key={origin.key} className={classes['choice']}>
            <Radio value={origin.key} label={labelOf(origin, say)} description={describe(origin, say)} />
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}

type Words = ReturnType<typeof useRoadmapsTexts>;

function labelOf(origin: Origin, say: Words): string {
  return origin.kind === 'template' ? origin.title : say('new.copy', { title: origin.roadmap.title });
}

function describe(origin: Origin, say: Words): string {
  if (origin.kind === 'copy') return say('new.copyText');
  if (origin.stages === 0) return origin.description;
  return `${origin.description} ${say('new.counts', { stages: origin.stages, count: origin.items })}.`;
}

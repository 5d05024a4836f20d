import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { z } from 'zod';
import { RefusalError } from '../../../lib/api/failures.ts';
import { TextLink } from '../../../ui/links.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import classes from './plan-head.module.css';

const MISSING = ['title', 'deadline', 'responsible', 'result'] as const;
const faults = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      missing: z.array(z.enum(MISSING)).optional(),
    }),
  ),
});

/** The items that stand in the way of a step, each opening where it is mended. */
export function FaultyItems({ plan, error }: { plan: Roadmap; error: unknown }) {
  const say = useRoadmapTexts();
  const read = error instanceof RefusalError ? faults.safeParse(error.details) : undefined;
  if (!read?.success) return null;
  return (
    <ul className={classes['incomplete']}>
      {read.data.items.map((item) => (
        <li key={item.id}>
          <TextLink to="/roadmap/$roadmapId" params={{ roadmapId: plan.id }} search={{ item: item.id }}>
            {[item.number, item.title].filter(Boolean).join(' ')}
          </TextLink>
          {item.missing &&
            `: ${say('missing.needs', { parts: item.missing.map((part) => say(`missing.part.${part}`)).join(', ') })}`}
        </li>
      ))}
    </ul>
  );
}

import { Group, Text } from '@mantine/core';
import type { roadmapSummary } from '@nastavnik/contracts/roadmaps';
import type { RoadmapState } from '@nastavnik/domain/roadmaps/roadmap-states';
import type { z } from 'zod';
import { TextLink } from '../../ui/links.tsx';
import type { StateTone } from '../../ui/palette.ts';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import classes from './roadmaps.module.css';
import { useRoadmapsTexts } from './roadmaps-texts.ts';

export type RoadmapSummary = z.infer<typeof roadmapSummary>;

const TONE: Record<RoadmapState, StateTone> = {
  draft: 'quiet',
  underReview: 'awaiting',
  returned: 'late',
  agreed: 'open',
  approved: 'open',
  inForce: 'done',
  superseded: 'quiet',
  closed: 'quiet',
  archived: 'quiet',
};

export function RoadmapCard({ roadmap }: { roadmap: RoadmapSummary }) {
  const say = useRoadmapsTexts();
  const { cycle, completion, edition, items, late, stages, state } = roadmap;
  const words = [cycle.title, say('list.counts', { stages, count: items })];
  if (edition > 1) words.push(say('list.edition', { edition }));
  return (
    <li className={classes['card']}>
      <Group gap="sm">
        <TextLink to="/roadmap/$roadmapId" params={{ roadmapId: roadmap.id }} fw={600}>
          {roadmap.title}
        </TextLink>
        <StateBadge tone={TONE[state]}>{say(`state.${state}`)}</StateBadge>
      </Group>
      <Text size="sm" c="dimmed">
        {words.join(' · ')}
      </Text>
      {state === 'inForce' && (
        <ProgressLine label={say('list.done')} done={completion.numerator} total={completion.denominator} />
      )}
      {state === 'inForce' && late > 0 && (
        <Text size="sm" c="var(--state-late-text)">
          {say('list.late', { count: late })}
        </Text>
      )}
    </li>
  );
}

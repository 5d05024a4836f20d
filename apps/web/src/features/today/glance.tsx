import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../ui/links.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { indicatorsQuery } from './today.api.ts';
import { useTodayTexts } from './today-texts.ts';

type GlanceProps = { roadmapId: string; title: string; late: number; alone: boolean };

/** The plan in one glance, for those who see its figures: how much of what was due is done, and what is late. */
export function Glance({ roadmapId, title, late, alone }: GlanceProps) {
  const say = useTodayTexts();
  const { data } = useQuery(indicatorsQuery(roadmapId));
  if (!data) return null;
  const { numerator, denominator } = data.completion;
  return (
    <section aria-label={title}>
      <ProgressLine
        label={alone ? say('plan.progress') : say('plan.progressOf', { title })}
        done={numerator}
        total={denominator}
      />
      <Group justify="space-between" mt={4}>
        <Text size="sm" c={late > 0 ? 'var(--state-late-text)' : 'dimmed'}>
          {late > 0 ? say('plan.late', { count: late }) : say('plan.onTime')}
        </Text>
        <ButtonLink variant="subtle" size="compact-sm" to="/roadmap/$roadmapId" params={{ roadmapId }}>
          {say('plan.open')}
        </ButtonLink>
      </Group>
    </section>
  );
}

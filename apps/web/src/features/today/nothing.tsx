import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconCheck, IconImport, IconRoadmap } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { roadmapsQuery } from './today.api.ts';
import { useTodayTexts } from './today-texts.ts';

/** Nothing to do in the plan (`people`: but something among the people): because there is no plan yet, because it is not in force yet, or because all is done. */
export function Nothing({ people }: { people: boolean }) {
  const say = useTodayTexts();
  const mayImport = useMay('importRoadmap');
  const { data, error, refetch } = useQuery(roadmapsQuery);
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={2} />;
  if (data.roadmaps.length === 0 && mayImport) {
    return (
      <EmptyState
        icon={IconImport}
        title={say('none.title')}
        example={say('none.example')}
        action={
          <Group gap="sm">
            <ButtonLink to="/import">{say('none.load')}</ButtonLink>
            <ButtonLink variant="default" to="/roadmap/new">
              {say('none.template')}
            </ButtonLink>
          </Group>
        }
      >
        {say('none.text')}
      </EmptyState>
    );
  }
  if (data.roadmaps.length === 0) {
    return (
      <EmptyState icon={IconRoadmap} title={say('wait.title')}>
        {say('wait.text')}
      </EmptyState>
    );
  }
  if (people) return null;
  const running = data.roadmaps.some((roadmap) => roadmap.state === 'inForce');
  return (
    <EmptyState
      icon={running ? IconCheck : IconRoadmap}
      title={say(running ? 'calm.title' : 'prepare.title')}
      action={
        <ButtonLink variant="default" to="/roadmap">
          {say('plan.open')}
        </ButtonLink>
      }
    >
      {say(running ? 'calm.text' : 'prepare.text')}
    </EmptyState>
  );
}

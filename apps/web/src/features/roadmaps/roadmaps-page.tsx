import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconAdd, IconImport, IconRoadmap } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { isCurrent, onlyCurrent } from './current-roadmaps.ts';
import { RoadmapCard, type RoadmapSummary } from './roadmap-card.tsx';
import { roadmapsQuery } from './roadmaps.api.ts';
import classes from './roadmaps.module.css';
import { useRoadmapsTexts } from './roadmaps-texts.ts';

/** The place «Дорожная карта»: the only present plan itself, or the list; with `all` always the list. */
export function RoadmapsPage() {
  const say = useRoadmapsTexts();
  const { all } = useSearch({ from: '/inside/roadmap' });
  const mayImport = useMay('importRoadmap');
  const { data, error, refetch } = useQuery(roadmapsQuery);
  const only = data && !all ? onlyCurrent(data.roadmaps) : undefined;
  if (only) return <Navigate to="/roadmap/$roadmapId" params={{ roadmapId: only.id }} replace />;
  const ways = (
    <Group gap="xs">
      {mayImport && (
        <ButtonLink to="/import" leftSection={<IconImport size={18} aria-hidden />}>
          {say('load')}
        </ButtonLink>
      )}
      {data?.may.create && (
        <ButtonLink to="/roadmap/new" variant="default" leftSection={<IconAdd size={18} aria-hidden />}>
          {say('create')}
        </ButtonLink>
      )}
    </Group>
  );
  const empty = data?.roadmaps.length === 0;
  return (
    <Page title={say('title')} lead={say('lead')} actions={empty ? null : ways} width="measure">
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {empty && (
        <EmptyState
          icon={IconRoadmap}
          title={say('empty.title')}
          example={say('empty.example')}
          action={data.may.create ? ways : null}
        >
          {say(data.may.create ? 'empty.text' : 'empty.wait')}
        </EmptyState>
      )}
      {data && <Cards title={say('list.current')} roadmaps={data.roadmaps.filter(isCurrent)} />}
      {data && <Cards title={say('list.past')} roadmaps={data.roadmaps.filter((one) => !isCurrent(one))} />}
    </Page>
  );
}

function Cards({ title, roadmaps }: { title: string; roadmaps: readonly RoadmapSummary[] }) {
  if (roadmaps.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={classes['list']}>
        {roadmaps.map((roadmap) => (
          <RoadmapCard key={roadmap.id} roadmap={roadmap} />
        ))}
      </ul>
    </Section>
  );
}

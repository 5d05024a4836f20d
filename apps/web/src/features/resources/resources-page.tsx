import type { Resource } from '@nastavnik/contracts/resources';
import { useQuery } from '@tanstack/react-query';
import { resourcesQuery } from '../../lib/resources/resources.api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconLink } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { NewResource } from './new-resource.tsx';
import { ResourceRow } from './resource-row.tsx';
import classes from './resources.module.css';
import { useResourcesTexts } from './resources-texts.ts';

/** The catalogue of places where something about a person may appear (RULE-24). */
export function ResourcesPage() {
  const say = useResourcesTexts();
  const { data, error, refetch } = useQuery(resourcesQuery);
  const used = data?.resources.filter(({ state }) => state !== 'closed') ?? [];
  const closed = data?.resources.filter(({ state }) => state === 'closed') ?? [];
  return (
    <Page title={say('title')} lead={say('lead')} width="measure">
      <SettingsTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && used.length === 0 && (
        <EmptyState icon={IconLink} title={say('empty')}>
          {say('emptyText')}
        </EmptyState>
      )}
      {used.length > 0 && <Places places={used} />}
      {data?.may.propose && <NewResource />}
      {closed.length > 0 && (
        <Section title={say('closedTitle')}>
          <Places places={closed} />
        </Section>
      )}
    </Page>
  );
}

function Places({ places }: { places: readonly Resource[] }) {
  return (
    <ul className={classes['list']}>
      {places.map((place) => (
        <ResourceRow key={place.id} place={place} />
      ))}
    </ul>
  );
}

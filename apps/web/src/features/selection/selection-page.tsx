import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconGroup } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { MentorsPanel } from './mentors-panel.tsx';
import { RequestList } from './request-list.tsx';
import { selectionQuery } from './selection.api.ts';
import classes from './selection.module.css';
import { SelectionFilters } from './selection-filters.tsx';
import { useSelectionTexts } from './selection-texts.ts';

/** C4: this year's open requests, and the mentors of the bank who could answer each. A person chooses. */
export function SelectionPage() {
  const say = useSelectionTexts();
  const filter = useSearch({ from: '/inside/people/selection' });
  const { data, error, refetch } = useQuery(selectionQuery(filter));
  const chosen = data?.requests.find(({ id }) => id === filter.request);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <PeopleTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.open === 0 && (
        <EmptyState icon={IconGroup} title={say('empty.title')} example={say('empty.example')}>
          {say('empty.text')}
        </EmptyState>
      )}
      {data && data.open > 0 && (
        <>
          <SelectionFilters filter={filter} />
          <Text component="output" fw={600}>
            {say('open', { count: data.open })}, {say('without', { count: data.withoutMentor })}
          </Text>
          <div className={classes['sides']} data-chosen={chosen ? '' : undefined}>
            <div className={`${classes['side']} ${classes['list']}`}>
              <RequestList requests={data.requests} chosen={chosen?.id} filter={filter} />
              {data.more && <Text c="dimmed">{say('more')}</Text>}
            </div>
            <div className={classes['side']}>
              {chosen ? (
                <MentorsPanel key={chosen.id} request={chosen} mayPropose={data.may.propose} filter={filter} />
              ) : (
                <Text c="dimmed" visibleFrom="md">
                  {say('choose')}
                </Text>
              )}
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

import { Button, NativeSelect, Text } from '@mantine/core';
import { type MenteeRequestView, requestsAnswer, themesAnswer } from '@nastavnik/contracts/mentee-requests';
import { REQUEST_STATES } from '@nastavnik/domain/participants/request-states';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ask } from '../../lib/api/api.ts';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { REQUEST_TONE, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { RequestsSearch } from './requests-search.ts';
import { useRequestsTexts } from './requests-texts.ts';

/** The list of needs (B5): every request the caller may see, found by its words. */
export function RequestsPage() {
  const say = useRequestsTexts();
  const words = usePeopleWords();
  const filter = useSearch({ from: '/inside/people/requests' });
  const navigate = useNavigate({ from: '/people/requests' });
  const columns = useColumns();
  const themes = useQuery({
    queryKey: ['request-themes'],
    queryFn: ({ signal }) => ask('GET', '/request-themes', themesAnswer, { signal }),
  });
  const found = useInfiniteQuery({
    queryKey: ['mentee-requests', filter],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/mentee-requests', requestsAnswer, { query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.pages.flatMap((page) => page.requests);
  const active = Object.keys(filter).length > 0;
  const set = (change: RequestsSearch) => void navigate({ search: change, replace: true });
  return (
    <Page title={say('title')} lead={say('lead')}>
      <PeopleTabs />
      <FilterBar
        search={filter.search ?? ''}
        searchLabel={say('search')}
        active={active}
        onSearch={(text) => {
          const { search: _before, ...rest } = filter;
          set(text ? { ...rest, search: text } : rest);
        }}
        onClear={() => set({})}
      >
        <NativeSelect
          aria-label={say('state')}
          value={filter.state ?? ''}
          data={[
            { value: '', label: say('anyState') },
            ...REQUEST_STATES.map((state) => ({ value: state, label: words(`request.state.${state}`) })),
          ]}
          onChange={(event) => {
            const { state: _before, ...rest } = filter;
            const state = REQUEST_STATES.find((each) => each === event.currentTarget.value);
            set(state ? { ...rest, state } : rest);
          }}
        />
        <NativeSelect
          aria-label={say('theme')}
          value={filter.themeId ?? ''}
          data={[
            { value: '', label: say('anyTheme') },
            ...(themes.data?.themes ?? []).map((theme) => ({ value: theme.id, label: theme.name })),
          ]}
          onChange={(event) => {
            const { themeId: _before, ...rest } = filter;
            const themeId = event.currentTarget.value;
            set(themeId ? { ...rest, themeId } : rest);
          }}
        />
      </FilterBar>
      {found.error && <RefusalMessage error={found.error} again={() => void found.refetch()} />}
      {!rows && !found.error && <Loading />}
      {rows?.length === 0 && <Text component="output">{say(active ? 'nobody' : 'empty')}</Text>}
      {rows && rows.length > 0 && (
        <DataTable
          caption={say('title')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) =>
            void navigate({ to: '/people/participants/$participantId', params: { participantId: row.participantId } })
          }
        />
      )}
      {found.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={found.isFetchingNextPage}
          style={{ alignSelf: 'start' }}
          onClick={() => void found.fetchNextPage()}
        >
          {say('more')}
        </Button>
      )}
    </Page>
  );
}

function useColumns(): TableColumn<MenteeRequestView>[] {
  const say = useRequestsTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'person',
        title: say('column.person'),
        cell: (row) => (row.person.place ? `${row.person.name}, ${row.person.place}` : row.person.name),
        main: true,
      },
      { id: 'theme', title: say('column.theme'), cell: (row) => row.theme?.name ?? '–' },
      { id: 'words', title: say('column.words'), cell: (row) => row.description || '–' },
      {
        id: 'state',
        title: say('column.state'),
        cell: (row) => <StateBadge tone={REQUEST_TONE[row.state]}>{words(`request.state.${row.state}`)}</StateBadge>,
      },
      { id: 'urgency', title: say('column.urgency'), cell: (row) => words(`request.urgency.${row.urgency}`) },
      { id: 'found', title: say('column.found'), cell: (row) => dayInFigures(row.foundOn, language), hidden: true },
    ],
    [language, say, words],
  );
}

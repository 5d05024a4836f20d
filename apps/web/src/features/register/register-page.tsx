import { Button, Group, List, Text } from '@mantine/core';
import { quartersAnswer, registerAnswer } from '@nastavnik/contracts/register';
import { isPlainDate } from '@nastavnik/domain/calendar/plain-date';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { HandOutDialog } from '../../ui/hand-out-dialog.tsx';
import { IconDownload } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { useRegisterTexts } from './register-texts.ts';

type Row = z.infer<typeof registerAnswer>['rows'][number];

/** DOC-30: who took part on a day of one's choice, and quarter by quarter. */
export function RegisterPage() {
  const say = useRegisterTexts();
  const words = usePeopleWords();
  const today = useToday();
  const search = useSearch({ from: '/inside/people/register' });
  const navigate = useNavigate({ from: '/people/register' });
  const on = search.on && isPlainDate(search.on) ? search.on : today;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['register', on],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/register', registerAnswer, { query: { on, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const first = data?.pages[0];
  const rows = data?.pages.flatMap((page) => page.rows);
  const [exporting, setExporting] = useState(false);
  const columns = useColumns();
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        first?.may.export && (
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => setExporting(true)}
          >
            {say('export')}
          </Button>
        )
      }
    >
      <PeopleTabs />
      <DateField
        label={say('on')}
        value={on}
        max={today}
        onChange={(day) => day && void navigate({ search: day === today ? {} : { on: day }, replace: true })}
      />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {first?.counts && first.counts.length > 0 && (
        <List>
          {first.counts.map((each) => (
            <List.Item key={`${each.role} ${each.state}`}>
              {say(`count.${each.role}`, { state: words(`state.${each.state}`), count: each.number })}
            </List.Item>
          ))}
        </List>
      )}
      {rows?.length === 0 && <Text component="output">{say('empty')}</Text>}
      {rows && rows.length > 0 && (
        <DataTable caption={say('title')} rows={rows} columns={columns} rowKey={(row) => row.participantId} />
      )}
      {hasNextPage && (
        <Group>
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('more')}
          </Button>
        </Group>
      )}
      <Quarters />
      {exporting && (
        <HandOutDialog
          title={say('export.title')}
          path="/register/export"
          body={{ on }}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  );
}

function useColumns(): TableColumn<Row>[] {
  const say = useRegisterTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'name',
        title: say('column.name'),
        cell: (row) => row.person.name,
        main: true,
      },
      {
        id: 'place',
        title: say('column.place'),
        cell: (row) => row.person.place ?? '–',
      },
      { id: 'role', title: say('column.role'), cell: (row) => words(`role.${row.role}`) },
      { id: 'state', title: say('column.state'), cell: (row) => words(`state.${row.state}`), whole: true },
      {
        id: 'entered',
        title: say('column.entered'),
        cell: (row) => (row.enteredOn ? dayInFigures(row.enteredOn, language) : '–'),
        whole: true,
      },
      { id: 'forms', title: say('column.forms'), cell: (row) => row.forms.join(', ') || '–' },
      { id: 'requests', title: say('column.requests'), cell: (row) => row.requests.join(', ') || '–' },
    ],
    [language, say, words],
  );
}

type Quarter = z.infer<typeof quartersAnswer>['quarters'][number];

function Quarters() {
  const say = useRegisterTexts();
  const language = useLanguage();
  const columns = useMemo(
    (): TableColumn<Quarter>[] => [
      {
        id: 'span',
        title: say('quarter.span'),
        cell: (row) => `${dayInFigures(row.start, language)} – ${dayInFigures(row.end, language)}`,
        main: true,
      },
      { id: 'mentors', title: say('quarter.mentors'), cell: (row) => row.mentors },
      { id: 'mentees', title: say('quarter.mentees'), cell: (row) => row.mentees },
      { id: 'entered', title: say('quarter.entered'), cell: (row) => row.entered },
      { id: 'left', title: say('quarter.left'), cell: (row) => row.left },
    ],
    [language, say],
  );
  const { data } = useQuery({
    queryKey: ['register', 'quarters'],
    queryFn: ({ signal }) => ask('GET', '/register/quarters', quartersAnswer, { signal }),
  });
  if (!data || data.quarters.length === 0) return null;
  return (
    <Section title={say('quarters')}>
      <DataTable caption={say('quarters')} rows={data.quarters} columns={columns} rowKey={(row) => row.start} />
    </Section>
  );
}

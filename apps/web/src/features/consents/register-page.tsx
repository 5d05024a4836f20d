import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { consentSummary } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { CONSENT_KINDS, CONSENT_STATES } from '@nastavnik/domain/consents/consent-kinds';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { CONSENT_TONE } from '../../lib/people-words/consent-words.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { IconBack } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import { registerQuery } from './consents.api.ts';
import classes from './consents.module.css';
import type { RegisterSearch } from './consents-search.ts';
import { useConsentsTexts } from './consents-texts.ts';

type Row = z.infer<typeof consentSummary>;
const YEARS_SHOWN = 5;

/** The register of consents of a year, by number. What has ended is proof, seen by the data protection officer. */
export function ConsentRegisterPage() {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const today = useToday();
  const { consent: open, ...filter } = useSearch({ from: '/inside/people/consents/register' });
  const navigate = useNavigate({ from: '/people/consents/register' });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    registerQuery(filter),
  );
  const rows = data?.pages.flatMap((page) => page.rows);
  const columns = useColumns();
  const go = (change: Record<string, string | number | undefined>) =>
    void navigate({ search: clean({ ...filter, ...change }), replace: true });
  const year = Number(today.slice(0, 4));
  return (
    <Page
      title={say('register.title')}
      lead={say('register.lead')}
      actions={
        <ButtonLink to="/people/consents" variant="default" leftSection={<IconBack size={18} aria-hidden />}>
          {say('back')}
        </ButtonLink>
      }
    >
      <PeopleTabs />
      <FilterBar
        search={filter.search ?? ''}
        searchLabel={say('register.search')}
        active={Object.keys(filter).length > 0}
        onSearch={(search) => go({ search })}
        onClear={() => void navigate({ search: {}, replace: true })}
      >
        <NativeSelect
          aria-label={say('register.kind')}
          value={filter.kind ?? ''}
          data={[
            { value: '', label: say('register.anyKind') },
            ...CONSENT_KINDS.map((kind) => ({ value: kind, label: words(`consentShort.${kind}`) })),
          ]}
          onChange={(event) => go({ kind: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={say('register.state')}
          value={filter.state ?? ''}
          data={[
            { value: '', label: say('register.anyState') },
            ...CONSENT_STATES.map((state) => ({ value: state, label: words(`consentState.${state}`) })),
          ]}
          onChange={(event) => go({ state: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={say('register.year')}
          value={String(filter.year ?? year)}
          data={Array.from({ length: YEARS_SHOWN }, (_, back) => String(year - back))}
          onChange={(event) => go({ year: Number(event.currentTarget.value) })}
        />
      </FilterBar>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!rows && !error && <Loading />}
      {rows?.length === 0 && <Text component="output">{say('register.empty')}</Text>}
      {rows && rows.length > 0 && (
        <DataTable
          caption={say('register.title')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          openKey={open}
          mayOpen={({ may }) => may.read}
          onOpen={(row) => void navigate({ search: { ...filter, consent: row.id } })}
        />
      )}
      {hasNextPage && (
        <Group>
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('register.more')}
          </Button>
        </Group>
      )}
      <ConsentPanel consentId={open} onClose={() => void navigate({ search: filter })} />
    </Page>
  );
}

function useColumns(): TableColumn<Row>[] {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  return useMemo(() => {
    const day = (on: string | null) => (
      <span className={classes['whole']}>{on ? dayInFigures(on as PlainDate, language) : '–'}</span>
    );
    return [
      {
        id: 'number',
        title: say('register.number'),
        cell: (row) => <span className={classes['whole']}>{row.number}</span>,
        main: true,
      },
      {
        id: 'name',
        title: say('column.name'),
        sortBy: (row) => row.person.name,
        cell: (row) => <PersonName name={row.person.name} />,
      },
      { id: 'place', title: say('register.place'), cell: (row) => row.person.place ?? '–' },
      {
        id: 'kind',
        title: say('register.kind'),
        sortBy: (row) => row.kind,
        cell: (row) => words(`consentShort.${row.kind}`),
      },
      {
        id: 'state',
        title: say('register.state'),
        sortBy: (row) => row.state,
        cell: (row) => <StateBadge tone={CONSENT_TONE[row.state]}>{words(`consentState.${row.state}`)}</StateBadge>,
      },
      {
        id: 'issued',
        title: say('register.issued'),
        hidden: true,
        sortBy: (row) => row.issuedOn,
        cell: (row) => day(row.issuedOn),
      },
      { id: 'from', title: say('register.from'), sortBy: (row) => row.validFrom, cell: (row) => day(row.validFrom) },
      { id: 'to', title: say('register.to'), sortBy: (row) => row.validTo, cell: (row) => day(row.validTo) },
      {
        id: 'ended',
        title: say('register.ended'),
        hidden: true,
        sortBy: (row) => row.endedOn,
        cell: (row) => day(row.endedOn),
      },
    ];
  }, [say, words, language]);
}

function clean(search: Record<string, string | number | undefined>): RegisterSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
}

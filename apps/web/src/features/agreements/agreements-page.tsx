import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconStamp } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { type AgreementRequest, agreementsQuery } from './agreements.api.ts';
import { useAgreementsTexts } from './agreements-texts.ts';
import { REQUEST_TONE } from './request-tone.ts';

/** The authority's inbox: what waits for its decision, and what it has decided. */
export function AgreementsPage() {
  const say = useAgreementsTexts();
  const { data, error, refetch } = useQuery(agreementsQuery);
  const columns = useColumns();
  const requests = data?.requests ?? [];
  const asked = requests.filter((request) => request.state === 'asked');
  const decided = requests.filter((request) => request.state !== 'asked');
  return (
    <Page title={say('title')} lead={say('lead')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && requests.length === 0 && (
        <EmptyState
          icon={IconStamp}
          title={say('empty.title')}
          action={
            <ButtonLink variant="default" to="/settings">
              {say('empty.code')}
            </ButtonLink>
          }
        >
          {say('empty.text')}
        </EmptyState>
      )}
      {requests.length > 0 && (
        <Section title={say('section.asked')}>
          {asked.length === 0 ? (
            <Text c="dimmed">{say('nobody.waits')}</Text>
          ) : (
            <DataTable caption={say('section.asked')} rows={asked} columns={columns} rowKey={(row) => row.id} />
          )}
        </Section>
      )}
      {decided.length > 0 && (
        <Section title={say('section.decided')}>
          <DataTable caption={say('section.decided')} rows={decided} columns={columns} rowKey={(row) => row.id} />
        </Section>
      )}
    </Page>
  );
}

function useColumns(): TableColumn<AgreementRequest>[] {
  const say = useAgreementsTexts();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'organization',
        title: say('column.organization'),
        cell: (row) => (
          <TextLink to="/agreements/$requestId" params={{ requestId: row.id }}>
            {row.organization}
          </TextLink>
        ),
        sortBy: (row) => row.organization,
        main: true,
      },
      { id: 'title', title: say('column.title'), cell: (row) => row.title, sortBy: (row) => row.title },
      {
        id: 'state',
        title: say('column.state'),
        cell: (row) => <StateBadge tone={REQUEST_TONE[row.state]}>{say(`state.${row.state}`)}</StateBadge>,
        sortBy: (row) => row.state,
      },
      {
        id: 'asked',
        title: say('column.asked'),
        cell: (row) => momentInWords(row.askedAt, language),
        sortBy: (row) => row.askedAt,
      },
    ],
    [say, language],
  );
}

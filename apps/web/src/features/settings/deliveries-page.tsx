import { Text } from '@mantine/core';
import type { deliveriesAnswer } from '@nastavnik/contracts/settings';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Loading } from '../../ui/loading.tsx';
import type { StateTone } from '../../ui/palette.ts';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { deliveriesQuery } from './settings.api.ts';
import { SettingsFrame } from './settings-frame.tsx';
import { useSettingsTexts } from './settings-texts.ts';

type Delivery = z.infer<typeof deliveriesAnswer>['deliveries'][number];

const TONE: Record<Delivery['state'], StateTone> = {
  waiting: 'awaiting',
  sent: 'done',
  failed: 'late',
  declined: 'quiet',
  'no-address': 'quiet',
};

/** What was sent to whom: so that «I got no letter» has an answer. */
export function DeliveriesPage() {
  const say = useSettingsTexts();
  const { data, error, refetch } = useQuery(deliveriesQuery);
  const columns = useColumns();
  return (
    <SettingsFrame lead={say('deliveries.lead')} width="wide">
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.deliveries.length === 0 && <Text c="dimmed">{say('deliveries.empty')}</Text>}
      {data && data.deliveries.length > 0 && (
        <DataTable
          caption={say('deliveries.caption')}
          rows={data.deliveries}
          columns={columns}
          rowKey={(row) => row.id}
        />
      )}
    </SettingsFrame>
  );
}

function useColumns(): TableColumn<Delivery>[] {
  const say = useSettingsTexts();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'subject',
        title: say('deliveries.subject'),
        cell: (row) => row.subject,
        sortBy: (row) => row.subject,
        main: true,
      },
      {
        id: 'person',
        title: say('deliveries.person'),
        cell: (row) => <PersonName name={row.person} />,
        sortBy: (row) => row.person,
        width: '10rem',
      },
      {
        id: 'kind',
        title: say('deliveries.kind'),
        cell: (row) => say(`reminder.${row.kind}`),
        sortBy: (row) => row.kind,
      },
      {
        id: 'state',
        title: say('deliveries.state'),
        cell: (row) => <StateBadge tone={TONE[row.state]}>{say(`delivery.${row.state}`)}</StateBadge>,
        sortBy: (row) => row.state,
        width: '12rem',
      },
      {
        id: 'attempts',
        title: say('deliveries.attempts'),
        cell: (row) => row.attempts,
        sortBy: (row) => row.attempts,
        hidden: true,
      },
      {
        id: 'at',
        title: say('deliveries.at'),
        cell: (row) => momentInWords(row.at, language),
        sortBy: (row) => row.at,
      },
    ],
    [say, language],
  );
}

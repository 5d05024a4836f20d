import { Button, Text } from '@mantine/core';
import type { serverOrganizationsAnswer } from '@nastavnik/contracts/settings';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { IconAdd } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { NewOrganization } from './new-organization.tsx';
import { organizationsQuery } from './server.api.ts';
import { useServerTexts } from './server-texts.ts';

type Row = z.infer<typeof serverOrganizationsAnswer>['organizations'][number];

/** The organisations of this server, for whoever set it up: their names and nothing of what is inside. */
export function OrganizationsPage() {
  const say = useServerTexts();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(organizationsQuery);
  const columns = useMemo(
    (): TableColumn<Row>[] => [
      {
        id: 'name',
        title: say('column.name'),
        cell: (row) => row.shortName,
        sortBy: (row) => row.shortName,
        main: true,
      },
      { id: 'kind', title: say('column.kind'), cell: (row) => say(`kind.${row.kind}`), sortBy: (row) => row.kind },
    ],
    [say],
  );
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        data && (
          <Button leftSection={<IconAdd size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        )
      }
    >
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Text size="sm" c="dimmed">
            {say('count', { count: data.organizations.length })}
          </Text>
          <DataTable caption={say('caption')} rows={data.organizations} columns={columns} rowKey={(row) => row.id} />
        </>
      )}
      <SidePanel opened={adding} title={say('new.title')} onClose={() => setAdding(false)}>
        {adding && <NewOrganization onDone={() => setAdding(false)} />}
      </SidePanel>
    </Page>
  );
}

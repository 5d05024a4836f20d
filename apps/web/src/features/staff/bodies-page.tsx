import { Button } from '@mantine/core';
import type { CollectiveBody } from '@nastavnik/contracts/staff';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconAdd, IconGroup } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { NewBodyForm } from './body-form.tsx';
import { BodyPanel } from './body-panel.tsx';
import { bodiesQuery } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

/** Collective bodies: whom «рабочая группа» means, and since when. */
export function BodiesPage() {
  const say = useStaffTexts();
  const { body: opened } = useSearch({ from: '/inside/people/bodies' });
  const navigate = useNavigate({ from: '/people/bodies' });
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(bodiesQuery);
  const columns = useColumns();
  const open = (id: string | undefined) => void navigate({ search: id ? { body: id } : {} });
  const body = data?.bodies.find((one) => one.id === opened);
  const addButton = data?.may.add && (
    <Button leftSection={<IconAdd size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {say('bodies.add')}
    </Button>
  );
  const empty = data?.bodies.length === 0;
  return (
    <Page title={say('bodies.title')} lead={say('bodies.lead')} actions={empty ? null : addButton}>
      <PeopleTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {empty && (
        <EmptyState
          icon={IconGroup}
          title={say('bodies.empty.title')}
          example={say('bodies.empty.example')}
          action={addButton}
        >
          {say('bodies.empty.text')}
        </EmptyState>
      )}
      {data && !empty && (
        <DataTable
          caption={say('bodies.title')}
          rows={data.bodies}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) => open(row.id)}
          openKey={opened}
        />
      )}
      <SidePanel opened={adding} title={say('bodies.new')} onClose={() => setAdding(false)}>
        <NewBodyForm
          onAdded={(id) => {
            setAdding(false);
            open(id);
          }}
        />
      </SidePanel>
      <SidePanel opened={body !== undefined} title={body?.name} onClose={() => open(undefined)}>
        {body && <BodyPanel body={body} onRemoved={() => open(undefined)} />}
      </SidePanel>
    </Page>
  );
}

function useColumns(): TableColumn<CollectiveBody>[] {
  const say = useStaffTexts();
  return useMemo(() => {
    const now = (row: CollectiveBody) => row.members.filter((member) => !member.endedOn);
    const chair = (row: CollectiveBody) => now(row).find((member) => member.office === 'chair')?.name ?? null;
    return [
      { id: 'name', title: say('body.name'), cell: (row) => row.name, sortBy: (row) => row.name, main: true },
      { id: 'kind', title: say('body.kind'), cell: (row) => say(`body.kind.${row.kind}`), sortBy: (row) => row.kind },
      { id: 'chair', title: say('office.chair'), cell: (row) => chair(row) ?? '–', sortBy: chair },
      {
        id: 'members',
        title: say('members.title'),
        cell: (row) => say('members.count', { count: now(row).length }),
        sortBy: (row) => now(row).length,
      },
    ];
  }, [say]);
}

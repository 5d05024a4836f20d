import { Button, NativeSelect, Text } from '@mantine/core';
import type { Person } from '@nastavnik/contracts/staff';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { CategorySelect } from '../../ui/category-select.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { IconPeople, IconPersonAdd } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { fullName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { NewPersonForm } from './new-person-form.tsx';
import { PersonPanel } from './person-panel.tsx';
import { ofCategoryQuery, peopleQuery } from './staff.api.ts';
import { useStaffTexts } from './staff-texts.ts';

const STATES = ['active', 'inactive', 'all'] as const;

/** The staff directory; the filter and the opened card live in the address. */
export function PeoplePage() {
  const say = useStaffTexts();
  const filter = useSearch({ from: '/inside/people' });
  const navigate = useNavigate({ from: '/people' });
  const [adding, setAdding] = useState(false);
  const { search = '', state = 'active', person, category } = filter;
  const { may, secondFactorNeeded } = useSession();
  // Categories open people's data, which wait for the second factor.
  const sifts = may.manageStaff && !secondFactorNeeded;
  const ofCategory = useQuery({ ...ofCategoryQuery(category ?? '', state), enabled: sifts && Boolean(category) });
  const { data, error, refetch } = useQuery(peopleQuery({ ...(search ? { search } : {}), state }));
  const columns = useColumns();
  const open = (id: string | undefined) =>
    void navigate({ search: ({ person: _closed, ...rest }) => (id ? { ...rest, person: id } : rest) });
  const filtered = search !== '' || state !== 'active' || category !== undefined;
  const people = sifts && category ? data?.people.filter(({ id }) => ofCategory.data?.has(id)) : data?.people;
  const addButton = data?.may.add && (
    <Button leftSection={<IconPersonAdd size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {say('people.add')}
    </Button>
  );
  const empty = people?.length === 0;
  return (
    <Page title={say('people.title')} lead={say('people.lead')} actions={!empty || filtered ? addButton : null}>
      <PeopleTabs />
      {(!empty || filtered) && (
        <FilterBar
          search={search}
          searchLabel={say('people.search')}
          active={filtered}
          onSearch={(words) => void navigate({ search: { ...filter, search: words }, replace: true })}
          onClear={() => void navigate({ search: {} })}
        >
          <NativeSelect
            aria-label={say('people.state')}
            data={STATES.map((value) => ({ value, label: say(`people.state.${value}`) }))}
            value={state}
            onChange={(event) => {
              const chosen = STATES.find((one) => one === event.currentTarget.value);
              const { state: _before, ...rest } = filter;
              void navigate({ search: { ...rest, ...(chosen && chosen !== 'active' ? { state: chosen } : {}) } });
            }}
          />
          {sifts && (
            <CategorySelect
              value={category}
              onChange={(chosen) => {
                const { category: _before, ...rest } = filter;
                void navigate({ search: chosen ? { ...rest, category: chosen } : rest });
              }}
            />
          )}
        </FilterBar>
      )}
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {empty && filtered && <Text component="output">{say('people.nobody')}</Text>}
      {empty && !filtered && (
        <EmptyState
          icon={IconPeople}
          title={say('people.empty.title')}
          example={say('people.empty.example')}
          action={addButton}
        >
          {say('people.empty.text')}
        </EmptyState>
      )}
      {data && !empty && (
        <>
          <DataTable
            caption={say('people.tab')}
            rows={people ?? []}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => open(row.id)}
            openKey={person}
          />
          <Text c="dimmed" size="sm">
            {say('people.count', { count: people?.length ?? 0 })}
          </Text>
        </>
      )}
      <SidePanel opened={adding} title={say('person.new')} onClose={() => setAdding(false)}>
        <NewPersonForm
          onAdded={(id) => {
            setAdding(false);
            open(id);
          }}
        />
      </SidePanel>
      <SidePanel opened={person !== undefined} title={say('person.cards')} onClose={() => open(undefined)}>
        {person && <PersonPanel key={person} personId={person} />}
      </SidePanel>
    </Page>
  );
}

function useColumns(): TableColumn<Person>[] {
  const say = useStaffTexts();
  return useMemo(() => {
    const posts = (row: Person) => row.posts.filter((post) => !post.endedOn).map((post) => post.title);
    const roles = (row: Person) => row.roles.filter((one) => !one.endedOn).map((one) => say(`role.${one.role}`));
    const words = (list: string[]) => list.join(', ') || '–';
    return [
      { id: 'name', title: say('column.name'), cell: fullName, sortBy: fullName, main: true },
      {
        id: 'post',
        title: say('column.post'),
        cell: (row) => words(posts(row)),
        sortBy: (row) => posts(row)[0] ?? null,
      },
      {
        id: 'roles',
        title: say('column.roles'),
        cell: (row) => words(roles(row)),
        sortBy: (row) => roles(row)[0] ?? null,
      },
      {
        id: 'bodies',
        title: say('column.bodies'),
        cell: (row) => words(row.bodies.map((body) => body.name)),
        hidden: true,
      },
      {
        id: 'email',
        title: say('column.email'),
        cell: (row) => row.email ?? '–',
        sortBy: (row) => row.email,
        hidden: true,
      },
      { id: 'phone', title: say('column.phone'), cell: (row) => row.phone ?? '–', hidden: true },
      {
        id: 'account',
        title: say('column.account'),
        cell: (row) =>
          row.works ? (row.active ? say(`account.${row.account}`) : say('person.isOff')) : say('person.gone'),
        sortBy: (row) => row.account,
      },
    ];
  }, [say]);
}

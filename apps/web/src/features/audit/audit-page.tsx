import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { auditAnswer, auditGroup } from '@nastavnik/contracts/audit';
import { AUDIT_GROUPS } from '@nastavnik/domain/access/audit-groups';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../../lib/api/api.ts';
import { useToday } from '../../lib/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { useAuditColumns } from './audit-columns.tsx';
import type { AuditSearch } from './audit-search.ts';
import { useAuditTexts } from './audit-texts.ts';

/** RULE-34: who did what with whose data, newest first. */
export function AuditPage() {
  const say = useAuditTexts();
  const search: AuditSearch = useSearch({ from: '/inside/settings/audit' });
  const navigate = useNavigate({ from: '/settings/audit' });
  const narrow = (change: { [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined }) =>
    void navigate({ search: (now) => without({ ...now, ...change }), replace: true });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/audit', auditAnswer, { query: { ...search, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const columns = useAuditColumns(narrow);
  const events = data?.pages.flatMap((page) => page.events);
  return (
    <Page title={say('title')} lead={say('lead')} width="wide">
      <SettingsTabs />
      <Filters search={search} narrow={narrow} />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {events?.length === 0 && <Text component="output">{say('empty')}</Text>}
      {events && events.length > 0 && (
        <DataTable caption={say('caption')} rows={events} columns={columns} rowKey={(row) => row.id} />
      )}
      {hasNextPage && (
        <Group>
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('more')}
          </Button>
        </Group>
      )}
    </Page>
  );
}

type Narrow = (change: { [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined }) => void;

function without(search: { [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined }): AuditSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

function Filters({ search, narrow }: { search: AuditSearch; narrow: Narrow }) {
  const say = useAuditTexts();
  const today = useToday();
  return (
    <>
      <Group align="end">
        <NativeSelect
          label={say('group')}
          value={search.group ?? ''}
          onChange={(event) => narrow({ group: auditGroup.safeParse(event.currentTarget.value).data })}
          data={[
            { value: '', label: say('group.all') },
            ...AUDIT_GROUPS.map((group) => ({ value: group, label: say(`group.${group}`) })),
          ]}
        />
        <DateField
          label={say('from')}
          value={search.from ?? null}
          max={search.to ?? today}
          onChange={(day) => narrow({ from: day ?? undefined })}
        />
        <DateField
          label={say('to')}
          value={search.to ?? null}
          min={search.from}
          max={today}
          onChange={(day) => narrow({ to: day ?? undefined })}
        />
      </Group>
      {(search.actorId ?? search.personId) && (
        <Group>
          <Text component="output">{say(search.actorId ? 'narrowed.actor' : 'narrowed.person')}</Text>
          <Button variant="default" size="xs" onClick={() => narrow({ actorId: undefined, personId: undefined })}>
            {say('all')}
          </Button>
        </Group>
      )}
    </>
  );
}

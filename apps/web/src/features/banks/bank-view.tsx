import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconDownload, IconGroup, IconPersonAdd } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import type { MenteeRow, MentorRow } from './bank-columns.tsx';
import type { BankFilter } from './bank-filter.ts';
import { BankFilters } from './bank-filters.tsx';
import { useBanksTexts } from './banks-texts.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ManyActions } from './many-actions.tsx';

export type FirstPage = {
  readonly total: number | null;
  readonly may: { nominate: boolean; export: boolean; command: boolean };
};

type BankViewProps<Row extends MenteeRow | MentorRow> = {
  role: 'mentee' | 'mentor';
  filter: BankFilter;
  columns: TableColumn<Row>[];
  rows: Row[] | undefined;
  first: FirstPage | undefined;
  error: unknown;
  again: () => void;
  more: (() => void) | undefined;
  loadingMore: boolean;
  onFilter: (filter: BankFilter) => void;
};

/** One bank: filters, the table, what is done to many at once, and the file that leaves the house. */
export function BankView<Row extends MenteeRow | MentorRow>(props: BankViewProps<Row>) {
  const { role, filter, columns, rows, first, error, more, onFilter } = props;
  const say = useBanksTexts();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [exporting, setExporting] = useState(false);
  const bank = role === 'mentee' ? 'mentees' : 'mentors';
  const filtered = Object.keys(filter).some((key) => key !== 'sort');
  const empty = rows?.length === 0;
  const nominate = first?.may.nominate && (
    <ButtonLink to="/people/nominate" search={{ role }} leftSection={<IconPersonAdd size={18} aria-hidden />}>
      {say('nominate')}
    </ButtonLink>
  );
  return (
    <Page
      title={say(`${bank}.title`)}
      lead={say(`${bank}.lead`)}
      actions={
        (!empty || filtered) && (
          <>
            {first?.may.export && (
              <Button
                variant="default"
                leftSection={<IconDownload size={18} aria-hidden />}
                onClick={() => setExporting(true)}
              >
                {say('export.button')}
              </Button>
            )}
            {nominate}
          </>
        )
      }
    >
      <PeopleTabs />
      {(!empty || filtered) && <BankFilters role={role} filter={filter} onFilter={onFilter} />}
      {Boolean(error) && <RefusalMessage error={error} again={props.again} />}
      {!rows && !error && <Loading />}
      {empty && filtered && <Text component="output">{say('nobody')}</Text>}
      {empty && !filtered && (
        <EmptyState
          icon={IconGroup}
          title={say(`${bank}.empty.title`)}
          example={say(`${bank}.empty.example`)}
          action={nominate}
        >
          {say(`${bank}.empty.text`)}
        </EmptyState>
      )}
      {rows && !empty && (
        <Stack gap="sm">
          {first?.may.command && chosen.size > 0 && (
            <ManyActions role={role} rows={rows} chosen={chosen} onDone={() => setChosen(new Set())} />
          )}
          <DataTable
            caption={say(`${bank}.title`)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) =>
              void navigate({ to: '/people/participants/$participantId', params: { participantId: row.id } })
            }
            {...(first?.may.command
              ? { selection: { chosen, name: (row: Row) => row.person.name, onChange: setChosen } }
              : {})}
          />
          <Group>
            <Text c="dimmed" size="sm">
              {first?.total === null ? say('totalMany') : say('total', { count: first?.total ?? rows.length })}
            </Text>
            {more && (
              <Button variant="default" size="xs" loading={props.loadingMore} onClick={more}>
                {say('more')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
      {exporting && (
        <ExportDialog
          role={role}
          filter={filter}
          ids={chosen.size > 0 ? [...chosen] : undefined}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  );
}

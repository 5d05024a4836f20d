import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import type { ListImport, rowOutcome } from '@nastavnik/contracts/list-imports';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { IconDownload } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { faultWords } from './fault-words.ts';
import { Likeness } from './likeness.tsx';
import { type ImportedRow, rowsQuery } from './lists.api.ts';
import classes from './lists.module.css';
import { useListsTexts } from './lists-texts.ts';

type Outcome = z.infer<typeof rowOutcome>;
const ORDER: readonly Outcome[] = ['error', 'duplicateSuspected', 'new', 'changed', 'unchanged'];

type RowsSectionProps = { list: ListImport; shown: Outcome | undefined; onShow: (outcome: Outcome) => void };

/** What would happen to each row: first what is wrong, then what looks like somebody known, then the rest. */
export function RowsSection({ list, shown, onShow }: RowsSectionProps) {
  const say = useListsTexts();
  const { counts } = list;
  const there = ORDER.filter((outcome) => (counts?.[outcome] ?? 0) > 0);
  const outcome = shown && there.includes(shown) ? shown : there[0];
  const lead = list.state === 'checked' ? say('rows.lead') : undefined;
  return (
    <Section title={say(list.state === 'checked' ? 'rows.title' : 'rows.was')} lead={lead}>
      <ul className={classes['counts']}>
        {there.map((each) => (
          <li key={each}>
            <Button
              size="xs"
              variant={each === outcome ? 'filled' : 'default'}
              aria-pressed={each === outcome}
              onClick={() => onShow(each)}
            >
              {say(`outcome.${each}`)}: {counts?.[each]}
            </Button>
          </li>
        ))}
      </ul>
      {outcome && <Rows key={outcome} list={list} outcome={outcome} />}
    </Section>
  );
}

function Rows({ list, outcome }: { list: ListImport; outcome: Outcome }) {
  const say = useListsTexts();
  const rows = useInfiniteQuery(rowsQuery({ importId: list.id, version: list.version, outcome }));
  const columns = useColumns(list, outcome);
  const shown = rows.data?.pages.flatMap((page) => page.rows);
  if (rows.error) return <RefusalMessage error={rows.error} again={() => void rows.refetch()} />;
  if (!shown) return <Loading lines={3} />;
  return (
    <Stack gap="sm">
      {outcome === 'error' && (
        <Group gap="sm">
          <Anchor href={`/api/v1/list-imports/${list.id}/errors`} download>
            <Group gap="xs" component="span">
              <IconDownload size={18} aria-hidden />
              {say('errors.file')}
            </Group>
          </Anchor>
          <Text size="sm" c="dimmed">
            {say('errors.hint')}
          </Text>
        </Group>
      )}
      <DataTable caption={say(`outcome.${outcome}`)} rows={shown} columns={columns} rowKey={(row) => String(row.row)} />
      {rows.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {say('more')}
        </Button>
      )}
    </Stack>
  );
}

function useColumns(list: ListImport, outcome: Outcome): TableColumn<ImportedRow>[] {
  const say = useListsTexts();
  return useMemo(() => {
    const sheet = list.columns.filter(({ field }) => field !== null);
    const cell = (row: ImportedRow, column: number) => row.cells[column] || '–';
    return [
      { id: 'row', title: say('column.row'), cell: (row) => row.row, width: '4.5rem' },
      { id: 'who', title: say('column.who'), cell: (row) => row.who || '–', main: true },
      ...(outcome === 'error'
        ? [{ id: 'faults', title: say('column.faults'), cell: (row: ImportedRow) => <Findings row={row} /> }]
        : []),
      ...(outcome === 'duplicateSuspected'
        ? [{ id: 'like', title: say('column.like'), cell: (row: ImportedRow) => <Likeness list={list} row={row} /> }]
        : []),
      ...(outcome === 'changed'
        ? [
            {
              id: 'changes',
              title: say('column.changes'),
              cell: (row: ImportedRow) => row.changes.map((each) => changeWord(say, each)).join(', '),
            },
          ]
        : []),
      ...(outcome === 'new' || outcome === 'changed'
        ? [
            {
              id: 'remarks',
              title: say('column.remarks'),
              cell: (row: ImportedRow) =>
                row.remarks.length > 0 ? row.remarks.map((each) => faultWords(say, each)).join(' ') : '–',
            },
          ]
        : []),
      ...sheet.map((column) => ({
        id: `sheet-${column.column}`,
        title: column.header,
        cell: (row: ImportedRow) => cell(row, column.column),
        hidden: outcome !== 'new' || column.field === 'fullName',
      })),
    ];
  }, [list, outcome, say]);
}

function Findings({ row }: { row: ImportedRow }) {
  const say = useListsTexts();
  return (
    <List size="sm" listStyleType="none">
      {row.faults.map((fault) => (
        <List.Item key={JSON.stringify(fault)}>{faultWords(say, fault)}</List.Item>
      ))}
    </List>
  );
}

function changeWord(say: ReturnType<typeof useListsTexts>, field: string): string {
  if (field === 'name') return say('field.fullName').toLocaleLowerCase();
  const key = CHANGED.find((each) => each === field);
  return key ? say(`field.${key}`).toLocaleLowerCase() : field;
}

const CHANGED = [
  'birthDate',
  'className',
  'snils',
  'studyForm',
  'email',
  'phone',
  'post',
  'subjects',
  'experienceYears',
  'category',
  'association',
  'startedOn',
  'kinship',
  'authority',
  'classTeacher',
  'count',
] as const;

import { Button, Group, List, Stack, Text } from '@mantine/core';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { useState } from 'react';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import type { PupilRow } from './pupil-columns.tsx';
import { useVerifyMany } from './pupils.api.ts';
import { usePupilsTexts } from './pupils-texts.ts';

type PupilsTableProps = {
  rows: PupilRow[];
  columns: TableColumn<PupilRow>[];
  open: string | undefined;
  onOpen: (id: string) => void;
  /** Of one class whose parents' documents the caller may vouch for. */
  checks: boolean;
};

/** The pupils; after a parents' meeting the documents of those ticked are marked as seen in one go. */
export function PupilsTable({ rows, columns, open, onOpen, checks }: PupilsTableProps) {
  const say = usePupilsTexts();
  const refusal = useRefusalTexts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const verify = useVerifyMany();
  const waiting = rows.filter((row) => row.unverifiedRepresentatives > 0);
  const ticked = waiting.filter((row) => chosen.has(row.id));
  const skipped = verify.data?.skipped ?? [];
  const select = checks && (waiting.length > 0 || chosen.size > 0);
  return (
    <Stack gap="sm">
      {select && chosen.size > 0 && (
        <Group gap="xs" role="group" aria-label={say('papers.actions')} className="no-print">
          {ticked.length === 0 ? (
            <Text size="sm">{say('papers.nothing')}</Text>
          ) : (
            <Button
              size="xs"
              loading={verify.isPending}
              onClick={() =>
                verify.mutate(
                  ticked.map(({ id }) => id),
                  {
                    onSuccess: ({ verified }) => {
                      if (verified > 0) toldAbout(say('papers.done', { count: verified }));
                      setChosen(new Set());
                    },
                  },
                )
              }
            >
              {ticked.length < chosen.size
                ? say('papers.seenSome', { some: ticked.length, all: chosen.size })
                : say('papers.seen')}
            </Button>
          )}
          <Button size="xs" variant="subtle" onClick={() => setChosen(new Set())}>
            {say('papers.clear')}
          </Button>
        </Group>
      )}
      <RefusalMessage error={verify.error} />
      {skipped.length > 0 && (
        <div role="status">
          <Text size="sm" fw={600}>
            {say('papers.skipped')}
          </Text>
          <List size="sm">
            {skipped.map(({ child, name, code }) => (
              <List.Item key={`${child} ${name}`}>
                {child}: {name}. {isRefusalCode(code) ? refusal(code) : code}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <DataTable
        caption={say('title')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.id)}
        openKey={open}
        {...(select ? { selection: { chosen, name: (row: PupilRow) => row.name, onChange: setChosen } } : {})}
      />
    </Stack>
  );
}

import { Alert, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { TextLink } from '../../ui/links.tsx';
import type { Contingent } from './contingent.api.ts';
import { useContingentTexts } from './contingent-texts.ts';

type AgeRow = { readonly age: number; readonly given: number; readonly listed: number };

/** One line for each age; where numbers were given, what the list of pupils says beside them. */
export function AgesTable({ of }: { of: Contingent }) {
  const say = useContingentTexts();
  const isTyped = of.source === 'typed';
  const rows = agesOf(of);
  const columns = useMemo(
    (): TableColumn<AgeRow>[] => [
      { id: 'age', title: say('age'), cell: ({ age }) => age, sortBy: ({ age }) => age, main: true },
      ...(isTyped
        ? [{ id: 'given', title: say('typed'), cell: ({ given }: AgeRow) => given, sortBy: (row: AgeRow) => row.given }]
        : []),
      { id: 'listed', title: say('listed'), cell: ({ listed }) => listed, sortBy: ({ listed }) => listed },
      ...(isTyped
        ? [
            {
              id: 'difference',
              title: say('difference'),
              cell: ({ given, listed }: AgeRow) => (given === listed ? say('same') : signed(given - listed)),
              sortBy: ({ given, listed }: AgeRow) => Math.abs(given - listed),
            },
          ]
        : []),
    ],
    [isTyped, say],
  );
  const differs = isTyped && rows.some(({ given, listed }) => given !== listed);
  return (
    <Stack gap="md">
      {of.listed.withoutBirthDate > 0 && <Text>{say('without', { count: of.listed.withoutBirthDate })}</Text>}
      {differs && (
        <Alert color="orange" variant="default">
          <Text>{say('differs')}</Text>
          <TextLink to="/people/pupils">{say('differs.go')}</TextLink>
        </Alert>
      )}
      <DataTable caption={say('title')} rows={rows} columns={columns} rowKey={({ age }) => String(age)} />
    </Stack>
  );
}

function agesOf({ rows, listed }: Contingent): AgeRow[] {
  const given = new Map(rows.map(({ age, count }) => [age, count]));
  const known = new Map(listed.rows.map(({ age, count }) => [age, count]));
  return [...new Set([...given.keys(), ...known.keys()])]
    .toSorted((one, other) => one - other)
    .map((age) => ({ age, given: given.get(age) ?? 0, listed: known.get(age) ?? 0 }));
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}

import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { ListImport } from '@nastavnik/contracts/list-imports';
import { COLUMNS } from '@nastavnik/domain/people-import/column-words';
import type { ImportField } from '@nastavnik/domain/people-import/import-columns';
import { useState } from 'react';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useChangeList } from './lists.api.ts';
import classes from './lists.module.css';
import { useListsTexts } from './lists-texts.ts';

const SURE = 0.5;

/** Columns of the sheet as they were understood. Closed where everything is plain; what is said here is remembered. */
export function ColumnsSection({ list }: { list: ListImport }) {
  const say = useListsTexts();
  const save = useChangeList(list.id);
  const [said, setSaid] = useState<ReadonlyMap<number, ImportField | null>>(new Map());
  const doubtful = list.columns.filter(({ field, confidence }) => field !== null && confidence < SURE);
  const lacking = list.missingFields.length > 0;
  const [opened, setOpened] = useState(lacking || doubtful.length > 0);
  const fieldOf = (column: ListImport['columns'][number]) =>
    said.has(column.column) ? (said.get(column.column) ?? null) : column.field;
  const fields: readonly ImportField[] = COLUMNS[list.kind].map(({ field }) => field);
  const send = () =>
    save.mutate({
      method: 'PUT',
      path: 'mapping',
      body: {
        columns: list.columns.map((column) => ({ column: column.column, field: fieldOf(column) })),
        version: list.version,
      },
    });
  const taken = list.columns.filter((column) => column.field !== null).length;
  return (
    <Section
      title={say('columns.title')}
      lead={lacking ? undefined : say('columns.summary', { taken, all: list.columns.length })}
      actions={
        <Button variant="subtle" size="xs" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? say('columns.close') : say('columns.open')}
        </Button>
      }
    >
      {lacking && (
        <StateBadge tone="late">
          {say('columns.lacking', {
            names: list.missingFields
              .map((any) => any.map((field) => `«${say(`field.${field}`)}»`).join(` ${say('columns.or')} `))
              .join(', '),
          })}
        </StateBadge>
      )}
      {opened && (
        <Stack gap="md">
          <ul className={classes['columns']}>
            {list.columns.map((column) => (
              <li key={column.column} className={classes['column']}>
                <div>
                  <Text fw={600}>{column.header || say('columns.untitled', { number: column.column + 1 })}</Text>
                  <Text size="sm" c="dimmed">
                    {column.examples.filter(Boolean).slice(0, 3).join(' · ') || say('columns.empty')}
                  </Text>
                </div>
                <div>
                  <NativeSelect
                    aria-label={say('columns.is', { header: column.header })}
                    disabled={!list.may.map}
                    value={fieldOf(column) ?? ''}
                    data={[
                      { value: '', label: say('columns.skip') },
                      ...fields.map((field) => ({ value: field, label: say(`field.${field}`) })),
                    ]}
                    onChange={(event) =>
                      setSaid(
                        new Map(said).set(
                          column.column,
                          fields.find((field) => field === event.currentTarget.value) ?? null,
                        ),
                      )
                    }
                  />
                  {doubtful.includes(column) && !said.has(column.column) && (
                    <Text size="sm" c="var(--state-soon-text)" mt={2}>
                      {say('columns.doubt')}
                    </Text>
                  )}
                </div>
              </li>
            ))}
          </ul>
          <RefusalMessage error={save.error} />
          {list.may.map && (
            <Group gap="sm">
              <Button disabled={said.size === 0 && !lacking} loading={save.isPending} onClick={send}>
                {say('columns.save')}
              </Button>
              <Text size="sm" c="dimmed">
                {say('columns.remembered')}
              </Text>
            </Group>
          )}
        </Stack>
      )}
    </Section>
  );
}

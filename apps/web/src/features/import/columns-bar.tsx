import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { columnMeaning } from '@nastavnik/contracts/draft';
import type { ColumnMeaning } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { useState } from 'react';
import { useImportTexts } from './import-texts.ts';

type ColumnsBarProps = { columns: readonly ColumnMeaning[]; busy: boolean; onRead: (columns: ColumnMeaning[]) => void };

/** What each column of the school's table was taken for; a wrong one is corrected and the file read again. */
export function ColumnsBar({ columns, busy, onRead }: ColumnsBarProps) {
  const say = useImportTexts();
  const [chosen, setChosen] = useState<readonly ColumnMeaning[]>(columns);
  if (columns.length === 0) return null;
  const changed = chosen.some((each, index) => each !== columns[index]);
  return (
    <details open={columns.includes('unknown')}>
      <summary>
        {say('columns.title')}: {columns.map((each) => say(`column.${each}`)).join(' · ')}
      </summary>
      <Text size="sm" c="dimmed" my={4}>
        {say('columns.lead')}
      </Text>
      <Group gap="xs" align="end">
        {chosen.map((meaning, index) => (
          <NativeSelect
            key={index}
            label={say('columns.column', { number: index + 1 })}
            value={meaning}
            onChange={(event) => {
              const value = event.currentTarget.value as ColumnMeaning;
              setChosen(chosen.map((each, number) => (number === index ? value : each)));
            }}
            data={columnMeaning.options.map((each) => ({ value: each, label: say(`column.${each}`) }))}
          />
        ))}
        {changed && (
          <Button loading={busy} onClick={() => onRead([...chosen])}>
            {say('columns.apply')}
          </Button>
        )}
      </Group>
    </details>
  );
}

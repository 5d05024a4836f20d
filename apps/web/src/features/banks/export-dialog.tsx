import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '@nastavnik/contracts/banks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../../lib/api/download.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconDownload } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import type { BankFilter } from './bank-filter.ts';
import { useBanksTexts } from './banks-texts.ts';

const FORMATS = ['xlsx', 'docx', 'csv'] as const;
/** Columns whose word here is another than in the file. */
const WORDS = {
  name: 'column.name',
  place: 'column.place',
  age: 'column.age',
  form: 'column.form',
  state: 'column.state',
  since: 'column.since',
  themes: 'column.themes',
  urgency: 'column.urgency',
  consents: 'column.lacking',
  competences: 'column.competences',
  capacity: 'column.room',
  accepting: 'filter.accepting',
  trained: 'ready.training',
  cleared: 'ready.clearance',
} as const;

type ExportDialogProps = {
  role: 'mentee' | 'mentor';
  filter: BankFilter;
  ids: string[] | undefined;
  onClose: () => void;
};

/** A list leaves the house with its purpose, the name of who took it, and the hour (RULE-40). */
export function ExportDialog({ role, filter, ids, onClose }: ExportDialogProps) {
  const say = useBanksTexts();
  const all = role === 'mentee' ? MENTEE_COLUMNS : MENTOR_COLUMNS;
  const [columns, setColumns] = useState<string[]>(['name', 'place', 'form', 'state']);
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('xlsx');
  const [purpose, setPurpose] = useState('');
  const take = useMutation({
    mutationFn: () => download('/bank/export', { role, format, columns, filter, ids, purpose: purpose.trim() }),
    onSuccess: onClose,
  });
  return (
    <Dialog opened title={say('export.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={say('export.purpose')}
            description={say('export.purposeHint')}
            required
            maxLength={300}
            value={purpose}
            data-autofocus
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <NativeSelect
            label={say('export.format')}
            value={format}
            data={FORMATS.map((each) => ({ value: each, label: say(`export.${each}`) }))}
            onChange={(event) => setFormat(FORMATS.find((each) => each === event.currentTarget.value) ?? 'xlsx')}
          />
          <Checkbox.Group label={say('export.columns')} value={columns} onChange={setColumns}>
            <Group gap="sm" mt={6}>
              {all.map((column) => (
                <Checkbox key={column} value={column} label={say(WORDS[column])} disabled={column === 'name'} />
              ))}
            </Group>
          </Checkbox.Group>
          <RefusalMessage error={take.error} />
          <Button
            type="submit"
            loading={take.isPending}
            disabled={purpose.trim() === ''}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {say('export.go')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

import { Checkbox, Group } from '@mantine/core';
import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '@nastavnik/contracts/banks';
import { useState } from 'react';
import { HandOutDialog } from '../../ui/hand-out-dialog.tsx';
import type { BankFilter } from './bank-filter.ts';
import { useBanksTexts } from './banks-texts.ts';

/** Columns whose word here is another than in the file. */
const WORDS = {
  name: 'column.name',
  place: 'column.place',
  age: 'column.age',
  categories: 'column.categories',
  form: 'column.form',
  state: 'column.state',
  since: 'column.since',
  themes: 'column.themes',
  requestList: 'column.requestList',
  answeredBy: 'column.answeredBy',
  answers: 'column.answers',
  confirmed: 'column.confirmed',
  recommended: 'column.recommended',
  urgency: 'column.urgency',
  consents: 'column.lacking',
  competences: 'column.competences',
  capacity: 'column.room',
  accepting: 'column.accepting',
  trained: 'ready.training',
  cleared: 'ready.clearance',
} as const;

type ExportDialogProps = {
  role: 'mentee' | 'mentor';
  filter: BankFilter;
  ids: string[] | undefined;
  onClose: () => void;
};

/** The list as it is filtered, or those who are marked, with the columns of one's choice. */
export function ExportDialog({ role, filter, ids, onClose }: ExportDialogProps) {
  const say = useBanksTexts();
  const all = role === 'mentee' ? MENTEE_COLUMNS : MENTOR_COLUMNS;
  const [columns, setColumns] = useState<string[]>(['name', 'place', 'form', 'state']);
  return (
    <HandOutDialog
      title={say('export.title')}
      path="/bank/export"
      body={{ role, columns, filter, ids }}
      onClose={onClose}
    >
      <Checkbox.Group label={say('export.columns')} value={columns} onChange={setColumns}>
        <Group gap="sm" mt={6}>
          {all.map((column) => (
            <Checkbox key={column} value={column} label={say(WORDS[column])} disabled={column === 'name'} />
          ))}
        </Group>
      </Checkbox.Group>
    </HandOutDialog>
  );
}

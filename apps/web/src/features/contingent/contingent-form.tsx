import { Button, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { type Contingent, useTypeContingent } from './contingent.api.ts';
import { useContingentTexts } from './contingent-texts.ts';

/** Ages that a school of general education has; others that were given stay in the form. */
const USUAL = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];

/** So many children of each age on a day: typed as counted elsewhere, or begun from the list of pupils. */
export function ContingentForm({ of, onSaved }: { of: Contingent; onSaved: (day: PlainDate) => void }) {
  const say = useContingentTexts();
  const today = useToday();
  const save = useTypeContingent();
  const [onDay, setOnDay] = useState<PlainDate | null>(of.typedOn ?? of.on);
  const [counts, setCounts] = useState(() => textsOf(of.source === 'typed' ? of.rows : []));
  const ages = [...new Set([...USUAL, ...[...of.rows, ...of.listed.rows].map(({ age }) => age)])].toSorted(
    (one, other) => one - other,
  );
  const filled = ages.flatMap((age) => {
    const text = counts[age]?.trim() ?? '';
    return text === '' ? [] : [{ age, text }];
  });
  const isRight = (text: string) => /^\d{1,6}$/.test(text);
  const wrong = filled.some(({ text }) => !isRight(text));
  const rows = filled.map(({ age, text }) => ({ age, count: Number(text) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (onDay) save.mutate({ onDay, rows }, { onSuccess: () => onSaved(onDay) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <DateField label={say('edit.day')} required max={today} value={onDay} onChange={setOnDay} />
        <Text size="sm">{say('edit.lead')}</Text>
        {of.listed.rows.length > 0 && (
          <Button variant="default" size="xs" w="fit-content" onClick={() => setCounts(textsOf(of.listed.rows))}>
            {say('edit.fill')}
          </Button>
        )}
        <SimpleGrid cols={{ base: 2, xs: 3 }}>
          {ages.map((age) => {
            const text = counts[age] ?? '';
            return (
              <TextInput
                key={age}
                label={say('edit.age', { age })}
                inputMode="numeric"
                value={text}
                error={text.trim() !== '' && !isRight(text.trim()) ? say('edit.wrong') : undefined}
                onChange={(event) => setCounts({ ...counts, [age]: event.currentTarget.value })}
              />
            );
          })}
        </SimpleGrid>
        {!wrong && (
          <Text fw={600}>{say('edit.total', { count: rows.reduce((sum, { count }) => sum + count, 0) })}</Text>
        )}
        <RefusalMessage error={save.error} />
        <Button type="submit" w="fit-content" disabled={!onDay || wrong || rows.length === 0} loading={save.isPending}>
          {say('edit.save')}
        </Button>
      </Stack>
    </form>
  );
}

function textsOf(rows: Contingent['rows']): Readonly<Record<number, string>> {
  return Object.fromEntries(rows.map(({ age, count }) => [age, String(count)]));
}

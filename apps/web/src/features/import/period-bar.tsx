import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { DateSpan, PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { schoolYearOf, schoolYearSpan } from '@nastavnik/domain/calendar/school-year';
import { useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { useImportTexts } from './import-texts.ts';

type PeriodBarProps = { period: DateSpan | null; busy: boolean; onRead: (period: DateSpan) => void };

/** The period the deadlines are read in: a school year from the list, or any two days. Keyed by the period that holds. */
export function PeriodBar({ period, busy, onRead }: PeriodBarProps) {
  const say = useImportTexts();
  const thisYear = schoolYearOf(useToday());
  const [start, setStart] = useState<PlainDate | null>(period?.start ?? null);
  const [end, setEnd] = useState<PlainDate | null>(period?.end ?? null);
  const years = [-3, -2, -1, 0, 1, 2].map((shift) => thisYear + shift);
  const chosen = years.find((year) => schoolYearSpan(year).start === start && schoolYearSpan(year).end === end);
  const changed = start !== (period?.start ?? null) || end !== (period?.end ?? null);
  return (
    <Stack gap={4}>
      <Group gap="xs" align="end">
        <NativeSelect
          label={say('period.title')}
          value={chosen === undefined ? '' : String(chosen)}
          onChange={(event) => {
            if (event.currentTarget.value === '') return;
            const span = schoolYearSpan(Number(event.currentTarget.value));
            setStart(span.start);
            setEnd(span.end);
          }}
          data={[
            { value: '', label: '—' },
            ...years.map((year) => ({
              value: String(year),
              label: say('period.schoolYear', { from: year, to: year + 1 }),
            })),
          ]}
        />
        <DateField label={say('period.from')} value={start} onChange={setStart} />
        <DateField label={say('period.to')} value={end} onChange={setEnd} min={start ?? undefined} />
        {(changed || !period) && (
          <Button
            loading={busy}
            disabled={!start || !end || end < start}
            onClick={() => start && end && onRead({ start, end })}
          >
            {say('period.apply')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {period ? say('period.hint') : say('period.needed')}
      </Text>
    </Stack>
  );
}

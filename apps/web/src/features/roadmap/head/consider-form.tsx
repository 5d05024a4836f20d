import { Autocomplete, Group, Textarea, TextInput } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useToday } from '../../../lib/session.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { type Scan, ScanField } from '../../../ui/scan-field.tsx';
import { bodiesQuery } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { StepForm, type StepFormProps } from './step-form.tsx';

/** «Принято»: the body, its minutes with number and day, what it decided. */
export function ConsiderForm({ busy, error, onSend, onClose }: StepFormProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const { data } = useQuery(bodiesQuery);
  const [body, setBody] = useState(say('consider.council'));
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<PlainDate | null>(today);
  const [decision, setDecision] = useState(say('consider.usual'));
  const [scan, setScan] = useState<Scan | null>(null);
  return (
    <StepForm
      action={say('consider.do')}
      busy={busy}
      error={error}
      ready={date !== null}
      onSend={() =>
        onSend({
          body: body.trim(),
          number: number.trim(),
          date,
          decision: decision.trim(),
          fileId: scan?.id ?? null,
        })
      }
      onClose={onClose}
    >
      <Autocomplete
        label={say('consider.body')}
        required
        value={body}
        onChange={setBody}
        data={[...new Set((data?.bodies ?? []).map(({ name }) => name))]}
      />
      <Group gap="sm" align="flex-start">
        <TextInput
          label={say('consider.number')}
          required
          w="10rem"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateField label={say('consider.date')} required value={date} onChange={setDate} max={today} />
      </Group>
      <Textarea
        label={say('consider.decision')}
        value={decision}
        onChange={(event) => setDecision(event.currentTarget.value)}
      />
      <ScanField scan={scan} onScan={setScan} />
    </StepForm>
  );
}

import { TextInput } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { useToday } from '../../../lib/session.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { type Scan, ScanField } from '../../../ui/scan-field.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { StepForm, type StepFormProps } from './step-form.tsx';

/** «Согласовано», as it came on paper: who, when, and the scan. */
export function AgreeForm({ plan, busy, error, onSend, onClose }: StepFormProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const { required, authority, state } = plan.outerAgreement;
  const outer = required && state !== 'agreed';
  const [body, setBody] = useState(outer ? (authority ?? '') : '');
  const [person, setPerson] = useState('');
  const [post, setPost] = useState('');
  const [date, setDate] = useState<PlainDate | null>(today);
  const [scan, setScan] = useState<Scan | null>(null);
  return (
    <StepForm
      action={say('agree.do')}
      busy={busy}
      error={error}
      ready={date !== null}
      onSend={() =>
        onSend({
          body: body.trim(),
          person: person.trim() || null,
          post: post.trim() || null,
          date,
          fileId: scan?.id ?? null,
        })
      }
      onClose={onClose}
    >
      <TextInput
        label={say('agree.body')}
        {...(outer ? { description: say('agree.outer') } : {})}
        required
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <TextInput label={say('agree.post')} value={post} onChange={(event) => setPost(event.currentTarget.value)} />
      <TextInput
        label={say('agree.person')}
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <DateField label={say('agree.date')} required value={date} onChange={setDate} max={today} />
      <ScanField scan={scan} onScan={setScan} />
    </StepForm>
  );
}

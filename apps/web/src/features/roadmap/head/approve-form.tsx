import { Group, TextInput } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { useSession, useToday } from '../../../lib/session.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { type Scan, ScanField } from '../../../ui/scan-field.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { StepForm, type StepFormProps } from './step-form.tsx';

const ACTING = /(^|\s)(и\.?\s?о\.?|врио|исполняющ)/i;

/** «Утверждаю»: the day, who signs, the order. Who acts as director names the paper that gives the power. */
export function ApproveForm({ plan, busy, error, onSend, onClose }: StepFormProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const name = useSession().user?.name ?? '';
  const before = plan.approvals.findLast((each) => each.kind === 'approved');
  const [date, setDate] = useState<PlainDate | null>(today);
  const [person, setPerson] = useState(before?.person ?? name);
  const [post, setPost] = useState(before?.post ?? say('approve.director'));
  const [number, setNumber] = useState('');
  const [ordered, setOrdered] = useState<PlainDate | null>(null);
  const [authority, setAuthority] = useState('');
  const [scan, setScan] = useState<Scan | null>(null);
  const acting = ACTING.test(post);
  return (
    <StepForm
      action={say('approve.do')}
      busy={busy}
      error={error}
      ready={date !== null}
      onSend={() =>
        onSend({
          date,
          person: person.trim(),
          post: post.trim(),
          order: number.trim() ? { number: number.trim(), date: ordered ?? date } : null,
          authority: acting ? authority.trim() || null : null,
          fileId: scan?.id ?? null,
        })
      }
      onClose={onClose}
    >
      <TextInput
        label={say('approve.post')}
        required
        value={post}
        onChange={(event) => setPost(event.currentTarget.value)}
      />
      <TextInput
        label={say('approve.person')}
        required
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      {acting && (
        <TextInput
          label={say('approve.authority')}
          required
          value={authority}
          onChange={(event) => setAuthority(event.currentTarget.value)}
        />
      )}
      <DateField label={say('approve.date')} required value={date} onChange={setDate} max={today} />
      <Group gap="sm" align="flex-start">
        <TextInput
          label={say('approve.order')}
          required={plan.amends !== null}
          w="10rem"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateField label={say('approve.orderDate')} value={ordered ?? date} onChange={setOrdered} />
      </Group>
      <ScanField scan={scan} onScan={setScan} />
    </StepForm>
  );
}

import { Button, Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

export type Recorded = 'clearance' | 'training' | 'waiver' | 'interview';

const TITLES = {
  clearance: 'ready.clearance.record',
  training: 'ready.training.record',
  waiver: 'ready.training.waive',
  interview: 'ready.interview.record',
} as const satisfies Record<Recorded, string>;
const OUTCOMES = ['recommended', 'recommendedLater', 'notRecommended'] as const;

type RecordFormProps = { kind: Recorded; personId: string; participantId: string; onClose: () => void };

/** A check, a training, a waiver or an interview: what happened, when, and by which paper. */
export function RecordForm({ kind, personId, participantId, onClose }: RecordFormProps) {
  const say = useParticipantsTexts();
  const today = useToday();
  const record = useRecord();
  const [day, setDay] = useState<PlainDate | null>(kind === 'clearance' ? null : today);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [third, setThird] = useState('');
  const [passed, setPassed] = useState(false);
  const [outcome, setOutcome] = useState<string>('recommended');
  const hours = Number(third);
  const wish = {
    clearance: {
      path: `/mentors/${personId}/clearance`,
      body: { certificateNumber: first.trim(), certificateDate: day, passed },
      ready: first.trim() !== '' && day !== null,
    },
    training: {
      path: `/mentors/${personId}/trainings`,
      body: {
        title: first.trim(),
        organizer: second.trim() || null,
        hours: Number.isInteger(hours) && hours > 0 ? hours : null,
        completedOn: day,
        documentNumber: null,
      },
      ready: first.trim() !== '' && day !== null,
    },
    waiver: {
      path: `/mentors/${personId}/training-waiver`,
      body: { reason: first.trim() },
      ready: first.trim() !== '',
    },
    interview: {
      path: `/participants/${participantId}/interviews`,
      body: { heldOn: day, outcome, note: first.trim() || null },
      ready: day !== null,
    },
  }[kind];
  const isText = kind === 'waiver' || kind === 'interview';
  const save = (evenSo: boolean) =>
    record.mutate(
      { method: 'POST', path: wish.path, body: isText ? { ...wish.body, evenSo } : wish.body },
      {
        onSuccess: () => {
          toldAbout(say('request.said'));
          onClose();
        },
      },
    );
  return (
    <Dialog opened title={say(TITLES[kind])} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        <Stack gap="md">
          {kind === 'clearance' && (
            <>
              <TextInput
                label={say('ready.clearance.number')}
                description={say('ready.clearance.hint')}
                required
                maxLength={50}
                value={first}
                onChange={(event) => setFirst(event.currentTarget.value)}
              />
              <DateField label={say('ready.clearance.date')} required max={today} value={day} onChange={setDay} />
              <Checkbox
                label={say('ready.clearance.ok')}
                checked={passed}
                onChange={(event) => setPassed(event.currentTarget.checked)}
              />
            </>
          )}
          {kind === 'training' && (
            <>
              <TextInput
                label={say('ready.training.name')}
                required
                maxLength={300}
                value={first}
                onChange={(event) => setFirst(event.currentTarget.value)}
              />
              <TextInput
                label={say('ready.training.organizer')}
                maxLength={200}
                value={second}
                onChange={(event) => setSecond(event.currentTarget.value)}
              />
              <TextInput
                label={say('ready.training.hours')}
                inputMode="numeric"
                maxLength={4}
                value={third}
                onChange={(event) => setThird(event.currentTarget.value)}
              />
              <DateField label={say('ready.training.on')} required max={today} value={day} onChange={setDay} />
            </>
          )}
          {kind === 'waiver' && (
            <TextInput
              label={say('ready.training.why')}
              required
              maxLength={500}
              value={first}
              onChange={(event) => setFirst(event.currentTarget.value)}
            />
          )}
          {kind === 'interview' && (
            <>
              <DateField label={say('ready.interview.on')} required max={today} value={day} onChange={setDay} />
              <NativeSelect
                label={say('ready.interview.outcome')}
                value={outcome}
                data={OUTCOMES.map((each) => ({ value: each, label: say(`ready.interview.${each}`) }))}
                onChange={(event) => setOutcome(event.currentTarget.value)}
              />
              <Textarea
                label={say('ready.interview.note')}
                autosize
                minRows={2}
                maxLength={2000}
                value={first}
                onChange={(event) => setFirst(event.currentTarget.value)}
              />
            </>
          )}
          <SpecialWarning error={record.error} onEvenSo={() => save(true)} />
          <Button type="submit" loading={record.isPending} disabled={!wish.ready}>
            {say('record.save')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

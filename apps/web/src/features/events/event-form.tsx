import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { signUpEvent } from '@nastavnik/contracts/sign-ups';
import { addDays, isPlainDate, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import type { z } from 'zod';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useEventChange } from './events.api.ts';
import { useEventsTexts } from './events-texts.ts';

type EventFormProps = { event: z.infer<typeof signUpEvent> | undefined; onDone: () => void };

const ROLES = ['mentee', 'mentor'] as const;

/** The sign-up opens with its first day and closes with its last, in the hours of this computer. */
export function EventForm({ event, onDone }: EventFormProps) {
  const say = useEventsTexts();
  const today = useToday();
  const change = useEventChange();
  const [title, setTitle] = useState(event?.title ?? '');
  const [place, setPlace] = useState(event?.place ?? '');
  const [role, setRole] = useState<(typeof ROLES)[number]>(event?.role ?? 'mentee');
  const [heldOn, setHeldOn] = useState<PlainDate | null>(event?.heldOn ?? null);
  const [from, setFrom] = useState<PlainDate | null>(event ? dayOf(event.opensAt) : today);
  const [to, setTo] = useState<PlainDate | null>(event ? dayOf(event.closesAt) : null);
  const last = to ?? heldOn;
  const ready = title.trim() !== '' && heldOn !== null && from !== null && last !== null;
  const submit = () => {
    if (!ready) return;
    change.mutate(
      {
        method: event ? 'PUT' : 'POST',
        path: event ? `/${event.id}` : '',
        body: {
          title: title.trim(),
          place: place.trim() || null,
          role,
          heldOn,
          opensAt: new Date(`${from}T00:00:00`).toISOString(),
          closesAt: new Date(`${addDays(last, 1)}T00:00:00`).toISOString(),
        },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={say('name')}
          required
          maxLength={200}
          value={title}
          onChange={(changed) => setTitle(changed.currentTarget.value)}
        />
        <NativeSelect
          label={say('role')}
          value={role}
          data={ROLES.map((each) => ({ value: each, label: say(`role.${each}`) }))}
          onChange={(changed) => setRole(changed.currentTarget.value === 'mentor' ? 'mentor' : 'mentee')}
        />
        <DateField label={say('heldOn')} required value={heldOn} onChange={setHeldOn} />
        <TextInput
          label={say('place')}
          maxLength={200}
          value={place}
          onChange={(changed) => setPlace(changed.currentTarget.value)}
        />
        <Group>
          <DateField label={say('opensOn')} required value={from} onChange={setFrom} />
          <DateField label={say('closesOn')} value={last} onChange={setTo} min={from ?? undefined} />
        </Group>
        <RefusalMessage error={change.error} />
        <Button type="submit" loading={change.isPending} disabled={!ready}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  );
}

function dayOf(moment: string): PlainDate | null {
  const day = new Date(moment).toLocaleDateString('en-CA');
  return isPlainDate(day) ? day : null;
}

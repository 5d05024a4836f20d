import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Item, Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { useToday } from '../../../lib/session.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { IconAdd, IconBell, IconClose } from '../../../ui/icons.ts';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { useItemCommand } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { ReasonForm } from './reason-form.tsx';

/** What is done with the whole item: it wakes, a request has come, nobody asked, it is cancelled. */
export function ItemCommands({ plan, item }: { plan: Roadmap; item: Item }) {
  const say = useRoadmapTexts();
  const command = useItemCommand(plan.id);
  const [asked, setAsked] = useState<'cancel' | 'request'>();
  const { wake, setNotRequired, addOccurrence, cancel } = item.may;
  if (!wake && !setNotRequired && !addOccurrence && !cancel) return null;
  const path = `/items/${item.id}`;
  const done = { onSuccess: () => setAsked(undefined) };
  return (
    <Stack gap="sm">
      {wake && (
        <Stack gap={4} align="flex-start">
          <Text size="sm">{say('wake.why', { condition: item.condition ?? '' })}</Text>
          <Button
            leftSection={<IconBell size={18} aria-hidden />}
            loading={command.isPending}
            onClick={() => command.mutate({ path: `${path}/wake` })}
          >
            {say('wake')}
          </Button>
        </Stack>
      )}
      <Group gap="xs">
        {addOccurrence && (
          <Button
            variant="default"
            leftSection={<IconAdd size={18} aria-hidden />}
            onClick={() => setAsked(asked === 'request' ? undefined : 'request')}
            aria-expanded={asked === 'request'}
          >
            {say('request')}
          </Button>
        )}
        {setNotRequired && (
          <Button
            variant="default"
            loading={command.isPending}
            onClick={() => command.mutate({ path: `${path}/set-not-required` })}
          >
            {say('notRequired')}
          </Button>
        )}
        {cancel && (
          <Button
            variant="default"
            leftSection={<IconClose size={18} aria-hidden />}
            onClick={() => setAsked(asked === 'cancel' ? undefined : 'cancel')}
            aria-expanded={asked === 'cancel'}
          >
            {say('cancelItem')}
          </Button>
        )}
      </Group>
      {asked === 'request' && (
        <RequestForm
          busy={command.isPending}
          error={command.error}
          onSend={(body) => command.mutate({ path: `${path}/occurrences`, body }, done)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'cancel' && (
        <ReasonForm
          label={say('cancelItem.reason')}
          action={say('cancelItem.do')}
          busy={command.isPending}
          error={command.error}
          onSend={(reason) => command.mutate({ path: `${path}/cancel`, body: { reason } }, done)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === undefined && <RefusalMessage error={command.error} />}
    </Stack>
  );
}

type RequestFormProps = {
  busy: boolean;
  error: unknown;
  onSend: (body: { start: null; due: PlainDate | null; note: string | null }) => void;
  onClose: () => void;
};

function RequestForm({ busy, error, onSend, onClose }: RequestFormProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const [due, setDue] = useState<PlainDate | null>(null);
  const [note, setNote] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ start: null, due, note: note.trim() || null });
      }}
    >
      <Stack gap="sm">
        <DateField label={say('request.due')} value={due} onChange={setDue} min={today} required />
        <TextInput label={say('request.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <RefusalMessage error={error} />
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            {say('request.do')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('edit.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

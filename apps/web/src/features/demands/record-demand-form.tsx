import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { untilDay } from '../../lib/dates/dates.ts';
import { cardQuery, personsQuery } from '../../lib/school/school.api.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useRecordDemand } from './demands.api.ts';
import { useDemandsTexts } from './demands-texts.ts';

const KINDS = ['information', 'correction', 'stopProcessing', 'stopDissemination', 'unlawful'] as const;

/** A demand that came on paper or by word of mouth: its term runs from the day of receipt. */
export function RecordDemandForm({ onDone }: { onDone: () => void }) {
  const say = useDemandsTexts();
  const language = useLanguage();
  const today = useToday();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const [personId, setPersonId] = useState('');
  const [askedBy, setAskedBy] = useState('');
  const [kind, setKind] = useState<string>(KINDS[0]);
  const [receivedOn, setReceivedOn] = useState<PlainDate | null>(today);
  const [text, setText] = useState('');
  const found = useQuery(personsQuery(asked));
  const card = useQuery({ ...cardQuery(personId), enabled: personId !== '' });
  const record = useRecordDemand();
  const who = [
    { value: personId, label: say('record.self') },
    ...(card.data?.representatives ?? []).map(({ person }) => ({ value: person.id, label: person.name })),
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate(
          { personId, askedBy: askedBy || personId, kind, receivedOn, text: text.trim() },
          {
            onSuccess: ({ dueOn }) => {
              toldAbout(say('record.done', { until: untilDay(dueOn as PlainDate, today, language) }));
              onDone();
            },
          },
        );
      }}
    >
      <Stack gap="md">
        <TextInput
          label={say('record.whose')}
          placeholder={say('record.name')}
          value={typed}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPersonId('');
            setAskedBy('');
          }}
        />
        {asked.length >= 2 && found.data && (
          <NativeSelect
            label={say('record.found')}
            value={personId}
            data={[
              { value: '', label: found.data.persons.length > 0 ? say('record.choose') : say('record.nobody') },
              ...found.data.persons.map(({ id, name, place }) => ({
                value: id,
                label: place ? `${name}, ${place}` : name,
              })),
            ]}
            onChange={(event) => setPersonId(event.currentTarget.value)}
          />
        )}
        {personId !== '' && who.length > 1 && (
          <NativeSelect
            label={say('record.askedBy')}
            value={askedBy || personId}
            data={who}
            onChange={(event) => setAskedBy(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={say('record.kind')}
          value={kind}
          data={KINDS.map((each) => ({ value: each, label: say(`kind.${each}`) }))}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        <DateField label={say('record.on')} required value={receivedOn} max={today} onChange={setReceivedOn} />
        <Textarea
          label={say('record.text')}
          autosize
          minRows={2}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <RefusalMessage error={record.error} />
        <Button type="submit" w="fit-content" loading={record.isPending} disabled={personId === '' || !receivedOn}>
          {say('record.go')}
        </Button>
      </Stack>
    </form>
  );
}

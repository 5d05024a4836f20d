import { Button, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { SchoolClass } from '@nastavnik/contracts/classes';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { MaybeKnown } from '../../ui/maybe-known.tsx';
import { NameFields, type NameValues, NO_NAMES, namesOf } from './name-fields.tsx';
import { useAdd } from './pupils.api.ts';
import { usePupilsTexts } from './pupils-texts.ts';

type NewPupilFormProps = {
  schoolClasses: readonly SchoolClass[];
  classId: string | undefined;
  onAdded: (personId: string) => void;
};

/** A pupil who came in the middle of the year; whoever looks like somebody known is asked about. */
export function NewPupilForm({ schoolClasses, classId, onAdded }: NewPupilFormProps) {
  const say = usePupilsTexts();
  const today = useToday();
  const [names, setNames] = useState<NameValues>(NO_NAMES);
  const [birthDate, setBirthDate] = useState<PlainDate | null>(null);
  const [snils, setSnils] = useState('');
  const [chosen, setChosen] = useState(classId ?? '');
  const [enrolledOn, setEnrolledOn] = useState<PlainDate | null>(today);
  const add = useAdd('/pupils');
  const send = (evenSo: boolean) =>
    add.mutate(
      {
        ...namesOf(names),
        email: null,
        phone: null,
        birthDate,
        snils: snils.trim() || null,
        classId: chosen || null,
        enrolledOn,
        evenSo,
      },
      { onSuccess: ({ id }) => onAdded(id) },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(false);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <NameFields value={names} onChange={setNames} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DateField label={say('field.birthDate')} required max={today} value={birthDate} onChange={setBirthDate} />
          <TextInput
            label={say('field.snils')}
            inputMode="numeric"
            value={snils}
            onChange={(event) => setSnils(event.currentTarget.value)}
          />
          <NativeSelect
            label={say('field.class')}
            value={chosen}
            data={[
              { value: '', label: say('field.noClass') },
              ...schoolClasses.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <DateField label={say('field.enrolledOn')} value={enrolledOn} onChange={setEnrolledOn} />
        </SimpleGrid>
        <MaybeKnown error={add.error} onTake={({ id }) => onAdded(id)} onEvenSo={() => send(true)} />
        <Button type="submit" w="fit-content" disabled={!birthDate} loading={add.isPending}>
          {say('add')}
        </Button>
      </Stack>
    </form>
  );
}

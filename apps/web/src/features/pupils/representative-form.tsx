import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { REPRESENTATION_KINDS, type RepresentationKind } from '@nastavnik/domain/consents/signing-facts';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { personsQuery } from '../../lib/school/school.api.ts';
import { kinship, useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { MaybeKnown } from '../../ui/maybe-known.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { NameFields, NO_NAMES, namesOf } from './name-fields.tsx';
import { useAddRepresentative } from './pupils.api.ts';
import { usePupilsTexts } from './pupils-texts.ts';

type Known = { readonly id: string; readonly name: string };
type RepresentativeFormProps = { childId: string; onDone: () => void; onCancel: () => void };

/** First somebody known: a parent of two children, or a teacher's own child, is one person. Then by what document. */
export function RepresentativeForm({ childId, onDone, onCancel }: RepresentativeFormProps) {
  const say = usePupilsTexts();
  const [known, setKnown] = useState<Known>();
  const [isNew, setNew] = useState(false);
  if (known || isNew) {
    return (
      <AuthorityForm
        childId={childId}
        known={known}
        onKnown={setKnown}
        onDone={onDone}
        onBack={() => {
          setKnown(undefined);
          setNew(false);
        }}
      />
    );
  }
  return (
    <Stack gap="sm">
      <KnownChoice childId={childId} onChoose={setKnown} />
      <Group gap="xs">
        <Button variant="default" onClick={() => setNew(true)}>
          {say('family.new')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {say('family.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function KnownChoice({ childId, onChoose }: { childId: string; onChoose: (known: Known) => void }) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const { data } = useQuery(personsQuery(search));
  const found = search.length < 2 ? [] : (data?.persons ?? []).filter(({ id }) => id !== childId);
  return (
    <Stack gap="xs">
      <TextInput
        label={say('family.search')}
        description={say('family.searchHint')}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.map((person) => (
        <Group key={person.id} justify="space-between" gap="xs">
          <div>
            <Text>
              <PersonName name={person.name} />
            </Text>
            <Text size="sm" c="dimmed">
              {[...person.kinds.map((kind) => words(`kind.${kind}`)), person.place].filter(Boolean).join(', ')}
            </Text>
          </div>
          <Button size="xs" variant="default" onClick={() => onChoose(person)}>
            {say('family.choose')}
          </Button>
        </Group>
      ))}
      {search.length >= 2 && data && found.length === 0 && (
        <Text size="sm" component="output">
          {say('family.notFound')}
        </Text>
      )}
    </Stack>
  );
}

type AuthorityFormProps = {
  childId: string;
  known: Known | undefined;
  onKnown: (known: Known) => void;
  onDone: () => void;
  onBack: () => void;
};

function AuthorityForm({ childId, known, onKnown, onDone, onBack }: AuthorityFormProps) {
  const say = usePupilsTexts();
  const words = useSchoolWords();
  const today = useToday();
  const [names, setNames] = useState(NO_NAMES);
  const [phone, setPhone] = useState('');
  const [kind, setKind] = useState<RepresentationKind>('mother');
  const [paper, setPaper] = useState<string>();
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<PlainDate | null>(null);
  const [startedOn, setStartedOn] = useState<PlainDate | null>(null);
  const [verify, setVerify] = useState(true);
  const add = useAddRepresentative(childId);
  const usual = say(kind === 'mother' || kind === 'father' ? 'document.birth' : `document.${kind}`);
  const paperKind = (paper ?? usual).trim();
  const send = (who: object) =>
    add.mutate(
      {
        verify: verify && paperKind !== '',
        body: {
          who,
          kind,
          document: paperKind === '' ? null : { kind: paperKind, number: number.trim() || null, date },
          startedOn,
        },
      },
      { onSuccess: onDone },
    );
  const person = (evenSo: boolean) =>
    known
      ? { is: 'known', personId: known.id }
      : { is: 'new', ...namesOf(names), email: null, phone: phone.trim() || null, birthDate: null, evenSo };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(person(false));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {known ? (
          <Text fw={600}>
            <PersonName name={known.name} />
          </Text>
        ) : (
          <>
            <NameFields value={names} onChange={setNames} />
            <TextInput
              label={say('field.phone')}
              type="tel"
              value={phone}
              onChange={(event) => setPhone(event.currentTarget.value)}
            />
          </>
        )}
        <NativeSelect
          label={say('family.kind')}
          value={kind}
          data={REPRESENTATION_KINDS.map((value) => ({ value, label: kinship(words, value) }))}
          onChange={(event) => {
            const next = REPRESENTATION_KINDS.find((each) => each === event.currentTarget.value);
            if (next) setKind(next);
          }}
        />
        <TextInput
          label={say('document.kind')}
          value={paper ?? usual}
          onChange={(event) => setPaper(event.currentTarget.value)}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={say('document.number')}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateField label={say('document.date')} w="100%" max={today} value={date} onChange={setDate} />
        </SimpleGrid>
        <DateField
          label={say('family.from')}
          description={say('family.fromHint')}
          w="100%"
          value={startedOn}
          onChange={setStartedOn}
        />
        <Checkbox
          label={say('document.verified')}
          description={say('document.verifiedHint')}
          checked={verify && paperKind !== ''}
          disabled={paperKind === ''}
          onChange={(event) => setVerify(event.currentTarget.checked)}
        />
        <MaybeKnown
          error={add.error}
          onTake={({ id, name }) => {
            onKnown({ id, name });
            send({ is: 'known', personId: id });
          }}
          onEvenSo={() => send(person(true))}
        />
        <Group gap="xs">
          <Button type="submit" loading={add.isPending}>
            {say('family.save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onBack}>
            {say('family.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

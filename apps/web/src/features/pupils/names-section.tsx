import { Button, Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { PersonCard } from '@nastavnik/contracts/persons';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type FormEvent, useState } from 'react';
import { useChangeCard } from '../../lib/school/school.api.ts';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { NameFields, namesOf } from './name-fields.tsx';
import { usePupilsTexts } from './pupils-texts.ts';

/** Name, birth date, contacts. What this person may not see is neither shown nor sent. */
export function NamesSection({ card }: { card: PersonCard }) {
  const say = usePupilsTexts();
  const today = useToday();
  const save = useChangeCard(card.id);
  const [names, setNames] = useState({ ...card, patronymic: card.patronymic ?? '' });
  const [birthDate, setBirthDate] = useState<PlainDate | null>(card.birthDate ?? null);
  const [snils, setSnils] = useState(card.snils ?? '');
  const [phone, setPhone] = useState(card.contacts?.phone ?? '');
  const [email, setEmail] = useState(card.contacts?.email ?? '');
  const [guarded, setGuarded] = useState(card.underGuardianship ?? false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...namesOf(names),
      ...(card.birthDate === undefined ? {} : { birthDate }),
      ...(card.snils === undefined ? {} : { snils: snils.trim() || null }),
      ...(card.contacts ? { phone: phone.trim() || null, email: email.trim() || null } : {}),
      ...(card.underGuardianship === undefined ? {} : { underGuardianship: guarded }),
      version: card.version,
    };
    save.mutate({ method: 'PUT', path: `/persons/${card.id}`, body }, { onSuccess: () => toldAbout(say('saved')) });
  };
  return (
    <Section title={say('names.title')} lead={card.pupil ? say('names.lead') : undefined}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <NameFields value={names} onChange={(next) => setNames({ ...names, ...next })} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {card.birthDate !== undefined && (
              <DateField label={say('field.birthDate')} max={today} value={birthDate} onChange={setBirthDate} />
            )}
            {card.snils !== undefined && (
              <TextInput
                label={say('field.snils')}
                inputMode="numeric"
                value={snils}
                onChange={(event) => setSnils(event.currentTarget.value)}
              />
            )}
            {card.contacts && (
              <>
                <TextInput
                  label={say('field.phone')}
                  type="tel"
                  value={phone}
                  onChange={(event) => setPhone(event.currentTarget.value)}
                />
                <TextInput
                  label={say('field.email')}
                  type="email"
                  value={email}
                  onChange={(event) => setEmail(event.currentTarget.value)}
                />
              </>
            )}
          </SimpleGrid>
          {card.underGuardianship !== undefined && (card.age ?? 0) >= 18 && (
            <Checkbox
              label={say('field.guarded')}
              checked={guarded}
              onChange={(event) => setGuarded(event.currentTarget.checked)}
            />
          )}
          <RefusalMessage error={save.error} />
          <Button type="submit" variant="default" w="fit-content" loading={save.isPending}>
            {say('save')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

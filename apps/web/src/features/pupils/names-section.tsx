import { Button, Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type PersonCard, personCard } from '@nastavnik/contracts/persons';
import { isPlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { FormEvent } from 'react';
import { ask } from '../../lib/api/api.ts';
import { useChangeCard } from '../../lib/school/school.api.ts';
import { useToday } from '../../lib/session.ts';
import { isChangedMeanwhile } from '../../lib/shared-edit/changed-meanwhile.ts';
import { useSharedEdit } from '../../lib/shared-edit/use-shared-edit.ts';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout, toldRefusal } from '../../ui/toast.tsx';
import { NameFields, namesOf } from './name-fields.tsx';
import { usePupilsTexts } from './pupils-texts.ts';

type Fields = ReturnType<typeof fieldsOf>;

/** Name, birth date, contacts. What this person may not see is neither shown nor sent. */
export function NamesSection({ card }: { card: PersonCard }) {
  const say = usePupilsTexts();
  const today = useToday();
  const save = useChangeCard(card.id);
  const edit = useSharedEdit(fieldsOf(card), card.version);
  const { values, change } = edit;
  const send = (fields: Fields, version: number) =>
    save.mutate(
      { method: 'PUT', path: `/persons/${card.id}`, body: { ...bodyOf(card, fields), version } },
      {
        onSuccess: (saved) => {
          edit.restart(fieldsOf(saved), saved.version);
          toldAbout(say('saved'));
        },
        onError: (error) => {
          if (isChangedMeanwhile(error)) void catchUp().catch(toldRefusal);
        },
      },
    );
  /** Somebody else was quicker: what differs is shown; where nothing does, it is saved all the same. */
  const catchUp = async () => {
    const theirs = await ask('GET', `/persons/${card.id}`, personCard);
    const merged = edit.catchUp(fieldsOf(theirs), theirs.version);
    if (!merged.differs) send(merged.values, theirs.version);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(values, edit.version);
  };
  return (
    <Section title={say('names.title')} lead={card.pupil ? say('names.lead') : undefined}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <NameFields value={values} onChange={change} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {card.birthDate !== undefined && (
              <DateField
                label={say('field.birthDate')}
                max={today}
                value={values.birthDate && isPlainDate(values.birthDate) ? values.birthDate : null}
                onChange={(birthDate) => change({ birthDate })}
              />
            )}
            {card.snils !== undefined && (
              <TextInput
                label={say('field.snils')}
                inputMode="numeric"
                value={values.snils}
                onChange={(event) => change({ snils: event.currentTarget.value })}
              />
            )}
            {card.contacts && (
              <>
                <TextInput
                  label={say('field.phone')}
                  type="tel"
                  value={values.phone}
                  onChange={(event) => change({ phone: event.currentTarget.value })}
                />
                <TextInput
                  label={say('field.email')}
                  type="email"
                  value={values.email}
                  onChange={(event) => change({ email: event.currentTarget.value })}
                />
              </>
            )}
          </SimpleGrid>
          {card.underGuardianship !== undefined && (card.age ?? 0) >= 18 && (
            <Checkbox
              label={say('field.guarded')}
              checked={values.guarded}
              onChange={(event) => change({ guarded: event.currentTarget.checked })}
            />
          )}
          <ChangedMeanwhile
            edit={edit}
            label={(field) => say(`field.${field}`)}
            show={(value) => (typeof value === 'boolean' ? say(value ? 'yes' : 'no') : '')}
          />
          {!isChangedMeanwhile(save.error) && <RefusalMessage error={save.error} />}
          <Button type="submit" variant="default" w="fit-content" loading={save.isPending}>
            {say('save')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

function fieldsOf(card: PersonCard) {
  return {
    familyName: card.familyName,
    givenName: card.givenName,
    patronymic: card.patronymic ?? '',
    birthDate: (card.birthDate ?? null) as string | null,
    snils: card.snils ?? '',
    phone: card.contacts?.phone ?? '',
    email: card.contacts?.email ?? '',
    guarded: card.underGuardianship ?? false,
  };
}

function bodyOf(card: PersonCard, { birthDate, snils, phone, email, guarded, ...names }: Fields) {
  return {
    ...namesOf(names),
    ...(card.birthDate === undefined ? {} : { birthDate }),
    ...(card.snils === undefined ? {} : { snils: snils.trim() || null }),
    ...(card.contacts ? { phone: phone.trim() || null, email: email.trim() || null } : {}),
    ...(card.underGuardianship === undefined ? {} : { underGuardianship: guarded }),
  };
}

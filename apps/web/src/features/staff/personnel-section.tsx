import { Button, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { PersonCard } from '@nastavnik/contracts/persons';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type FormEvent, useState } from 'react';
import { dayInWords } from '../../lib/dates/dates.ts';
import { useChangeCard } from '../../lib/school/school.api.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useStaffTexts } from './staff-texts.ts';

/** The personnel officer's part of the card. */
export function PersonnelSection({ card }: { card: PersonCard }) {
  const say = useStaffTexts();
  const today = useToday();
  const language = useLanguage();
  const own = card.employee?.personnel;
  const save = useChangeCard(card.id);
  const [number, setNumber] = useState(own?.personnelNumber ?? '');
  const [education, setEducation] = useState(own?.education ?? '');
  const [employedOn, setEmployedOn] = useState<PlainDate | null>(own?.employedOn ?? null);
  if (!own) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      personnelNumber: number.trim() || null,
      education: education.trim() || null,
      employedOn,
      version: card.version,
    };
    save.mutate(
      { method: 'PUT', path: `/employees/${card.id}/personnel`, body },
      { onSuccess: () => toldAbout(say('person.saved')) },
    );
  };
  return (
    <Section title={say('personnel.title')} lead={say('personnel.lead')}>
      {card.may.editPersonnel ? (
        <form onSubmit={submit}>
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                label={say('personnel.number')}
                value={number}
                onChange={(event) => setNumber(event.currentTarget.value)}
              />
              <DateField label={say('personnel.since')} max={today} value={employedOn} onChange={setEmployedOn} />
            </SimpleGrid>
            <Textarea
              label={say('personnel.education')}
              value={education}
              onChange={(event) => setEducation(event.currentTarget.value)}
            />
            <RefusalMessage error={save.error} />
            <Button type="submit" variant="default" w="fit-content" loading={save.isPending}>
              {say('work.save')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Text>
          {[own.personnelNumber, own.education, own.employedOn && dayInWords(own.employedOn, today, language)]
            .filter(Boolean)
            .join(', ') || say('work.empty')}
        </Text>
      )}
    </Section>
  );
}

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
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
import { undoable } from '../../ui/toast.tsx';
import { usePupilsTexts } from './pupils-texts.ts';

const FROM_AGE = 16;

/** ГК arts. 21, 27: a minor who acts alone signs alone; the document that says so is named. */
export function EmancipationSection({ card }: { card: PersonCard }) {
  const say = usePupilsTexts();
  const today = useToday();
  const language = useLanguage();
  const change = useChangeCard(card.id);
  const [asking, setAsking] = useState(false);
  const path = `/persons/${card.id}/emancipation`;
  const own = card.emancipation;
  const couldBe = card.may.recordEmancipation && card.minor === true && (card.age ?? 0) >= FROM_AGE;
  if (!own && !couldBe) return null;
  const takeBack = () =>
    change.mutate(
      { method: 'DELETE', path },
      {
        onSuccess: (after) =>
          undoable(say('emancipation.takenBack'), () =>
            change.mutateAsync({ method: 'PUT', path, body: { ...own, version: after.version } }),
          ),
      },
    );
  return (
    <Section title={say('emancipation.title')} lead={own ? undefined : say('emancipation.lead')}>
      {own ? (
        <Group justify="space-between">
          <Text>{say('emancipation.is', { day: dayInWords(own.on, today, language), document: own.document })}</Text>
          {card.may.recordEmancipation && (
            <Button size="xs" variant="subtle" color="gray" loading={change.isPending} onClick={takeBack}>
              {say('emancipation.takeBack')}
            </Button>
          )}
        </Group>
      ) : asking ? (
        <EmancipationForm
          busy={change.isPending}
          onSave={(body) =>
            change.mutate(
              { method: 'PUT', path, body: { ...body, version: card.version } },
              { onSuccess: () => setAsking(false) },
            )
          }
        />
      ) : (
        <Button variant="default" size="xs" w="fit-content" onClick={() => setAsking(true)}>
          {say('emancipation.open')}
        </Button>
      )}
      <RefusalMessage error={change.error} />
    </Section>
  );
}

type EmancipationFormProps = { busy: boolean; onSave: (body: { on: PlainDate | null; document: string }) => void };

function EmancipationForm({ busy, onSave }: EmancipationFormProps) {
  const say = usePupilsTexts();
  const today = useToday();
  const [on, setOn] = useState<PlainDate | null>(null);
  const [document, setDocument] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ on, document: document.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <DateField label={say('emancipation.on')} required max={today} value={on} onChange={setOn} />
        <TextInput
          label={say('emancipation.document')}
          description={say('emancipation.documentHint')}
          required
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
        <Button type="submit" w="fit-content" disabled={!on} loading={busy}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  );
}

import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { type ConsentCard, consentSummary, withdrawnAnswer } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { ask } from '../../lib/api/api.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';
import { untilDay } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useConsentsTexts } from './consents-texts.ts';

type SaidFormProps = { consent: ConsentCard; said: 'refusal' | 'withdrawal'; onDone: () => void };

/** The «no», or the withdrawal, that came on paper. What follows from it is said before it is entered. */
export function SaidForm({ consent, said, onDone }: SaidFormProps) {
  const say = useConsentsTexts();
  const language = useLanguage();
  const today = useToday();
  const [by, setBy] = useState(consent.signers[0]?.personId ?? '');
  const [on, setOn] = useState<PlainDate | null>(today);
  const save = useConsentChange(async (): Promise<string | null> => {
    if (said === 'refusal') {
      await ask('POST', `/consents/${consent.id}/record-refusal`, consentSummary, { body: { by, saidOn: on } });
      return null;
    }
    const body = { by, receivedOn: on };
    const answer = await ask('POST', `/consents/${consent.id}/record-withdrawal`, withdrawnAnswer, { body });
    return answer.erasedBy;
  });
  return (
    <Section title={say(`card.${said}`)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, {
            onSuccess: (erasedBy) => {
              toldAbout(
                said === 'refusal'
                  ? say('refusal.done')
                  : erasedBy
                    ? say('withdrawal.erasedBy', { until: untilDay(erasedBy as PlainDate, today, language) })
                    : say('withdrawal.done'),
              );
              onDone();
            },
          });
        }}
      >
        <Stack gap="md">
          <Text size="sm">{say(consent.kind === 'dissemination' ? `${said}.published` : `${said}.means`)}</Text>
          <NativeSelect
            label={say('said.by')}
            value={by}
            data={consent.signers.map(({ personId, name }) => ({ value: personId, label: name }))}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <DateField label={say('said.on')} required value={on} max={today} onChange={setOn} />
          <RefusalMessage error={save.error} />
          <Button type="submit" loading={save.isPending} disabled={!on || by === ''}>
            {say(`${said}.go`)}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

import { Button, Stack, Text, Textarea } from '@mantine/core';
import { type ConsentCard, consentSummary } from '@nastavnik/contracts/consents';
import { useState } from 'react';
import { ask } from '../../lib/api/api.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useConsentsTexts } from './consents-texts.ts';

/** A consent that turns out to be none: a wrong signature, somebody else's paper. Of the data protection officer. */
export function InvalidateForm({ consent, onDone }: { consent: ConsentCard; onDone: () => void }) {
  const say = useConsentsTexts();
  const [defect, setDefect] = useState('');
  const save = useConsentChange(() =>
    ask('POST', `/consents/${consent.id}/invalidate`, consentSummary, { body: { defect: defect.trim() } }),
  );
  return (
    <Section title={say('card.invalidate')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, {
            onSuccess: () => {
              toldAbout(say('invalidate.done'));
              onDone();
            },
          });
        }}
      >
        <Stack gap="md">
          <Text size="sm">{say('invalidate.means')}</Text>
          <Textarea
            label={say('invalidate.defect')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={defect}
            onChange={(event) => setDefect(event.currentTarget.value)}
          />
          <RefusalMessage error={save.error} />
          <Button type="submit" loading={save.isPending} disabled={defect.trim() === ''}>
            {say('invalidate.go')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

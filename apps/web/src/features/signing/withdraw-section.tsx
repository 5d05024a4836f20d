import { Anchor, Button, Text } from '@mantine/core';
import type { ConsentCard } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { dayInWords, untilDay } from '../../lib/dates/dates.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { useWithdraw } from './signing.api.ts';
import { useSigningTexts } from './signing-texts.ts';

/** RULE-14, RULE-15: any day, without a reason; what will happen is said before it happens. */
export function WithdrawSection({ consent }: { consent: ConsentCard }) {
  const say = useSigningTexts();
  const language = useLanguage();
  const today = useToday();
  const own = useSession().active?.personId;
  const [asking, setAsking] = useState(false);
  const withdraw = useWithdraw(consent.id);
  const young = consent.person.id === own && consent.document.template.audience === 'pupil';
  const erasedBy = withdraw.data?.erasedBy;
  const means =
    consent.kind === 'dissemination' ? 'withdraw.publication' : young ? 'withdraw.textPupil' : 'withdraw.text';
  if (consent.withdrawnOn) {
    return (
      <Section title={say('withdrawn.title')}>
        <Text component="output">
          {say('withdrawn.on', { day: dayInWords(consent.withdrawnOn as PlainDate, today, language) })}{' '}
          {erasedBy ? say('withdrawn.erased', { until: untilDay(erasedBy as PlainDate, today, language) }) : ''}
        </Text>
        <Anchor href={`/api/v1/consents/${consent.id}/receipt?format=pdf`}>{say('receipt')}</Anchor>
      </Section>
    );
  }
  return (
    <Section title={say('withdraw.title')} lead={say(young ? 'withdraw.leadPupil' : 'withdraw.lead')}>
      <Button variant="default" size="md" w="fit-content" onClick={() => setAsking(true)}>
        {say('withdraw.go')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={say('withdraw.ask')}
        action={say('withdraw.go')}
        busy={withdraw.isPending}
        error={withdraw.error}
        onClose={() => setAsking(false)}
        onConfirm={() => withdraw.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        {say(means)}
      </ConfirmDialog>
    </Section>
  );
}

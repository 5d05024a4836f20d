import { Button, Text } from '@mantine/core';
import type { ConsentCard } from '@nastavnik/contracts/consents';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../../lib/api/download.ts';
import { type Choice, worded } from '../../lib/consents/choices.ts';
import { ChoiceMatrix } from '../../ui/choice-matrix.tsx';
import { ChosenList } from '../../ui/chosen-list.tsx';
import { IconCheck, IconPrint } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { AttachSignature } from './attach-signature.tsx';
import { RefuseButton } from './refuse-button.tsx';
import { useChoose } from './signing.api.ts';
import classes from './signing.module.css';
import { useSigningTexts } from './signing-texts.ts';

/** RULE-09: what the law wants in writing is signed on paper or by a qualified signature; the choice is made here. */
export function OnPaperSection({ consent, own }: { consent: ConsentCard; own: string }) {
  const say = useSigningTexts();
  const [choices, setChoices] = useState<Choice[]>([...consent.choices]);
  const choose = useChoose(consent.id);
  const isChoice = consent.kind === 'dissemination';
  const take = useMutation({
    mutationFn: () =>
      download('/consents/print', { consentIds: [consent.id], format: 'pdf', purpose: say('paper.purpose') }),
    onSuccess: () => toldAbout(say('paper.taken')),
  });
  const chooses = isChoice && consent.may.choose;
  const isSaved = !chooses || JSON.stringify(worded(choices)) === JSON.stringify(consent.choices);
  const ready = isSaved && (!isChoice || choices.length > 0);
  return (
    <Section title={say(isChoice ? 'choice.title' : 'paper.title')} lead={say(chooses ? 'choice.lead' : 'paper.lead')}>
      {chooses && (
        <>
          <ChoiceMatrix template={consent.document.template} choices={choices} onChange={setChoices} />
          <Text size="sm" component="output">
            {choices.length === 0 ? say('choice.none') : say('choice.some', { count: choices.length })}
          </Text>
        </>
      )}
      {isChoice && !chooses && <ChosenList template={consent.document.template} choices={consent.choices} />}
      {chooses && ready && <Text component="output">{say('choice.then')}</Text>}
      <div className={classes['answers']}>
        {ready ? (
          <Button
            size="md"
            color="teal.9"
            leftSection={<IconPrint size={20} aria-hidden />}
            loading={take.isPending}
            onClick={() => take.mutate()}
          >
            {say('paper.take')}
          </Button>
        ) : (
          <Button
            size="md"
            color="teal.9"
            leftSection={<IconCheck size={20} aria-hidden />}
            loading={choose.isPending}
            disabled={isSaved}
            onClick={() => choose.mutate({ version: consent.version, choices: worded(choices) })}
          >
            {say('choice.save')}
          </Button>
        )}
        {consent.may.refuse && (
          <RefuseButton consentId={consent.id} means={isChoice ? 'refuse.publication' : 'refuse.text'} />
        )}
      </div>
      <RefusalMessage error={take.error ?? choose.error} />
      {ready && <AttachSignature consent={consent} own={own} />}
    </Section>
  );
}

import { Button, Group, Stack, Text } from '@mantine/core';
import type { ConsentCard } from '@nastavnik/contracts/consents';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../../lib/api/download.ts';
import { useToday } from '../../lib/session.ts';
import { type Choice, ChoiceMatrix } from '../../ui/choice-matrix.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { IconClose, IconPrint } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useAttachSignature, useChoose, useRefuse } from './signing.api.ts';
import classes from './signing.module.css';
import { useSigningTexts } from './signing-texts.ts';

/** RULE-09: what the law wants in writing is signed on paper or by a qualified signature; the choice is made here. */
export function OnPaperSection({ consent, own }: { consent: ConsentCard; own: string }) {
  const say = useSigningTexts();
  const today = useToday();
  const [choices, setChoices] = useState<Choice[]>([...consent.choices]);
  const [refusing, setRefusing] = useState(false);
  const [attaching, setAttaching] = useState(false);
  const choose = useChoose(consent.id);
  const refuse = useRefuse(consent.id);
  const attach = useAttachSignature(consent.id);
  const isChoice = consent.kind === 'dissemination';
  const take = useMutation({
    mutationFn: async () => {
      if (isChoice && consent.may.choose) await choose.mutateAsync({ version: consent.version, choices });
      await download('/consents/print', { consentIds: [consent.id], format: 'pdf', purpose: say('paper.purpose') });
    },
    onSuccess: () => toldAbout(say('paper.taken')),
  });
  return (
    <Section title={say(isChoice ? 'choice.title' : 'paper.title')} lead={say(isChoice ? 'choice.lead' : 'paper.lead')}>
      {isChoice && (
        <>
          <ChoiceMatrix
            template={consent.document.template}
            choices={choices}
            disabled={!consent.may.choose}
            onChange={setChoices}
          />
          <Text size="sm">
            {choices.length === 0 ? say('choice.none') : say('choice.some', { count: choices.length })}
          </Text>
        </>
      )}
      <div className={classes['answers']}>
        <Button
          size="md"
          color="teal.9"
          leftSection={<IconPrint size={20} aria-hidden />}
          loading={take.isPending}
          disabled={isChoice && choices.length === 0}
          onClick={() => take.mutate()}
        >
          {say('paper.take')}
        </Button>
        {consent.may.refuse && (
          <Button
            size="md"
            color="gray.8"
            leftSection={<IconClose size={20} aria-hidden />}
            onClick={() => setRefusing(true)}
          >
            {say('refuse')}
          </Button>
        )}
      </div>
      <RefusalMessage error={take.error} />
      <Button variant="subtle" w="fit-content" aria-expanded={attaching} onClick={() => setAttaching(!attaching)}>
        {say('qualified')}
      </Button>
      {attaching && (
        <Stack gap="xs">
          <Text size="sm">{say('qualified.text')}</Text>
          <FileDrop
            endings={['.sig', '.p7s', '.sgn']}
            limitMegabytes={5}
            busy={attach.isPending}
            onFiles={([file]) =>
              file && attach.mutate({ by: own, signedOn: today, file }, { onSuccess: () => toldAbout(say('signed')) })
            }
          >
            {say('qualified.file')}
          </FileDrop>
          <RefusalMessage error={attach.error} />
        </Stack>
      )}
      <Dialog opened={refusing} title={say('refuse.title')} onClose={() => setRefusing(false)}>
        <Stack gap="md">
          <Text>{say(isChoice ? 'refuse.publication' : 'refuse.text')}</Text>
          <RefusalMessage error={refuse.error} />
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={() => setRefusing(false)}>
              {say('refuse.not')}
            </Button>
            <Button
              color="gray.8"
              loading={refuse.isPending}
              onClick={() =>
                refuse.mutate(undefined, {
                  onSuccess: () => {
                    setRefusing(false);
                    toldAbout(say('refused'));
                  },
                })
              }
            >
              {say('refuse')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Section>
  );
}

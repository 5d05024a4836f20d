import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { type ConsentCard, fileAnswer } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { ask } from '../../lib/api/api.ts';
import { RefusalError } from '../../lib/api/failures.ts';
import { type Choice, worded } from '../../lib/consents/choices.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { TextLink } from '../../ui/links.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useConsentsTexts } from './consents-texts.ts';
import { isRead, PaperChoices, PaperLines } from './paper-marks.tsx';
import { useSkippedWords } from './skipped-words.ts';

const SCANS = ['.pdf', '.jpg', '.jpeg', '.png'];
const SIGNATURES = ['.sig', '.p7s', '.sgn'];

type FilePaperFormProps = { consent: ConsentCard; qualified: boolean; onDone: () => void };

/** A signed paper, or a file of a qualified signature, comes to its consent: when, by whom, what was ticked. */
export function FilePaperForm({ consent, qualified, onDone }: FilePaperFormProps) {
  const say = useConsentsTexts();
  const today = useToday();
  const why = useSkippedWords();
  const waiting = consent.signers.filter(({ signedOn }) => !signedOn);
  const { purposes } = consent.document.template;
  const [signedOn, setSignedOn] = useState<PlainDate | null>(today);
  const [by, setBy] = useState<string[]>(qualified ? waiting.slice(0, 1).map(({ personId }) => personId) : []);
  const [ticked, setTicked] = useState<string[]>([]);
  const [choices, setChoices] = useState<Choice[]>([]);
  const [file, setFile] = useState<File>();
  const save = useConsentChange(() => {
    const form = new FormData();
    // The server reads the fields that stand before the file.
    form.append('signedOn', signedOn ?? today);
    form.append('by', by.join(','));
    form.append('purposes', ticked.join(','));
    if (consent.kind === 'dissemination') form.append('choices', JSON.stringify(worded(choices)));
    if (file) form.append('file', file);
    const path = qualified ? 'qualified-signature' : 'scan';
    return ask('POST', `/consents/${consent.id}/${path}`, fileAnswer, { body: form, timeout: 120_000 });
  });
  const outcome = save.data;
  const isReadOff = isRead(consent.kind, ticked.length > 0 ? ticked : null, choices);
  // RULE-08: the check is done in the card of the child.
  const unverified = save.error instanceof RefusalError && save.error.code === 'consent.representative-unverified';
  return (
    <Section
      title={say(qualified ? 'card.qualified' : 'card.paper')}
      lead={say(qualified ? 'qualified.lead' : 'paper.lead')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, {
            onSuccess: ({ warnings, alreadyFiled }) => {
              toldAbout(say(alreadyFiled ? 'paper.twice' : 'paper.done'));
              if (warnings.length === 0) onDone();
            },
          });
        }}
      >
        <Stack gap="md">
          <FileDrop endings={qualified ? SIGNATURES : SCANS} limitMegabytes={20} onFiles={([first]) => setFile(first)}>
            {file ? say('paper.chosen', { name: file.name }) : say(qualified ? 'qualified.file' : 'paper.file')}
          </FileDrop>
          <DateField label={say('paper.day')} required value={signedOn} max={today} onChange={setSignedOn} />
          {qualified ? (
            <Radio.Group label={say('paper.by')} value={by[0] ?? ''} onChange={(id) => setBy([id])}>
              <Stack gap="xs" mt={4}>
                {waiting.map(({ personId, name }) => (
                  <Radio key={personId} value={personId} label={name} />
                ))}
              </Stack>
            </Radio.Group>
          ) : (
            <Checkbox.Group label={say('paper.by')} value={by} onChange={setBy}>
              <Stack gap="xs" mt={4}>
                {waiting.map(({ personId, name }) => (
                  <Checkbox key={personId} value={personId} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <PaperLines purposes={purposes} ticked={ticked} onTicked={setTicked} />
          {consent.kind === 'dissemination' && (
            <>
              <PaperChoices boxes={consent.document.template} choices={choices} onChoices={setChoices} />
              {consent.choices.length > 0 && choices.length === 0 && (
                <Group>
                  <Button variant="subtle" size="xs" onClick={() => setChoices([...consent.choices])}>
                    {say('marks.asChosen')}
                  </Button>
                </Group>
              )}
            </>
          )}
          <RefusalMessage error={save.error} />
          {unverified && (
            <TextLink to="/people/pupils" search={{ pupil: consent.person.id }}>
              {say('next.verifyRepresentative')}
            </TextLink>
          )}
          {outcome && outcome.warnings.length > 0 && (
            <Alert color="orange" variant="default" role="status">
              {outcome.warnings.map(({ code }) => (
                <Text key={code}>{why(code)}</Text>
              ))}
            </Alert>
          )}
          <Button type="submit" loading={save.isPending} disabled={!file || !signedOn || by.length === 0 || !isReadOff}>
            {say('paper.go')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

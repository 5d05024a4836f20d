import { Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import type { Choice } from '../../lib/consents/choices.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useToday } from '../../lib/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import classes from './consents.module.css';
import { useConsentsTexts } from './consents-texts.ts';
import { isRead, type Marks, MarksSelect, PaperChoices, PaperLines } from './paper-marks.tsx';
import { type Batch, useFileBatch } from './scans.api.ts';
import { useSkippedWords } from './skipped-words.ts';

type Found = Batch['consents'][number];
/** What a person reads off each paper: the day, whose signatures stand on it, and what is ticked. */
type Said = {
  readonly signedOn: PlainDate | null;
  readonly by: readonly string[];
  readonly marks: Marks;
  readonly choices: Choice[];
};

/** The papers that were found: the day of signing, who signed and what is ticked, then all are filed at once. */
export function BatchEntries({ batch }: { batch: Batch }) {
  const say = useConsentsTexts();
  const today = useToday();
  const [day, setDay] = useState<PlainDate | null>(today);
  const [marks, setMarks] = useState<Marks>(null);
  const [said, setSaid] = useState<Readonly<Record<string, Partial<Said>>>>({});
  const file = useFileBatch(batch.id);
  const open = batch.consents.filter(isOpen);
  const saidOf = (found: Found): Said => ({
    signedOn: said[found.consent.id]?.signedOn ?? day,
    by: said[found.consent.id]?.by ?? waitingOf(found).map(({ personId }) => personId),
    marks: said[found.consent.id]?.marks ?? marks,
    choices: said[found.consent.id]?.choices ?? [],
  });
  const ready = open.filter((found) => {
    const { by, signedOn, marks: read, choices } = saidOf(found);
    return by.length > 0 && signedOn !== null && isRead(found.consent.kind, read, choices);
  });
  const nameOf = (consentId: string) =>
    batch.consents.find(({ consent }) => consent.id === consentId)?.consent.person.name;
  return (
    <Section
      title={say('entries.title', { count: batch.consents.length })}
      lead={batch.may.file ? say('entries.lead') : ''}
    >
      {batch.may.file && open.length > 0 && (
        <Group gap="md" align="flex-end">
          <DateField label={say('entries.day')} value={day} max={today} onChange={setDay} />
          <MarksSelect label={say('entries.marks')} marks={marks} listed={false} onMarks={setMarks} />
        </Group>
      )}
      <div>
        {batch.consents.map((found) => (
          <Entry
            key={found.consent.id}
            found={found}
            said={saidOf(found)}
            editable={batch.may.file && isOpen(found)}
            onSaid={(change) => setSaid({ ...said, [found.consent.id]: { ...said[found.consent.id], ...change } })}
          />
        ))}
      </div>
      <RefusalMessage error={file.error} />
      <Outcome outcome={file.data} nameOf={(id) => nameOf(id) ?? ''} />
      {batch.may.file && ready.length < open.length && (
        <Text size="sm">{say('entries.unread', { count: open.length - ready.length })}</Text>
      )}
      {batch.may.file && open.length > 0 && (
        <Button
          w="fit-content"
          loading={file.isPending}
          disabled={ready.length === 0}
          onClick={() =>
            file.mutate(
              ready.flatMap((found) => {
                const { signedOn, by, marks: purposes, choices } = saidOf(found);
                if (!signedOn || purposes === null) return [];
                const entry = { consentId: found.consent.id, signedOn, by: [...by], purposes };
                return [found.consent.kind === 'dissemination' ? { ...entry, choices } : entry];
              }),
              { onSuccess: ({ filed }) => toldAbout(say('entries.filed', { count: filed.length })) },
            )
          }
        >
          {say('entries.go', { count: ready.length })}
        </Button>
      )}
    </Section>
  );
}

function isOpen({ consent }: Found): boolean {
  return consent.state === 'issued' || consent.state === 'partiallySigned';
}

function waitingOf({ consent }: Found) {
  return consent.signers.filter(({ signedOn, assentOnly }) => !signedOn && !assentOnly);
}

type EntryProps = { found: Found; said: Said; editable: boolean; onSaid: (change: Partial<Said>) => void };

function Entry({ found, said, editable, onSaid }: EntryProps) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const today = useToday();
  const { consent, pages, boxes } = found;
  return (
    <div className={classes['entry']} role="group" aria-label={consent.person.name}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>
            <PersonName name={consent.person.name} />
            {consent.person.place ? `, ${consent.person.place}` : ''}
          </Text>
          <Text size="sm" c="dimmed">
            {words(`kind.${consent.kind}`)}, {consent.number};{' '}
            {say('entries.pages', { count: pages.length, pages: pages.join(', ') })}
          </Text>
        </div>
        {found.alreadyFiled && <StateBadge tone="done">{say('entries.already')}</StateBadge>}
        {!isOpen(found) && !found.alreadyFiled && (
          <StateBadge tone="quiet">{words(`consentState.${consent.state}`)}</StateBadge>
        )}
      </Group>
      {editable && (
        <Group gap="md" align="flex-start">
          <DateField
            label={say('paper.day')}
            size="sm"
            value={said.signedOn}
            max={today}
            onChange={(signedOn) => onSaid({ signedOn })}
          />
          <Checkbox.Group label={say('paper.by')} value={[...said.by]} onChange={(by) => onSaid({ by })}>
            <Stack gap={6} mt={4}>
              {consent.signers
                .filter(({ signedOn }) => !signedOn)
                .map(({ personId, name }) => (
                  <Checkbox key={personId} size="sm" value={personId} label={name} />
                ))}
            </Stack>
          </Checkbox.Group>
          <Stack gap="xs">
            <MarksSelect label={say('paper.ticked')} marks={said.marks} onMarks={(marks) => onSaid({ marks })} />
            {Array.isArray(said.marks) && (
              <PaperLines
                purposes={boxes.purposes}
                ticked={said.marks}
                onTicked={(ticked) => onSaid({ marks: ticked })}
              />
            )}
          </Stack>
        </Group>
      )}
      {editable && consent.kind === 'dissemination' && (
        <PaperChoices boxes={boxes} choices={said.choices} onChoices={(choices) => onSaid({ choices })} />
      )}
    </div>
  );
}

type OutcomeProps = { outcome: ReturnType<typeof useFileBatch>['data']; nameOf: (consentId: string) => string };

/** What was refused and what was accepted with a remark, by name. */
function Outcome({ outcome, nameOf }: OutcomeProps) {
  const say = useConsentsTexts();
  const why = useSkippedWords();
  const remarks = outcome?.filed.filter(({ warnings }) => warnings.length > 0) ?? [];
  if (!outcome || (outcome.refused.length === 0 && remarks.length === 0)) return null;
  return (
    <div role="status">
      {outcome.refused.length > 0 && (
        <>
          <Text fw={600}>{say('entries.refused')}</Text>
          <List>
            {outcome.refused.map(({ consentId, code }) => (
              <List.Item key={consentId}>
                {nameOf(consentId)}: {why(code)}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {remarks.length > 0 && (
        <>
          <Text fw={600}>{say('entries.remarks')}</Text>
          <List>
            {remarks.map(({ consentId, warnings }) => (
              <List.Item key={consentId}>
                {nameOf(consentId)}: {warnings.map(({ code }) => why(code)).join(' ')}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </div>
  );
}

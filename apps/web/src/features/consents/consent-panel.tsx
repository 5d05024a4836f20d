import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import type { ConsentCard } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consentQuery } from '../../lib/consents/consents.api.ts';
import { dayInWords, momentInWords } from '../../lib/dates/dates.ts';
import { CONSENT_TONE, signerWords } from '../../lib/people-words/consent-words.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ChosenList } from '../../ui/chosen-list.tsx';
import { IconClip, IconPrint } from '../../ui/icons.ts';
import { IdentityForm } from '../../ui/identity-form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import classes from './consents.module.css';
import { useConsentsTexts } from './consents-texts.ts';
import { FilePaperForm } from './file-paper-form.tsx';
import { InvalidateForm } from './invalidate-form.tsx';
import { ObjectionSection } from './objection-section.tsx';
import { OtherParent } from './other-parent.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { SaidForm } from './said-form.tsx';

/** One consent for the office: who signed and how, scans, what happened when, and what is entered from paper. */
export function ConsentPanel({ consentId, onClose }: { consentId: string | undefined; onClose: () => void }) {
  const say = useConsentsTexts();
  return (
    <SidePanel opened={consentId !== undefined} title={say('card.title')} size="40rem" onClose={onClose}>
      {consentId && <Inside key={consentId} consentId={consentId} onClose={onClose} />}
    </SidePanel>
  );
}

function Inside({ consentId, onClose }: { consentId: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(consentQuery(consentId));
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Card consent={data} onClose={onClose} />;
}

const DOINGS = ['paper', 'qualified', 'refusal', 'withdrawal', 'invalidate'] as const;
type Doing = (typeof DOINGS)[number];

function Card({ consent, onClose }: { consent: ConsentCard; onClose: () => void }) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const [doing, setDoing] = useState<Doing>();
  const [printing, setPrinting] = useState(false);
  const { may } = consent;
  const allowed: Record<Doing, boolean> = {
    paper: may.file,
    qualified: may.file && consent.methods.includes('qualifiedESign'),
    refusal: may.recordRefusal,
    withdrawal: may.recordWithdrawal,
    invalidate: may.invalidate,
  };
  const end = () => setDoing(undefined);
  return (
    <Stack gap="md">
      <div>
        <Text fw={600} size="lg">
          {words(`kind.${consent.kind}`)}
        </Text>
        <Text>
          <PersonName name={consent.person.name} />
          {consent.person.place ? `, ${consent.person.place}` : ''}
        </Text>
        <Text size="sm" c="dimmed">
          {[consent.number, consent.form?.name].filter(Boolean).join(', ')}
        </Text>
      </div>
      <Group gap="xs">
        <StateBadge tone={CONSENT_TONE[consent.state]}>{words(`consentState.${consent.state}`)}</StateBadge>
        {consent.nameChanged && <StateBadge tone="soon">{say('card.nameChanged')}</StateBadge>}
      </Group>
      <Group gap="xs">
        {may.print && (
          <Button variant="default" leftSection={<IconPrint size={18} aria-hidden />} onClick={() => setPrinting(true)}>
            {say(consent.printedAt ? 'card.printAgain' : 'print')}
          </Button>
        )}
        {DOINGS.filter((each) => allowed[each]).map((each) => (
          <Button
            key={each}
            variant={each === 'paper' ? 'filled' : 'default'}
            aria-expanded={doing === each}
            onClick={() => setDoing(doing === each ? undefined : each)}
          >
            {say(`card.${each}`)}
          </Button>
        ))}
      </Group>
      {(doing === 'paper' || doing === 'qualified') && (
        <FilePaperForm key={doing} consent={consent} qualified={doing === 'qualified'} onDone={end} />
      )}
      {(doing === 'refusal' || doing === 'withdrawal') && (
        <SaidForm key={doing} consent={consent} said={doing} onDone={end} />
      )}
      {doing === 'invalidate' && <InvalidateForm consent={consent} onDone={end} />}
      <Signers consent={consent} />
      {consent.state === 'issued' && may.file && consent.signers.some(({ side }) => side === 'representative') && (
        <OtherParent consent={consent} onDone={onClose} />
      )}
      {consent.kind === 'dissemination' && (
        <>
          <Section title={say('card.choices')}>
            <ChosenList template={consent.document.template} choices={consent.choices} />
          </Section>
          <ObjectionSection personId={consent.person.id} />
        </>
      )}
      <Scans consent={consent} />
      <History consent={consent} />
      <Section title={say('card.text')}>
        {/* A long text is scrolled by the keyboard too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={classes['legal']} tabIndex={0} role="group" aria-label={say('card.text')}>
          {consent.text}
        </div>
      </Section>
      {printing && <PrintDialog consentIds={[consent.id]} onClose={() => setPrinting(false)} />}
    </Stack>
  );
}

function Signers({ consent }: { consent: ConsentCard }) {
  const say = useConsentsTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  const today = useToday();
  const [open, setOpen] = useState<string>();
  return (
    <Section title={say('card.signers')}>
      <ul className={classes['lacking']}>
        {consent.signers.map((signer) => (
          <li key={signer.personId} className={classes['lack']}>
            <div>
              <Text>{signerWords(words, signer, { today, language })}</Text>
              <Text size="sm" c="dimmed">
                {[words(`signer.side.${signer.side}`), signer.hasAccount ? '' : say('card.noAccount')]
                  .filter(Boolean)
                  .join(', ')}
              </Text>
            </div>
            {(consent.may.file || consent.state === 'valid') && (
              <Button
                size="xs"
                variant="subtle"
                aria-expanded={open === signer.personId}
                onClick={() => setOpen(open === signer.personId ? undefined : signer.personId)}
              >
                {say('identity')}
              </Button>
            )}
            {open === signer.personId && <IdentityForm personId={signer.personId} onDone={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Scans({ consent }: { consent: ConsentCard }) {
  const say = useConsentsTexts();
  const language = useLanguage();
  const signed = consent.signers.filter(({ personId }) => consent.signatureFiles.includes(personId));
  if (consent.scans.length + signed.length === 0) return null;
  return (
    <Section title={say('card.scans')}>
      <ul className={classes['lacking']}>
        {consent.scans.map((scan) => (
          <li key={scan.id}>
            <Group gap="xs">
              <IconClip size={16} aria-hidden />
              <Anchor href={`/api/v1/consents/${consent.id}/scans/${scan.id}`}>
                {say('card.scan', { moment: momentInWords(scan.filedAt, language) })}
              </Anchor>
              <Text size="sm" c="dimmed">
                {scan.filedBy}
              </Text>
            </Group>
          </li>
        ))}
        {signed.map(({ personId, name }) => (
          <li key={personId}>
            <Group gap="xs">
              <IconClip size={16} aria-hidden />
              <Anchor href={`/api/v1/consents/${consent.id}/signatures/${personId}`}>
                {say('card.signatureFile', { name })}
              </Anchor>
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function History({ consent }: { consent: ConsentCard }) {
  const say = useConsentsTexts();
  const language = useLanguage();
  const today = useToday();
  const day = (on: string) => dayInWords(on as PlainDate, today, language);
  const lines = [
    consent.issuedOn && say('history.issued', { day: day(consent.issuedOn) }),
    consent.printedAt && say('history.printed', { moment: momentInWords(consent.printedAt, language) }),
    consent.remindedAt && say('history.reminded', { moment: momentInWords(consent.remindedAt, language) }),
    consent.validFrom && say('history.validFrom', { day: day(consent.validFrom) }),
    consent.validTo && say('history.validTo', { day: day(consent.validTo) }),
    consent.needsRenewalBy && say('history.renewBy', { day: day(consent.needsRenewalBy) }),
    consent.endedOn && say('history.ended', { day: day(consent.endedOn) }),
  ].filter((line): line is string => Boolean(line));
  if (lines.length === 0) return null;
  return (
    <Section title={say('card.history')}>
      <List>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Section>
  );
}

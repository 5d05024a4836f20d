import { Button, Group, Stack, Text } from '@mantine/core';
import type { ConsentCard } from '@nastavnik/contracts/consents';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { download } from '../../lib/api/download.ts';
import { consentQuery } from '../../lib/consents/consents.api.ts';
import { CONSENT_TONE, isWaiting, signerWords, stateWord } from '../../lib/people-words/consent-words.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { IconBack, IconDownload } from '../../ui/icons.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PolicyLink } from '../../ui/policy-link.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AnswerSection } from './answer-section.tsx';
import { OnPaperSection } from './on-paper-section.tsx';
import classes from './signing.module.css';
import { useSigningTexts } from './signing-texts.ts';
import { WithdrawSection } from './withdraw-section.tsx';

/** One document before its signer: in plain words, in full, and then «Согласен» beside «Не согласен» (RULE-10, RULE-45). */
export function SignPage() {
  const say = useSigningTexts();
  const words = usePeopleWords();
  const { consentId } = useParams({ from: '/inside/sign/$consentId' });
  const own = useSession().active?.personId;
  const { data, error, refetch } = useQuery(consentQuery(consentId));
  const about =
    data &&
    (data.person.id === own
      ? say(data.document.template.audience === 'adult' ? 'about.me' : 'about.pupil')
      : say('about', { name: data.person.name }));
  return (
    <Page title={data ? words(`kind.${data.kind}`) : say('mine.title')} lead={about} width="measure">
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Document key={data.documentHash} consent={data} />}
      <TextLink to="/my/documents" className="no-print">
        <Group gap={4} component="span">
          <IconBack size={16} aria-hidden /> {say('toMine')}
        </Group>
      </TextLink>
    </Page>
  );
}

function Document({ consent }: { consent: ConsentCard }) {
  const say = useSigningTexts();
  const isOpen = consent.state === 'issued' || consent.state === 'partiallySigned';
  const { active } = useSession();
  const own = active?.personId;
  const mine = consent.signers.find(({ personId }) => personId === own);
  const mayAssent = consent.state === 'valid' && mine?.assentOnly === true && mine.signedOn === null;
  return (
    <Stack gap="lg">
      <Section title={say('short')}>
        <Text className={classes['summary'] ?? ''}>{consent.summary}</Text>
        {consent.document.template.audience === 'pupil' && consent.person.id !== own && (
          <Text size="sm" c="dimmed">
            {say('short.toPupil')}
          </Text>
        )}
      </Section>
      <FullText consent={consent} />
      <PolicyLink tenantId={active?.tenantId ?? ''} />
      {mine && (isOpen || mayAssent) && mine.signedOn === null ? (
        <div className="no-print">
          {consent.methods.includes('simpleESign') ? (
            <AnswerSection consent={consent} assentOnly={mine.assentOnly} />
          ) : (
            <OnPaperSection consent={consent} own={mine.personId} />
          )}
        </div>
      ) : null}
      <State consent={consent} />
      {(consent.may.withdraw || consent.withdrawnOn) && (
        <div className="no-print">
          <WithdrawSection consent={consent} />
        </div>
      )}
    </Stack>
  );
}

function FullText({ consent }: { consent: ConsentCard }) {
  const say = useSigningTexts();
  const [short, setShort] = useState(true);
  const take = useMutation({
    mutationFn: () =>
      download('/consents/print', { consentIds: [consent.id], format: 'pdf', purpose: say('copy.purpose') }),
  });
  return (
    <Section title={say('full')}>
      {/* A long text is scrolled by the keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes['legal']} data-short={short} tabIndex={0} role="group" aria-label={say('full')}>
        {consent.text}
      </div>
      <Group gap="xs" className="no-print">
        <Button variant="default" aria-expanded={!short} onClick={() => setShort(!short)}>
          {say(short ? 'full.open' : 'full.close')}
        </Button>
        {consent.may.print && (
          <Button
            variant="subtle"
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={take.isPending}
            onClick={() => take.mutate()}
          >
            {say('copy')}
          </Button>
        )}
      </Group>
      <RefusalMessage error={take.error} />
    </Section>
  );
}

function State({ consent }: { consent: ConsentCard }) {
  const say = useSigningTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  const today = useToday();
  return (
    <Section title={say('state')}>
      <div>
        <StateBadge tone={CONSENT_TONE[consent.state]}>{words(`consentState.${stateWord(consent)}`)}</StateBadge>
      </div>
      <ul className={classes['signers']} aria-label={say('signers')}>
        {consent.signers.map((signer) => (
          <li key={signer.personId}>
            {signerWords(words, signer, { today, language, waits: isWaiting(consent.state) })}
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {say('number', { number: consent.number })}
      </Text>
    </Section>
  );
}

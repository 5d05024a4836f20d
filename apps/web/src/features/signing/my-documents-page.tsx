import { Group, Stack, Text } from '@mantine/core';
import type { consentSummary } from '@nastavnik/contracts/consents';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { untilDay } from '../../lib/dates/dates.ts';
import { CONSENT_TONE, isWaiting, stateWord } from '../../lib/people-words/consent-words.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconFile, IconFollowing } from '../../ui/icons.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DemandSection } from './demand-section.tsx';
import { myConsentsQuery } from './signing.api.ts';
import classes from './signing.module.css';
import { useSigningTexts } from './signing-texts.ts';

type Summary = z.infer<typeof consentSummary>;

/** What waits for my signature, what bears it, and what I may ask of the school about the data. */
export function MyDocumentsPage() {
  const say = useSigningTexts();
  const { data, error, refetch } = useQuery(myConsentsQuery);
  const own = useSession().active?.personId;
  const all = data ? [...data.toSign, ...data.signed] : [];
  const people = [
    ...(own ? [{ id: own, name: say('demand.self') }] : []),
    ...[...new Map(all.map(({ person }) => [person.id, person])).values()].filter(({ id }) => id !== own),
  ];
  return (
    <Page title={say('mine.title')} lead={say('mine.lead')} width="measure">
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && all.length === 0 && (
        <EmptyState icon={IconFile} title={say('mine.empty.title')}>
          {say('mine.empty.text')}
        </EmptyState>
      )}
      {data && data.toSign.length > 0 && (
        <Stack gap="sm" component="section" aria-label={say('mine.toSign')}>
          <Text component="h2" fw={600} size="lg" m={0}>
            {say('mine.toSign')}
          </Text>
          {data.toSign.map((consent) => (
            <DocumentLink key={consent.id} consent={consent} waits />
          ))}
        </Stack>
      )}
      {data && data.toSign.length === 0 && data.signed.length > 0 && <Text>{say('mine.allDone')}</Text>}
      {data && data.signed.length > 0 && (
        <Stack gap="sm" component="section" aria-label={say('mine.signed')}>
          <Text component="h2" fw={600} size="lg" m={0}>
            {say('mine.signed')}
          </Text>
          {data.signed.map((consent) => (
            <DocumentLink key={consent.id} consent={consent} />
          ))}
        </Stack>
      )}
      <Section title={say('data.title')}>
        <Text>{say('data.text')}</Text>
        <TextLink to="/my/data">{say('data.go')}</TextLink>
      </Section>
      {data && <DemandSection people={people} />}
    </Page>
  );
}

function DocumentLink({ consent, waits = false }: { consent: Summary; waits?: boolean }) {
  const say = useSigningTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  const today = useToday();
  const own = useSession().active?.personId;
  const others = consent.signers.filter(
    ({ personId, signedOn, assentOnly }) => personId !== own && !signedOn && !assentOnly,
  );
  const until =
    consent.state === 'valid' && consent.validTo
      ? say('until', { until: untilDay(consent.validTo as PlainDate, today, language) })
      : words(`consentState.${stateWord(consent)}`);
  return (
    <Link to="/sign/$consentId" params={{ consentId: consent.id }} className={classes['document']}>
      <div>
        <Text fw={600}>{words(`kind.${consent.kind}`)}</Text>
        <Text size="sm">
          {consent.person.id === own ? say('about.me') : say('about', { name: consent.person.name })}
        </Text>
        {consent.form && (
          <Text size="sm" c="dimmed">
            {consent.form.name}
          </Text>
        )}
        <Group gap="xs" mt={6}>
          <StateBadge tone={waits ? 'soon' : CONSENT_TONE[consent.state]}>
            {waits ? say('waitsForYou') : until}
          </StateBadge>
        </Group>
        {others.length > 0 && !waits && isWaiting(consent.state) && (
          <Text size="sm" c="dimmed" mt={4}>
            {words('cell.waitsFor', { names: others.map(({ name }) => name).join(', ') })}
          </Text>
        )}
      </div>
      <IconFollowing size={22} aria-hidden />
    </Link>
  );
}

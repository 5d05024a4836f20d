import { Button, Group, Stack, Text } from '@mantine/core';
import { type MyData, myData } from '@nastavnik/contracts/access';
import type { ConsentState } from '@nastavnik/domain/consents/consent-kinds';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { ask } from '../../lib/api/api.ts';
import { dayInWords, momentInWords, spanInWords } from '../../lib/dates/dates.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSchoolWords } from '../../lib/school-words/school-words.ts';
import { useSession, useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { IconDownload, IconPrint } from '../../ui/icons.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { PolicyLink } from '../../ui/policy-link.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import classes from './my-data.module.css';
import { useMyTexts } from './my-texts.ts';
import { saveAsPage } from './save-as-page.ts';

const myDataQuery = (personId: string | undefined) =>
  queryOptions({
    queryKey: ['my-data', personId ?? 'self'],
    queryFn: ({ signal }) => ask('GET', '/my/data', myData, { query: { personId }, signal }),
  });

const CONSENT_TONE: Record<ConsentState, 'done' | 'awaiting' | 'late' | 'quiet'> = {
  draft: 'quiet',
  issued: 'awaiting',
  partiallySigned: 'awaiting',
  valid: 'done',
  expired: 'late',
  refused: 'quiet',
  withdrawn: 'quiet',
  superseded: 'quiet',
  invalidated: 'quiet',
};

/** RULE-36: what is held of the person and why, who sees it, consents, who looked, what was handed out. */
export function MyDataPage() {
  const say = useMyTexts();
  const { child } = useSearch({ from: '/inside/my/data' });
  const own = useSession().active?.personId;
  const { data, error, refetch } = useQuery(myDataQuery(child));
  const page = useRef<HTMLDivElement>(null);
  const take = useMutation({
    mutationFn: async () => {
      // That it was taken stands in the history; what is taken is what stands on the page, readable on any telephone.
      await ask('POST', '/my/data/export', myData, { body: child ? { personId: child } : {} });
      saveAsPage(say('title'), page.current?.innerHTML ?? '');
    },
  });
  return (
    <Page
      title={say('title')}
      lead={data ? say(`lead.${data.person.kind}`, { name: data.person.name }) : undefined}
      width="measure"
      actions={
        data?.may.export ? (
          <>
            <Button
              variant="default"
              leftSection={<IconPrint size={18} aria-hidden />}
              onClick={() => globalThis.print()}
            >
              {say('print')}
            </Button>
            <Button
              leftSection={<IconDownload size={18} aria-hidden />}
              loading={take.isPending}
              onClick={() => take.mutate()}
            >
              {say('download')}
            </Button>
          </>
        ) : null
      }
    >
      <RefusalMessage error={take.error} />
      {data && data.children.length > 0 && (
        <nav aria-label={say('whose')} className="no-print">
          <Group gap="md">
            {[{ id: own, name: say('self') }, ...data.children].map((each) =>
              each.id === data.person.id ? (
                <Text key={each.id} fw={600} aria-current="page">
                  {each.name}
                </Text>
              ) : (
                <TextLink key={each.id} to="/my/data" search={each.id && each.id !== own ? { child: each.id } : {}}>
                  {each.name}
                </TextLink>
              ),
            )}
          </Group>
        </nav>
      )}
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <Stack ref={page} gap="lg">
          <Held data={data} />
          <SeenBy data={data} />
          <Consents data={data} />
          <Log data={data} />
          <Rights data={data} />
        </Stack>
      )}
    </Page>
  );
}

function Held({ data }: { data: MyData }) {
  const say = useMyTexts();
  const today = useToday();
  const language = useLanguage();
  const agreed = data.consents.some(({ kind, state }) => kind === 'processing' && state === 'valid');
  // Before the consent the school's own lists stand on the law; for the programme the consent is yet to come (RULE-03).
  const basis = (why: string) =>
    why === 'consent' && !agreed ? 'school' : (WHY.find((each) => each === why) ?? 'law');
  return (
    <Section title={say('held.title')} lead={say('held.lead')}>
      <dl className={classes['pairs']}>
        {data.held.map(({ group, values, why, until }) => (
          <div key={group}>
            <dt>{say(`group.${group}`)}</dt>
            <dd>
              {values.map((value) => (
                <Text key={value} c="var(--mantine-color-text)" translate="no">
                  {value}
                </Text>
              ))}
              {say(`why.${basis(why)}`)}
              {until ? `, ${say('held.until', { day: dayInWords(until, today, language) })}` : ''}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
const WHY = ['consent', 'consentProof', 'law', 'account'] as const;

function SeenBy({ data }: { data: MyData }) {
  const say = useMyTexts();
  const words = useSchoolWords();
  return (
    <Section title={say('seen.title')} lead={say('seen.lead')}>
      <dl className={classes['pairs']}>
        {data.seenBy.map((each) => (
          <div key={`${each.name} ${each.post ?? ''}`}>
            <dt>
              <PersonName name={each.name} />
            </dt>
            <dd>
              {each.roles.map((role) => words(`role.${role}`)).join(', ')}
              <Text component="span" display="block" size="sm" c="dimmed">
                {each.sees.map((what) => say(`sees.${what}`)).join(', ')}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
      {data.colleagues && <Text>{say('seen.colleagues')}</Text>}
      {data.seenBy.length === 0 && !data.colleagues && <Text c="dimmed">{say('seen.nobody')}</Text>}
    </Section>
  );
}

function Consents({ data }: { data: MyData }) {
  const say = useMyTexts();
  const people = usePeopleWords();
  const today = useToday();
  const language = useLanguage();
  return (
    <Section title={say('consents.title')} lead={say('consents.lead')}>
      {data.consents.length === 0 && <Text c="dimmed">{say('consents.none')}</Text>}
      {data.consents.map((each) => {
        const state = STATES.find((one) => one === each.state) ?? 'issued';
        return (
          <Group key={each.id} justify="space-between" gap="xs">
            <div>
              <Text>{people(`kind.${each.kind as 'processing'}`)}</Text>
              <Text size="sm" c="dimmed">
                {spanInWords({ start: each.validFrom, end: each.endedOn ?? each.validTo }, today, language)}
              </Text>
            </div>
            <StateBadge tone={CONSENT_TONE[state]}>{say(`consent.${state}`)}</StateBadge>
          </Group>
        );
      })}
      <TextLink to="/my" search={data.person.kind === 'child' ? { child: data.person.id } : {}} className="no-print">
        {say('consents.sign')}
      </TextLink>
    </Section>
  );
}
const STATES = Object.keys(CONSENT_TONE) as ConsentState[];

function Log({ data }: { data: MyData }) {
  const say = useMyTexts();
  const language = useLanguage();
  return (
    <>
      <Section title={say('handed.title')} lead={say('handed.lead')}>
        {data.disclosures.length === 0 && <Text c="dimmed">{say('handed.none')}</Text>}
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {data.disclosures.map((each) => (
            <li key={`${each.at} ${each.kind}`}>
              <Text>{each.purpose}</Text>
              <Text size="sm" c="dimmed">
                {[momentInWords(each.at, language), each.by, each.receiver && say('handed.to', { who: each.receiver })]
                  .filter(Boolean)
                  .join(', ')}
              </Text>
            </li>
          ))}
        </Stack>
      </Section>
      <Section title={say('views.title')} lead={say('views.lead')}>
        {data.views.length === 0 && <Text c="dimmed">{say('views.none')}</Text>}
        <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {data.views.map((each) => (
            <li key={`${each.at} ${each.by} ${each.what}`}>
              <Text size="sm">
                {momentInWords(each.at, language)}: {each.by},{' '}
                {say(`view.${VIEWS.find((one) => one === each.what) ?? 'card'}`)}
              </Text>
            </li>
          ))}
        </Stack>
      </Section>
    </>
  );
}
const VIEWS = ['card', 'consents', 'request', 'identity', 'support', 'export'] as const;

function Rights({ data }: { data: MyData }) {
  const say = useMyTexts();
  const { name, address } = data.operator;
  return (
    <Section title={say('rights.title')}>
      <Text>{say('rights.text')}</Text>
      <Text size="sm" c="dimmed">
        {[say('rights.operator', { name }), address].filter(Boolean).join(', ')}
      </Text>
      <PolicyLink />
    </Section>
  );
}

import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import type { myParticipationAnswer } from '@nastavnik/contracts/participants';
import { isInBank } from '@nastavnik/domain/participants/participant-states';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { lackingWords, STATE_TONE, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSession } from '../../lib/session.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconFile, IconMe } from '../../ui/icons.ts';
import { InformationSheetButton } from '../../ui/information-sheet.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { ownQuery, useOwnChange } from './own.api.ts';
import { useOwnTexts } from './own-texts.ts';

const OWN_WORDS = [
  'next.invite',
  'next.requestConsents',
  'next.enterBank',
  'next.request',
  'next.sendRequest',
  'next.card',
  'next.interview',
  'next.clearance',
  'next.training',
  'next.select',
  'next.chooseRequest',
  'next.confirmYear',
] as const;

type Own = z.infer<typeof myParticipationAnswer>;
type Participation = Own['participations'][number];

/** A pupil's, a parent's, a mentor's own page: what happens, and what one may say yes or no to. */
export function OwnPage() {
  const say = useOwnTexts();
  const { child } = useSearch({ from: '/inside/my' });
  const own = useSession().active?.personId;
  const ofSelf = child === undefined || child === own;
  const { data, error, refetch } = useQuery(ownQuery(child));
  const [first] = data?.children ?? [];
  // A parent comes for the child; the own page is a press away.
  if (child === undefined && first && data?.participations.length === 0)
    return <Navigate to="/my" search={{ child: first.id }} replace />;
  return (
    <Page
      title={!ofSelf && data ? say('title.child', { name: data.person.name }) : say('title.self')}
      lead={say('lead')}
      width="measure"
      actions={
        <ButtonLink to="/my/documents" leftSection={<IconFile size={18} aria-hidden />}>
          {say('documents')}
        </ButtonLink>
      }
    >
      {data && data.children.length > 0 && (
        <nav aria-label={say('children')}>
          <Group gap="md">
            {[...data.children, ...(own ? [{ id: own, name: say('me') }] : [])].map((each) =>
              each.id === data.person.id ? (
                <Text key={each.id} fw={600} aria-current="page">
                  {each.name}
                </Text>
              ) : (
                <TextLink key={each.id} to="/my" search={{ child: each.id }}>
                  {each.name}
                </TextLink>
              ),
            )}
          </Group>
        </nav>
      )}
      {data?.powerUnchecked && <Alert title={say('unchecked.title')}>{say('unchecked.text')}</Alert>}
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.participations.map((each) => (
        <ParticipationCard key={each.id} participation={each} />
      ))}
      {data?.participations.length === 0 &&
        (!ofSelf ? (
          <Text>{say('empty.child')}</Text>
        ) : (
          <EmptyState icon={IconMe} title={say('empty.title')}>
            {say('empty.text')}
          </EmptyState>
        ))}
      {data && ofSelf && <Wishes own={data} />}
    </Page>
  );
}

function Wishes({ own }: { own: Own }) {
  const say = useOwnTexts();
  const change = useOwnChange();
  const wish = (role: 'mentor' | 'mentee') =>
    change.mutate(
      { method: 'POST', path: '/my/participation', body: { role, formId: null } },
      { onSuccess: () => toldAbout(say('want.done')) },
    );
  return (
    <Stack gap="sm" align="flex-start">
      {own.interest && (
        <Group gap="sm">
          <Text>{say('interest.said')}</Text>
          <Button
            variant="subtle"
            size="xs"
            onClick={() =>
              change.mutate(
                { method: 'DELETE', path: '/my/interest' },
                { onSuccess: () => toldAbout(say('interest.withdrawn')) },
              )
            }
          >
            {say('interest.withdraw')}
          </Button>
        </Group>
      )}
      <Group gap="xs">
        {own.may.nominateAsMentee && (
          <Button variant="default" onClick={() => wish('mentee')}>
            {say('want.mentee')}
          </Button>
        )}
        {own.may.nominateAsMentor && (
          <Button variant="default" onClick={() => wish('mentor')}>
            {say('want.mentor')}
          </Button>
        )}
        {own.may.declareInterest && (
          <Button
            variant="default"
            onClick={() =>
              change.mutate(
                { method: 'PUT', path: '/my/interest', body: { note: null } },
                { onSuccess: () => toldAbout(say('want.done')) },
              )
            }
          >
            {say('want.interest')}
          </Button>
        )}
      </Group>
      <RefusalMessage error={change.error} />
    </Stack>
  );
}

function ParticipationCard({ participation }: { participation: Participation }) {
  const say = useOwnTexts();
  const words = usePeopleWords();
  const change = useOwnChange();
  const [leaving, setLeaving] = useState<'refuse' | 'withdraw'>();
  const give = (command: 'refuse' | 'withdraw' | 'confirmYear', told: 'left' | 'confirmed') =>
    change.mutate(
      {
        method: 'POST',
        path: `/participants/${participation.id}/commands`,
        body: { version: participation.version, command: { command } },
      },
      {
        onSuccess: () => {
          setLeaving(undefined);
          toldAbout(say(told));
        },
      },
    );
  const { may } = participation;
  return (
    <Section
      title={say('role.in', { role: words(`role.${participation.role}`), cycle: participation.cycle })}
      lead={participation.form}
    >
      <div>
        <StateBadge tone={STATE_TONE[participation.state]}>{words(`state.${participation.state}`)}</StateBadge>
      </div>
      {participation.lacking.length === 0 ? (
        <Text>{say('nothing')}</Text>
      ) : (
        <List aria-label={say('next')}>
          {participation.lacking.map((each) => {
            // To the person it is said what happens to them; to the office, what it has to do.
            const own = OWN_WORDS.find((word) => word === each.code);
            const sentence = own ? say(own) : lackingWords(words, each);
            return <List.Item key={sentence}>{sentence}</List.Item>;
          })}
        </List>
      )}
      <Group gap="xs">
        {participation.role === 'mentee' && isInBank(participation.state) && (
          <ButtonLink
            variant="default"
            to="/people/participants/$participantId"
            params={{ participantId: participation.id }}
          >
            {say('requests')}
          </ButtonLink>
        )}
        {participation.role === 'mentor' && isInBank(participation.state) && (
          <ButtonLink
            variant="default"
            to="/people/participants/$participantId"
            params={{ participantId: participation.id }}
          >
            {say('card')}
          </ButtonLink>
        )}
        <InformationSheetButton participantId={participation.id} />
        {may.confirmYear && <Button onClick={() => give('confirmYear', 'confirmed')}>{say('confirmYear')}</Button>}
        {may.refuse && (
          <Button variant="default" onClick={() => setLeaving('refuse')}>
            {say('refuse')}
          </Button>
        )}
        {may.withdraw && !may.refuse && (
          <Button variant="default" onClick={() => setLeaving('withdraw')}>
            {say('withdraw')}
          </Button>
        )}
      </Group>
      {!leaving && <RefusalMessage error={change.error} />}
      {leaving && (
        <ConfirmDialog
          opened
          title={say('leave.title')}
          action={say(leaving)}
          busy={change.isPending}
          error={change.error}
          onConfirm={() => give(leaving, 'left')}
          onClose={() => setLeaving(undefined)}
        >
          {say('leave.text')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

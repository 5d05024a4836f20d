import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { signUp, signUpEvent } from '@nastavnik/contracts/sign-ups';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { dayInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { IconEdit, IconPrint } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { EventForm } from './event-form.tsx';
import { eventsQuery, signUpsQuery, useEventChange } from './events.api.ts';
import classes from './events.module.css';
import { useEventsTexts } from './events-texts.ts';

type SignUpEvent = z.infer<typeof signUpEvent>;
type SignUp = z.infer<typeof signUp>;

/** One event: who signed up and who of ours it is; printed, the page is the poster. */
export function EventPage() {
  const { eventId } = useParams({ from: '/inside/people/events/$eventId' });
  const say = useEventsTexts();
  const events = useQuery(eventsQuery);
  const event = events.data?.events.find((each) => each.id === eventId);
  const signUps = useQuery(signUpsQuery(eventId));
  const [editing, setEditing] = useState(false);
  const error = events.error ?? signUps.error;
  if (!event) {
    return (
      <Page title={say('title')}>
        {error ? <RefusalMessage error={error} again={() => void events.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <>
      <div className="no-print">
        <Page
          title={event.title}
          width="measure"
          actions={
            <>
              <Button
                variant="default"
                leftSection={<IconEdit size={18} aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {say('edit')}
              </Button>
              <Button leftSection={<IconPrint size={18} aria-hidden />} onClick={() => window.print()}>
                {say('poster')}
              </Button>
            </>
          }
        >
          <CopyField label={say('link')} value={event.link} />
          <Section title={say('signUps.title')}>
            {signUps.error && <RefusalMessage error={signUps.error} again={() => void signUps.refetch()} />}
            {!signUps.data && !signUps.error && <Loading />}
            {signUps.data?.signUps.length === 0 && <Text c="dimmed">{say('signUps.empty')}</Text>}
            <Stack gap="lg">
              {signUps.data?.signUps.map((each) => (
                <SignUpLine key={each.id} event={event} signUp={each} />
              ))}
            </Stack>
          </Section>
          <SidePanel opened={editing} title={say('edit')} onClose={() => setEditing(false)}>
            {editing && <EventForm event={event} onDone={() => setEditing(false)} />}
          </SidePanel>
        </Page>
      </div>
      <Poster event={event} />
    </>
  );
}

function SignUpLine({ event, signUp: one }: { event: SignUpEvent; signUp: SignUp }) {
  const say = useEventsTexts();
  const change = useEventChange();
  const [personId, setPersonId] = useState(one.matches[0]?.personId ?? '');
  const decide = (command: 'take' | 'refuse') =>
    change.mutate(
      {
        method: 'POST',
        path: `/${event.id}/sign-ups/${one.id}/${command}`,
        ...(command === 'take' ? { body: { personId, formId: null } } : {}),
      },
      { onSuccess: () => toldAbout(say('signUp.done')) },
    );
  return (
    <Stack gap={6} component="article" aria-label={one.fullName}>
      <Group gap="sm">
        <Text fw={600}>{one.fullName}</Text>
        {one.place && <Text>{one.place}</Text>}
        {one.state !== 'new' && (
          <StateBadge tone={one.state === 'taken' ? 'done' : 'quiet'}>{say(`signUp.${one.state}`)}</StateBadge>
        )}
      </Group>
      {one.adultContact && <Text size="sm">{say('signUp.contact', { contact: one.adultContact })}</Text>}
      {one.state === 'new' && (
        <Group gap="xs" align="flex-end">
          {one.matches.length > 0 ? (
            <NativeSelect
              label={say('signUp.who')}
              value={personId}
              data={one.matches.map((match) => ({
                value: match.personId,
                label: match.place ? `${match.name}, ${match.place}` : match.name,
              }))}
              onChange={(event) => setPersonId(event.currentTarget.value)}
            />
          ) : (
            <Text size="sm">{say('signUp.nobody')}</Text>
          )}
          {personId && (
            <Button loading={change.isPending} onClick={() => decide('take')}>
              {say('signUp.take')}
            </Button>
          )}
          <Button variant="default" onClick={() => decide('refuse')}>
            {say('signUp.refuse')}
          </Button>
        </Group>
      )}
      <RefusalMessage error={change.error} />
    </Stack>
  );
}

/** What stands on the wall: a question, the day, the code. */
function Poster({ event }: { event: SignUpEvent }) {
  const say = useEventsTexts();
  const today = useToday();
  const language = useLanguage();
  return (
    <div className={classes['poster']}>
      <Title order={2} className={classes['question']}>
        {say(`poster.${event.role}`)}
      </Title>
      <Text className={classes['title']}>{event.title}</Text>
      <Text className={classes['when']}>
        {dayInWords(event.heldOn, today, language)}
        {event.place && `, ${event.place}`}
      </Text>
      <img src={`/api/v1/sign-up-events/${event.id}/code`} alt={say('poster.code')} className={classes['code']} />
      <Text className={classes['when']}>{say('poster.scan')}</Text>
    </div>
  );
}

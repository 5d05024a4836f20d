import { Button, Group, Stack, Text } from '@mantine/core';
import type { signUpEvent } from '@nastavnik/contracts/sign-ups';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { dayInWords } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconAdd, IconCalendar } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { PeopleTabs } from '../../ui/people-tabs.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { EventForm } from './event-form.tsx';
import { eventsQuery } from './events.api.ts';
import { useEventsTexts } from './events-texts.ts';

type SignUpEvent = z.infer<typeof signUpEvent>;

/** Events whose guests sign up by a poster's code (B3, C2). */
export function EventsPage() {
  const say = useEventsTexts();
  const { data, error, refetch } = useQuery(eventsQuery);
  const [adding, setAdding] = useState(false);
  const add = (
    <Button leftSection={<IconAdd size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  const empty = data?.events.length === 0;
  return (
    <Page title={say('title')} lead={say('lead')} width="measure" actions={!empty && data?.may.add && add}>
      <PeopleTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {empty && (
        <EmptyState icon={IconCalendar} title={say('empty.title')} action={add}>
          {say('empty.text')}
        </EmptyState>
      )}
      <Stack gap="lg">
        {data?.events.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </Stack>
      <SidePanel opened={adding} title={say('add')} onClose={() => setAdding(false)}>
        {adding && <EventForm event={undefined} onDone={() => setAdding(false)} />}
      </SidePanel>
    </Page>
  );
}

function EventLine({ event }: { event: SignUpEvent }) {
  const say = useEventsTexts();
  const today = useToday();
  const language = useLanguage();
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Stack gap={4}>
        <TextLink to="/people/events/$eventId" params={{ eventId: event.id }} fw={600}>
          {event.title}
        </TextLink>
        <Text size="sm">
          {dayInWords(event.heldOn, today, language)}
          {event.place && `, ${event.place}`}
        </Text>
        <Group gap="sm">
          <StateBadge tone={event.open ? 'open' : 'quiet'}>{say(event.open ? 'open' : 'closed')}</StateBadge>
          <Text size="sm">
            {say('signedUp', { count: event.signedUp })}
            {event.waiting > 0 && `, ${say('waiting', { count: event.waiting })}`}
          </Text>
        </Group>
      </Stack>
      <ButtonLink to="/people/events/$eventId" params={{ eventId: event.id }} variant="default" size="xs">
        {say('signUps.title')}
      </ButtonLink>
    </Group>
  );
}

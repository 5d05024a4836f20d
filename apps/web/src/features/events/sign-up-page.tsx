import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { signUpView } from '@nastavnik/contracts/sign-ups';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { PolicyLink } from '../../ui/policy-link.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { useEventsTexts } from './events-texts.ts';
import classes from './sign-up.module.css';

/** A visitor's page, opened by the poster's code: a name, a class, an adult's contact, and nothing more (RULE-03). */
export function SignUpPage() {
  const say = useEventsTexts();
  const language = useLanguage();
  const [code] = useState(() => window.location.hash.slice(1));
  const event = useQuery({
    queryKey: ['sign-up', code],
    queryFn: ({ signal }) => ask('POST', '/sign-up/view', signUpView, { body: { code }, signal }),
    enabled: code !== '',
    retry: false,
  });
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const [adult, setAdult] = useState('');
  const send = useMutation({
    mutationFn: () =>
      ask('POST', '/sign-up', z.null(), {
        body: { code, fullName: name.trim(), place: place.trim() || null, adultContact: adult.trim() || null },
      }),
  });
  return (
    <main className={classes['page']}>
      {code === '' && <Title order={1}>{say('visit.noCode')}</Title>}
      {event.error && <RefusalMessage error={event.error} />}
      {code !== '' && !event.data && !event.error && <Loading />}
      {event.data && (
        <Stack gap="md">
          <div>
            <Title order={1}>{say('visit.title', { title: event.data.title })}</Title>
            <Text c="dimmed">
              {say('visit.lead', {
                organization: event.data.organization,
                day: dayInFigures(event.data.heldOn, language),
              })}
            </Text>
          </div>
          {send.isSuccess ? (
            <Text component="output" fw={600}>
              {say('visit.done')}
            </Text>
          ) : (
            <form
              onSubmit={(submitted) => {
                submitted.preventDefault();
                send.mutate();
              }}
            >
              <Stack gap="md">
                <TextInput
                  label={say('visit.name')}
                  required
                  autoComplete="name"
                  maxLength={200}
                  value={name}
                  onChange={(changed) => setName(changed.currentTarget.value)}
                />
                <TextInput
                  label={say('visit.place')}
                  maxLength={100}
                  value={place}
                  onChange={(changed) => setPlace(changed.currentTarget.value)}
                />
                <TextInput
                  label={say('visit.adult')}
                  description={say('visit.adultHint')}
                  maxLength={200}
                  value={adult}
                  onChange={(changed) => setAdult(changed.currentTarget.value)}
                />
                <Text size="sm" c="dimmed">
                  {say('visit.privacy')}
                </Text>
                <PolicyLink tenantId={event.data.tenantId} />
                <RefusalMessage error={send.error} />
                <Button type="submit" loading={send.isPending} disabled={!name.trim()}>
                  {say('visit.go')}
                </Button>
              </Stack>
            </form>
          )}
        </Stack>
      )}
    </main>
  );
}

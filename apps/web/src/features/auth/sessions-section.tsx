import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { momentInWords } from '../../lib/dates/dates.ts';
import { signOut } from '../../lib/sign-out.ts';
import { useLanguage } from '../../lib/texts.ts';
import { IconDevice } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldRefusal } from '../../ui/toast.tsx';
import { endSession, listSessions } from './auth.api.ts';
import { useAuthTexts } from './auth-texts.ts';
import { deviceName } from './device-name.ts';

export function SessionsSection() {
  const say = useAuthTexts();
  const language = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ['auth-sessions'], queryFn: listSessions });
  const end = useMutation({ mutationFn: endSession, onSuccess: () => refetch(), onError: toldRefusal });
  return (
    <Section title={say('sessions.title')} lead={say('sessions.lead')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      <Stack gap="xs">
        {data?.map((session) => (
          <Group key={session.id} justify="space-between">
            <Group gap="sm" wrap="nowrap">
              <IconDevice size={22} aria-hidden />
              <div>
                <Text>{deviceName(session.userAgent ?? '') ?? say('sessions.unknown')}</Text>
                <Text size="sm" c="dimmed">
                  {say('sessions.since', { moment: momentInWords(session.createdAt, language) })}
                </Text>
              </div>
            </Group>
            <Button variant="default" size="xs" onClick={() => end.mutate(session.token)}>
              {say('sessions.end')}
            </Button>
          </Group>
        ))}
      </Stack>
      <Button variant="default" w="fit-content" onClick={() => void signOut('everywhere').catch(toldRefusal)}>
        {say('sessions.everywhere')}
      </Button>
    </Section>
  );
}

import { Button, Group, Stack, Text } from '@mantine/core';
import { interestsAnswer } from '@nastavnik/contracts/participants';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useRecord } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

/** A18: those who said «мне интересно» and have no role yet; the office agrees on one with them. */
export function Interested({ role }: { role: 'mentor' | 'mentee' }) {
  const say = useParticipantsTexts();
  const { data } = useQuery({
    queryKey: ['candidates', 'interests'],
    queryFn: ({ signal }) => ask('GET', '/interests', interestsAnswer, { signal }),
  });
  const record = useRecord();
  if (!data || data.interests.length === 0) return null;
  return (
    <Section title={say('interested.title')} lead={say('interested.lead')}>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {data.interests.map((each) => (
          <li key={each.id}>
            <Group gap="sm" justify="space-between">
              <div>
                <Text>{each.person.name}</Text>
                <Text size="sm" c="dimmed">
                  {[each.person.place, each.note].filter(Boolean).join('. ')}
                </Text>
              </div>
              <Button
                size="xs"
                variant="default"
                loading={record.isPending && record.variables.path.includes(each.id)}
                onClick={() =>
                  record.mutate(
                    { method: 'POST', path: `/interests/${each.id}/take-up`, body: { role, formId: null } },
                    { onSuccess: () => toldAbout(say('nominate.done', { count: 1 })) },
                  )
                }
              >
                {say(`interested.${role}`)}
              </Button>
            </Group>
          </li>
        ))}
      </Stack>
      <RefusalMessage error={record.error} />
    </Section>
  );
}

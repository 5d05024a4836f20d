import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { IconCalendar } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { feedQuery, openFeed, revokeFeed } from './notices.api.ts';
import { useNoticesTexts } from './notices-texts.ts';

/** The secret link to one's own deadlines: shown once, replaced or switched off at any time. */
export function FeedSection() {
  const say = useNoticesTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(feedQuery);
  const again = () => client.invalidateQueries({ queryKey: feedQuery.queryKey });
  const open = useMutation({ mutationFn: openFeed, onSuccess: again });
  const revoke = useMutation({
    mutationFn: revokeFeed,
    onSuccess: async () => {
      open.reset();
      toldAbout(say('feed.revoked'));
      await again();
    },
  });
  const since = data?.createdAt ? momentInWords(data.createdAt, language) : '';
  return (
    <Section title={say('feed.title')} lead={say('feed.lead')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {open.data && <CopyField label={say('feed.link')} description={say('feed.once')} value={open.data.url} />}
      {data && !open.data && <Text>{data.active ? say('feed.on', { moment: since }) : say('feed.off')}</Text>}
      {data && (
        <Group gap="xs">
          {!open.data && (
            <Button
              variant={data.active ? 'default' : 'filled'}
              leftSection={<IconCalendar size={18} aria-hidden />}
              loading={open.isPending}
              onClick={() => open.mutate()}
            >
              {say(data.active ? 'feed.again' : 'feed.make')}
            </Button>
          )}
          {data.active && (
            <Button variant="subtle" color="gray" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {say('feed.revoke')}
            </Button>
          )}
        </Group>
      )}
      <RefusalMessage error={open.error ?? revoke.error} />
    </Section>
  );
}

import { Button, Group, Text } from '@mantine/core';
import type { noticesAnswer } from '@nastavnik/contracts/roadmaps';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { momentInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconBell, IconCheck } from '../../ui/icons.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { markAllRead, noticesQuery } from './notices.api.ts';
import classes from './notices.module.css';
import { useNoticesTexts } from './notices-texts.ts';

type Notice = z.infer<typeof noticesAnswer>['notices'][number];

export function NoticesPanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useNoticesTexts();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(noticesQuery);
  const read = useMutation({
    mutationFn: markAllRead,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['today'] }),
      ]),
  });
  const notices = data?.notices ?? [];
  return (
    <SidePanel opened={opened} title={say('title')} onClose={onClose}>
      <Group justify="space-between" mb="sm">
        {notices.some((notice) => !notice.read) ? (
          <Button
            variant="light"
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={read.isPending}
            onClick={() => read.mutate()}
          >
            {say('markRead')}
          </Button>
        ) : (
          <span />
        )}
        <TextLink to="/account/reminders" onClick={onClose}>
          {say('settings')}
        </TextLink>
      </Group>
      <RefusalMessage error={read.error} />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && notices.length === 0 && (
        <EmptyState icon={IconBell} title={say('empty.title')}>
          {say('empty.text')}
        </EmptyState>
      )}
      <ul className={classes['list']} aria-label={say('title')}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onGo={onClose} />
        ))}
      </ul>
    </SidePanel>
  );
}

function NoticeRow({ notice, onGo }: { notice: Notice; onGo: () => void }) {
  const say = useNoticesTexts();
  const language = useLanguage();
  return (
    <li className={classes['notice']}>
      <Group gap="xs">
        <Text fw={notice.read ? 400 : 600}>{notice.subject}</Text>
        {!notice.read && <StateBadge tone="open">{say('fresh')}</StateBadge>}
      </Group>
      <Text size="sm" className={classes['body'] ?? ''}>
        {withoutLinks(notice.body)}
      </Text>
      <Group gap="md" mt={4}>
        <Text size="sm" c="dimmed">
          {momentInWords(notice.at, language)}
        </Text>
        {notice.roadmapId && (
          <TextLink
            size="sm"
            to="/roadmap/$roadmapId"
            params={{ roadmapId: notice.roadmapId }}
            search={notice.itemId ? { item: notice.itemId } : {}}
            onClick={onGo}
          >
            {say(notice.itemId ? 'open' : 'openRoadmap')}
          </TextLink>
        )}
        {notice.kind === 'consentAsked' && (
          <TextLink size="sm" to="/my/documents" onClick={onGo}>
            {say('openDocuments')}
          </TextLink>
        )}
        {notice.kind === 'invited' && (
          <TextLink size="sm" to="/my" onClick={onGo}>
            {say('openOwn')}
          </TextLink>
        )}
        {notice.kind === 'consentWithdrawn' && (
          <TextLink size="sm" to="/people/demands" onClick={onGo}>
            {say('openDemands')}
          </TextLink>
        )}
        {notice.kind === 'consentsComplete' && (
          <TextLink size="sm" to="/people/mentees" search={{ states: 'consentPending' }} onClick={onGo}>
            {say('openMentees')}
          </TextLink>
        )}
        {(notice.kind === 'coverageBelow' || notice.kind === 'consentRefused') && (
          <TextLink size="sm" to="/people/consents" onClick={onGo}>
            {say('openConsents')}
          </TextLink>
        )}
        {!notice.roadmapId && notice.kind === 'agreementAsked' && (
          <TextLink size="sm" to="/agreements" onClick={onGo}>
            {say('openAgreements')}
          </TextLink>
        )}
      </Group>
    </li>
  );
}

/** The letter ends with its address in full; here a link stands for it. */
function withoutLinks(body: string): string {
  return body.replaceAll(/^\s*https?:\/\/\S+\s*$/gm, '').trim();
}

import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { PossibleMentorRow } from './possible-mentor.tsx';
import { type OpenRequest, URGENCY_TONE } from './request-list.tsx';
import { mentorsQuery } from './selection.api.ts';
import classes from './selection.module.css';
import type { SelectionSearch } from './selection-search.ts';
import { useSelectionTexts } from './selection-texts.ts';

type MentorsPanelProps = { request: OpenRequest; mayPropose: boolean; filter: SelectionSearch };

/** One request in full, and under it the mentors with what speaks for and against each. */
export function MentorsPanel({ request, mayPropose, filter }: MentorsPanelProps) {
  const say = useSelectionTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(mentorsQuery(request.id));
  const { request: _chosen, ...list } = filter;
  return (
    <Section title={say('mentors.title')}>
      <TextLink to="/people/selection" search={list} className={classes['back'] ?? ''}>
        {say('back')}
      </TextLink>
      <Stack gap={4}>
        <Group gap="xs">
          <Text fw={600}>{request.theme ?? say('noTheme')}</Text>
          <StateBadge tone={URGENCY_TONE[request.urgency]}>{words(`request.urgency.${request.urgency}`)}</StateBadge>
        </Group>
        {request.words.map((each) => (
          <Text key={each}>«{each}»</Text>
        ))}
        <Text size="sm">
          <TextLink to="/people/participants/$participantId" params={{ participantId: request.participantId }}>
            {request.person.name}
          </TextLink>
          {request.person.place && `, ${request.person.place}`}
          {request.form && `, ${request.form}`}, {say('found', { day: dayInFigures(request.foundOn, language) })}
        </Text>
      </Stack>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.mentors.length === 0 && <Text>{say('mentors.none')}</Text>}
      {data && data.mentors.length > 0 && (
        <ul className={classes['mentors']} aria-label={say('mentors.title')}>
          {data.mentors.map((mentor) => (
            <PossibleMentorRow
              key={mentor.participantId}
              mentor={mentor}
              requestId={request.id}
              mayPropose={mayPropose}
            />
          ))}
        </ul>
      )}
      {data?.more && (
        <Text c="dimmed" size="sm">
          {say('mentors.more')}
        </Text>
      )}
    </Section>
  );
}

import { Group, List, Stack, Text } from '@mantine/core';
import type { Participant } from '@nastavnik/contracts/participants';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { lackingWords, STATE_TONE, usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useLanguage } from '../../lib/texts.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AnswersSection } from './answers-section.tsx';
import { ChooseForm } from './choose-form.tsx';
import { Commands } from './commands.tsx';
import { HistorySection } from './history-section.tsx';
import { MentorSections } from './mentor-sections.tsx';
import { participantQuery } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';
import { RequestsSection } from './requests-section.tsx';
import { SupportSection } from './support-section.tsx';

/** One participation: where it stands, what comes next, and everything that belongs to it. */
export function ParticipantPage() {
  const { participantId } = useParams({ from: '/inside/people/participants/$participantId' });
  const say = useParticipantsTexts();
  const { data, error, refetch } = useQuery(participantQuery(participantId));
  if (data) return <ParticipantCard key={participantId} participant={data} />;
  return (
    <Page title={say('page.title')}>
      {error ? <RefusalMessage error={error} again={() => void refetch()} /> : <Loading />}
    </Page>
  );
}

function ParticipantCard({ participant }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const words = usePeopleWords();
  const { person, role, state } = participant;
  return (
    <Page
      title={person.name}
      lead={say('page.lead', { role: words(`role.${role}`), cycle: participant.cycle.title })}
      width="measure"
    >
      <Group gap="sm">
        <StateBadge tone={STATE_TONE[state]}>{words(`state.${state}`)}</StateBadge>
        {person.place && <Text>{person.place}</Text>}
      </Group>
      <Section title={say('next.title')}>
        {participant.lacking.length === 0 ? (
          <Text>{say('next.nothing')}</Text>
        ) : (
          <List>
            {participant.lacking.map((each) => (
              <List.Item key={lackingWords(words, each)}>{lackingWords(words, each)}</List.Item>
            ))}
          </List>
        )}
        {participant.may.chooseForm && <ChooseForm participant={participant} />}
        <Commands participant={participant} />
      </Section>
      {role === 'mentee' && <RequestsSection participant={participant} />}
      {role === 'mentor' && <MentorSections participant={participant} />}
      {participant.may.seeAnswers && <AnswersSection participant={participant} />}
      {participant.needsSupport !== undefined && <SupportSection participant={participant} />}
      <Facts participant={participant} />
      <HistorySection participant={participant} />
    </Page>
  );
}

function Facts({ participant }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const words = usePeopleWords();
  const language = useLanguage();
  return (
    <Stack gap={4}>
      <Text size="sm">{say('fact.since', { day: dayInFigures(participant.stateSince, language) })}</Text>
      {participant.form && (
        <Text size="sm">
          {say('fact.form')}: {participant.form.name}
        </Text>
      )}
      <Text size="sm">
        {say('fact.source')}: {say(`source.${participant.source}`)}
      </Text>
      {participant.nominatedBy && <Text size="sm">{say('fact.nominatedBy', { name: participant.nominatedBy })}</Text>}
      {participant.confirmedOn && (
        <Text size="sm">{say('fact.confirmed', { day: dayInFigures(participant.confirmedOn, language) })}</Text>
      )}
      {participant.otherCycles.length > 0 && (
        <Text size="sm" component="div">
          {say('fact.other')}:{' '}
          {participant.otherCycles.map((each) => (
            <TextLink key={each.id} to="/people/participants/$participantId" params={{ participantId: each.id }}>
              {each.cycle}, {words(`role.${each.role}`)}
            </TextLink>
          ))}
        </Text>
      )}
    </Stack>
  );
}

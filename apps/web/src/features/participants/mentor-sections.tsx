import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { MentorFolder } from '@nastavnik/contracts/mentors';
import type { Participant } from '@nastavnik/contracts/participants';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { DEFAULT_COMPETENCES } from '@nastavnik/domain/participants/competences';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { IconEdit } from '../../ui/icons.ts';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AchievementsSection } from './achievements-section.tsx';
import { CardForm } from './card-form.tsx';
import { CouncilSection } from './council-section.tsx';
import { mentorQuery } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';
import { type Recorded, RecordForm } from './record-form.tsx';

const NAMES = new Map(DEFAULT_COMPETENCES.map(({ id, name }) => [id, name]));

/** What a mentor brings: the card, what proves it, and what is needed before a pair. */
export function MentorSections({ participant }: { participant: Participant }) {
  const { data, error, refetch } = useQuery(mentorQuery(participant.person.id));
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <CardSection folder={data} />
      <AchievementsSection folder={data} />
      <CouncilSection folder={data} participant={participant} />
      <ReadySection folder={data} participant={participant} />
    </>
  );
}

function CardSection({ folder }: { folder: MentorFolder }) {
  const say = useParticipantsTexts();
  const [editing, setEditing] = useState(false);
  const { card } = folder;
  return (
    <Section
      title={say('mentor.title')}
      lead={say('mentor.lead')}
      actions={
        folder.may.editCard && (
          <Button variant="default" leftSection={<IconEdit size={18} aria-hidden />} onClick={() => setEditing(true)}>
            {say(folder.filled ? 'mentor.change' : 'mentor.edit')}
          </Button>
        )
      }
    >
      <div>
        {folder.filled ? (
          <StateBadge tone="done">{say('mentor.filled')}</StateBadge>
        ) : (
          <StateBadge tone="soon">
            {say('mentor.missing', { parts: folder.missing.map((part) => say(`mentor.part.${part}`)).join(', ') })}
          </StateBadge>
        )}
      </div>
      {card && (
        <Stack gap={4}>
          {card.competences.length > 0 && (
            <Text>
              {say('mentor.competences')}: {card.competences.map((id) => NAMES.get(id) ?? id).join(', ')}
            </Text>
          )}
          <Text>
            {say('mentor.capacity')}: {card.capacity}
          </Text>
          {card.places.length > 0 && (
            <Text>
              {say('mentor.places')}: {card.places.map((place) => say(`mentor.place.${place}`)).join(', ')}
            </Text>
          )}
        </Stack>
      )}
      <SidePanel opened={editing} title={say('mentor.title')} onClose={() => setEditing(false)}>
        {editing && <CardForm folder={folder} onDone={() => setEditing(false)} />}
      </SidePanel>
    </Section>
  );
}

function ReadySection({ folder, participant }: { folder: MentorFolder; participant: Participant }) {
  const say = useParticipantsTexts();
  const language = useLanguage();
  const [recording, setRecording] = useState<Recorded>();
  const day = (date: PlainDate) => dayInFigures(date, language);
  const { clearance } = folder;
  const training = folder.trainings[0];
  const buttons: {
    kind: Recorded;
    shown: boolean;
    word: 'ready.clearance.record' | 'ready.training.record' | 'ready.training.waive' | 'ready.interview.record';
  }[] = [
    { kind: 'interview', shown: participant.may.recordInterview, word: 'ready.interview.record' },
    { kind: 'clearance', shown: folder.may.recordClearance, word: 'ready.clearance.record' },
    { kind: 'training', shown: folder.may.recordTraining, word: 'ready.training.record' },
    { kind: 'waiver', shown: folder.may.waiveTraining, word: 'ready.training.waive' },
  ];
  return (
    <Section title={say('ready.title')}>
      <List>
        <List.Item>
          {say('ready.interview')}:{' '}
          {folder.interviews.length === 0
            ? say('ready.interview.none')
            : folder.interviews
                .map((each) => `${day(each.heldOn)}, ${each.interviewer}: ${say(`ready.interview.${each.outcome}`)}`)
                .join('; ')}
        </List.Item>
        <List.Item>
          {say('ready.clearance')}:{' '}
          {clearance === null
            ? say('ready.clearance.none')
            : clearance.passed
              ? say('ready.clearance.passed', { day: day(clearance.verifiedOn) })
              : say('ready.clearance.failed')}
        </List.Item>
        <List.Item>
          {say('ready.training')}:{' '}
          {training
            ? say('ready.training.until', { title: training.title, day: day(training.validUntil) })
            : say('ready.training.none')}
        </List.Item>
      </List>
      <Group gap="xs" className="no-print">
        {buttons
          .filter(({ shown }) => shown)
          .map(({ kind, word }) => (
            <Button key={kind} size="xs" variant="default" onClick={() => setRecording(kind)}>
              {say(word)}
            </Button>
          ))}
      </Group>
      {recording && (
        <RecordForm
          kind={recording}
          personId={folder.personId}
          participantId={participant.id}
          onClose={() => setRecording(undefined)}
        />
      )}
    </Section>
  );
}

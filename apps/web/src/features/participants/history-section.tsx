import { Text, Timeline } from '@mantine/core';
import type { Participant } from '@nastavnik/contracts/participants';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Section } from '../../ui/section.tsx';
import { useParticipantsTexts } from './participants-texts.ts';

/** Who did what when, newest first. */
export function HistorySection({ participant }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const language = useLanguage();
  return (
    <Section title={say('history.title')}>
      <Timeline bulletSize={14} lineWidth={2}>
        {participant.history.toReversed().map((line, place) => (
          <Timeline.Item key={participant.history.length - place} title={say(`history.${line.command}`)}>
            <Text size="sm" c="dimmed">
              {say('history.by', { day: dayInFigures(line.onDay, language), name: line.actor })}
            </Text>
            {line.reason && <Text size="sm">{line.reason}</Text>}
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  );
}

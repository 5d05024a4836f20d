import { Text, Timeline } from '@mantine/core';
import type { Participant } from '@nastavnik/contracts/participants';
import { dayInFigures } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Section } from '../../ui/section.tsx';
import { useParticipantsTexts } from './participants-texts.ts';

type Command = Participant['history'][number]['command'];

const WORDS = {
  nominate: 'history.nominate',
  carryOver: 'history.carryOver',
  wait: 'history.wait',
  assign: 'history.assign',
  activate: 'history.activate',
  complete: 'history.complete',
  invite: 'command.invite',
  requestConsents: 'command.requestConsents',
  enterBank: 'command.enterBank',
  select: 'command.select',
  reject: 'command.reject',
  suspend: 'command.suspend',
  resume: 'command.resume',
  confirmYear: 'command.confirmYear',
  refuse: 'command.refuse',
  withdraw: 'command.withdraw',
  exclude: 'command.exclude',
} as const satisfies Record<Command, string>;

/** Who did what when, newest first. */
export function HistorySection({ participant }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const language = useLanguage();
  return (
    <Section title={say('history.title')}>
      <Timeline bulletSize={14} lineWidth={2}>
        {participant.history.toReversed().map((line) => (
          <Timeline.Item key={line.at} title={say(WORDS[line.command])}>
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

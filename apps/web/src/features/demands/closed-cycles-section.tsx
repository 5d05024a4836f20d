import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import type { ClosedCycle } from '@nastavnik/contracts/erasure';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInFigures, momentInWords } from '../../lib/dates/dates.ts';
import { useRefusalTexts } from '../../lib/refusals/refusals.ts';
import { useLanguage } from '../../lib/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/loading.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { closedCyclesQuery, useDepersonalise } from './demands.api.ts';
import classes from './demands.module.css';
import { useDemandsTexts } from './demands-texts.ts';

/** RULE-39: periods that are over, and those that live on as numbers. */
export function ClosedCyclesSection() {
  const say = useDemandsTexts();
  const { data, error, refetch } = useQuery(closedCyclesQuery);
  return (
    <Section title={say('cycles')} lead={say('cyclesLead')}>
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {data?.cycles.length === 0 && <Text>{say('cyclesEmpty')}</Text>}
      {data && data.cycles.length > 0 && (
        <ul className={classes['list']}>
          {data.cycles.map((cycle) => (
            <CycleRow key={cycle.id} cycle={cycle} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function CycleRow({ cycle }: { cycle: ClosedCycle }) {
  const say = useDemandsTexts();
  const refusal = useRefusalTexts();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  return (
    <li className={classes['row']}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{cycle.title}</Text>
          <Text size="sm" c="dimmed">
            {say('cycleEnded', { day: dayInFigures(cycle.endedOn as PlainDate, language) })},{' '}
            {say('cyclePeople', { count: cycle.people })}
          </Text>
          {cycle.done && (
            <Text size="sm">
              {say('cycleDone', { moment: momentInWords(cycle.done.at, language), by: cycle.done.by })}
            </Text>
          )}
          {cycle.hindrance && isRefusalCode(cycle.hindrance) && <Text size="sm">{refusal(cycle.hindrance)}</Text>}
        </div>
        {cycle.done && <StateBadge tone="done">{say('cycleNumbers')}</StateBadge>}
        {cycle.may.depersonalise && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {say('cycleOpen')}
          </Button>
        )}
      </Group>
      {asking && <DepersonaliseDialog cycle={cycle} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** What will happen, in figures, and a second look: the title is typed by hand. */
function DepersonaliseDialog({ cycle, onClose }: { cycle: ClosedCycle; onClose: () => void }) {
  const say = useDemandsTexts();
  const [title, setTitle] = useState('');
  const run = useDepersonalise(cycle.id);
  return (
    <Dialog opened onClose={onClose} title={say('cycleAsk', { title: cycle.title })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run.mutate(title.trim(), {
            onSuccess: ({ number }) => {
              toldAbout(say('cycleSaid', { number }));
              onClose();
            },
          });
        }}
      >
        <Stack gap="md">
          <List>
            <List.Item>{say('cycleGoPeople', { count: cycle.people })}</List.Item>
            <List.Item>{say('cycleGoTexts', { count: cycle.texts })}</List.Item>
            <List.Item>{say('cycleStays')}</List.Item>
            <List.Item>{say('cycleOthers')}</List.Item>
          </List>
          <Text fw={600}>{say('cycleForGood')}</Text>
          <TextInput
            label={say('cycleType', { title: cycle.title })}
            required
            maxLength={200}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <RefusalMessage error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {say('cycleBack')}
            </Button>
            <Button type="submit" color="red.8" loading={run.isPending} disabled={title.trim() !== cycle.title.trim()}>
              {say('cycleGo')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

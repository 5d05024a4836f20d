import { Anchor, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { momentInWords, untilDay } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { type Erasures, erasuresQuery, useCancelErasure, useRunErasures } from './demands.api.ts';
import classes from './demands.module.css';
import { useDemandsTexts } from './demands-texts.ts';
import { TermBadge } from './term-badge.tsx';

/** RULE-16, RULE-38: what is destroyed and when; the acts of what has been. */
export function ErasuresSection() {
  const say = useDemandsTexts();
  const { data, error, refetch } = useQuery(erasuresQuery);
  return (
    <>
      <Section title={say('erasures')} lead={say('erasuresLead')}>
        {error && <RefusalMessage error={error} again={() => void refetch()} />}
        {!data && !error && <Loading lines={2} />}
        {data?.planned.length === 0 && <Text component="output">{say('erasuresEmpty')}</Text>}
        {data && data.planned.length > 0 && <Planned erasures={data} />}
      </Section>
      {data && data.runs.length > 0 && <Runs runs={data.runs} />}
    </>
  );
}

function Planned({ erasures }: { erasures: Erasures }) {
  const say = useDemandsTexts();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const run = useRunErasures();
  const names = erasures.planned.filter(({ id }) => chosen.includes(id)).map(({ person }) => person.name);
  return (
    <Stack gap="md">
      <ul className={classes['list']}>
        {erasures.planned.map((each) => (
          <PlannedRow
            key={each.id}
            erasure={each}
            chosen={chosen.includes(each.id)}
            onChosen={(on) => setChosen(on ? [...chosen, each.id] : chosen.filter((id) => id !== each.id))}
          />
        ))}
      </ul>
      {erasures.may.run && (
        <Button w="fit-content" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          {say('run', { count: chosen.length })}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title={say('runAsk')}
        action={say('runGo')}
        busy={run.isPending}
        error={run.error}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          run.mutate(chosen, {
            onSuccess: ({ run: done }) => {
              setAsking(false);
              setChosen([]);
              if (done) toldAbout(say('runDone', { number: done.number }));
            },
          })
        }
      >
        {say('runText', { names: names.join(', ') })}
      </ConfirmDialog>
    </Stack>
  );
}

type PlannedRowProps = {
  erasure: Erasures['planned'][number];
  chosen: boolean;
  onChosen: (on: boolean) => void;
};

function PlannedRow({ erasure, chosen, onChosen }: PlannedRowProps) {
  const say = useDemandsTexts();
  const [cancelling, setCancelling] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = useCancelErasure(erasure.id);
  return (
    <li className={classes['row']}>
      <Group justify="space-between" gap="xs">
        {erasure.may.run ? (
          <Checkbox
            label={erasure.person.name}
            description={say(`ground.${erasure.ground}`)}
            checked={chosen}
            onChange={(event) => onChosen(event.currentTarget.checked)}
          />
        ) : (
          <div>
            <Text>
              <PersonName name={erasure.person.name} />
            </Text>
            <Text size="sm" c="dimmed">
              {say(`ground.${erasure.ground}`)}
            </Text>
          </div>
        )}
        <TermBadge dueOn={erasure.dueOn} />
      </Group>
      {erasure.heldBy && <Text size="sm">{say('held')}</Text>}
      {erasure.may.cancel && (
        <Button
          size="xs"
          variant="subtle"
          w="fit-content"
          aria-expanded={cancelling}
          onClick={() => setCancelling(!cancelling)}
        >
          {say('cancel')}
        </Button>
      )}
      {cancelling && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            cancel.mutate(reason.trim(), { onSuccess: () => toldAbout(say('cancelDone')) });
          }}
        >
          <Stack gap="sm">
            <TextInput
              label={say('cancelReason')}
              required
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <RefusalMessage error={cancel.error} />
            <Button type="submit" w="fit-content" loading={cancel.isPending} disabled={reason.trim() === ''}>
              {say('cancelGo')}
            </Button>
          </Stack>
        </form>
      )}
    </li>
  );
}

function Runs({ runs }: { runs: Erasures['runs'] }) {
  const say = useDemandsTexts();
  const language = useLanguage();
  const today = useToday();
  return (
    <Section title={say('runs')} lead={say('runsLead')}>
      <ul className={classes['list']}>
        {runs.map((each) => (
          <li key={each.id} className={classes['row']}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text fw={600}>{say('act', { number: each.number, count: each.subjects })}</Text>
                <Text size="sm" c="dimmed">
                  {momentInWords(each.ranAt, language)}, {each.ranBy};{' '}
                  {say('keep', { until: untilDay(each.keepUntil as PlainDate, today, language) })}
                </Text>
              </div>
              <Group gap="md">
                <Anchor href={`/api/v1/destruction-runs/${each.id}/act`}>{say('actFile')}</Anchor>
                <Anchor href={`/api/v1/destruction-runs/${each.id}/log`}>{say('logFile')}</Anchor>
              </Group>
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { dayInWords, untilDay } from '../../lib/dates/dates.ts';
import { useToday } from '../../lib/session.ts';
import { useLanguage } from '../../lib/texts.ts';
import { PersonName } from '../../ui/person-name.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { type Demand, useAnswer, useExtend } from './demands.api.ts';
import classes from './demands.module.css';
import { useDemandsTexts } from './demands-texts.ts';
import { TermBadge } from './term-badge.tsx';

/** One demand: who asked what, by when it is answered, and the answer. */
export function DemandRow({ demand }: { demand: Demand }) {
  const say = useDemandsTexts();
  const language = useLanguage();
  const today = useToday();
  const [doing, setDoing] = useState<'answer' | 'extend'>();
  return (
    <li className={classes['row']}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>
            {say(`kind.${demand.kind}`)}: <PersonName name={demand.person.name} />
          </Text>
          <Text size="sm" c="dimmed">
            {say('received', { day: dayInWords(demand.receivedOn as PlainDate, today, language) })}
            {demand.askedBy ? `, ${demand.askedBy}` : ''}
          </Text>
        </div>
        <TermBadge dueOn={demand.dueOn} doneOn={demand.doneOn} />
      </Group>
      {demand.text && <Text>{demand.text}</Text>}
      {demand.extendedReason && <Text size="sm">{say('extended', { reason: demand.extendedReason })}</Text>}
      {demand.answer && <Text size="sm">{say('answered', { answer: demand.answer })}</Text>}
      <Group gap="xs">
        {demand.may.answer && (
          <Button
            size="xs"
            aria-expanded={doing === 'answer'}
            onClick={() => setDoing(doing === 'answer' ? undefined : 'answer')}
          >
            {say('answer')}
          </Button>
        )}
        {demand.may.extend && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={doing === 'extend'}
            onClick={() => setDoing(doing === 'extend' ? undefined : 'extend')}
          >
            {say('extend')}
          </Button>
        )}
        <Anchor size="sm" href={`/api/v1/demands/${demand.id}/receipt?format=pdf`}>
          {say('receipt')}
        </Anchor>
      </Group>
      {doing === 'answer' && <AnswerForm demand={demand} onDone={() => setDoing(undefined)} />}
      {doing === 'extend' && (
        <ExtendForm
          demand={demand}
          onDone={(dueOn) => {
            setDoing(undefined);
            toldAbout(say('extendDone', { until: untilDay(dueOn as PlainDate, today, language) }));
          }}
        />
      )}
    </li>
  );
}

function AnswerForm({ demand, onDone }: { demand: Demand; onDone: () => void }) {
  const say = useDemandsTexts();
  const [text, setText] = useState('');
  const save = useAnswer(demand.id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(text.trim(), {
          onSuccess: () => {
            toldAbout(say('answerDone'));
            onDone();
          },
        });
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={say('answerText')}
          description={say(`do.${demand.kind}`)}
          required
          autosize
          minRows={3}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <RefusalMessage error={save.error} />
        <Button type="submit" w="fit-content" loading={save.isPending} disabled={text.trim() === ''}>
          {say('answerGo')}
        </Button>
      </Stack>
    </form>
  );
}

function ExtendForm({ demand, onDone }: { demand: Demand; onDone: (dueOn: string) => void }) {
  const say = useDemandsTexts();
  const [reason, setReason] = useState('');
  const save = useExtend(demand.id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(reason.trim(), { onSuccess: ({ dueOn }) => onDone(dueOn) });
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={say('extendReason')}
          description={say('extendHint')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalMessage error={save.error} />
        <Button type="submit" w="fit-content" loading={save.isPending} disabled={reason.trim() === ''}>
          {say('extendGo')}
        </Button>
      </Stack>
    </form>
  );
}

import { Button, Group, Text } from '@mantine/core';
import type { Occurrence, Roadmap } from '@nastavnik/contracts/roadmaps';
import { useState } from 'react';
import { dayInWords, spanInWords } from '../../../lib/dates/dates.ts';
import { useToday } from '../../../lib/session.ts';
import { useLanguage } from '../../../lib/texts.ts';
import { IconCalendar, IconCheck, IconClip, IconPlay, IconUndo } from '../../../ui/icons.ts';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { useItemCommand } from '../roadmap.api.ts';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceList } from './evidence-list.tsx';
import classes from './item-panel.module.css';
import { PostponeForm } from './postpone-form.tsx';
import { ReasonForm } from './reason-form.tsx';
import { ReportForm } from './report-form.tsx';
import { capital, occurrenceInWords } from './state-words.ts';

type Asked = 'report' | 'postpone' | 'sendBack' | 'reopen' | 'evidence';
type OccurrenceCardProps = { plan: Roadmap; occurrence: Occurrence };

/** One term of an item: how it stands, what proves it, what can be done now. */
export function OccurrenceCard({ plan, occurrence }: OccurrenceCardProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const language = useLanguage();
  const command = useItemCommand(plan.id);
  const [asked, setAsked] = useState<Asked>();
  const { tone, words } = occurrenceInWords(occurrence, { today, language, say });
  const { may } = occurrence;
  const path = `/occurrences/${occurrence.id}`;
  const close = () => {
    command.reset();
    setAsked(undefined);
  };
  const ask = (what: Asked) => {
    command.reset();
    setAsked(asked === what ? undefined : what);
  };
  const done = { onSuccess: () => setAsked(undefined) };
  const moved = occurrence.originalDue && occurrence.due && occurrence.originalDue !== occurrence.due;
  const form = { busy: command.isPending, error: command.error, onClose: close };
  const when = spanInWords({ start: occurrence.start, end: occurrence.due }, today, language);
  return (
    <article className={classes['occurrence']} aria-label={when || say(`kind.${occurrence.kind}`)}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <div className={classes['when']}>{when ? capital(when) : say(`kind.${occurrence.kind}`)}</div>
          {moved && occurrence.originalDue && (
            <Text size="sm" c="dimmed">
              {say('occurrence.moved', { day: dayInWords(occurrence.originalDue, today, language) })}
            </Text>
          )}
        </div>
        <StateBadge tone={tone}>{words}</StateBadge>
      </Group>
      {(occurrence.reportedBy || occurrence.note) && (
        <Text size="sm">
          {occurrence.reportedBy &&
            say('occurrence.reportedBy', {
              who: occurrence.reportedBy,
              day: occurrence.doneOn ? dayInWords(occurrence.doneOn, today, language) : '',
            })}
          {occurrence.confirmedBy && `, ${say('occurrence.confirmedBy', { who: occurrence.confirmedBy })}`}
          {occurrence.note && ` «${occurrence.note}»`}
        </Text>
      )}
      <EvidenceList plan={plan} occurrence={occurrence} />
      <Group gap="xs">
        {may.confirm && (
          <Button
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={command.isPending && asked === undefined}
            onClick={() => command.mutate({ path: `${path}/confirm` })}
          >
            {say('confirm')}
          </Button>
        )}
        {may.sendBack && (
          <Button variant="default" aria-expanded={asked === 'sendBack'} onClick={() => ask('sendBack')}>
            {say('sendBack')}
          </Button>
        )}
        {may.reportDone && (
          <Button
            leftSection={<IconCheck size={18} aria-hidden />}
            aria-expanded={asked === 'report'}
            onClick={() => ask('report')}
          >
            {say('report')}
          </Button>
        )}
        {may.start && (
          <Button
            variant="default"
            leftSection={<IconPlay size={18} aria-hidden />}
            onClick={() => command.mutate({ path: `${path}/start` })}
          >
            {say('start')}
          </Button>
        )}
        {may.addEvidence && (
          <Button
            variant="default"
            leftSection={<IconClip size={18} aria-hidden />}
            aria-expanded={asked === 'evidence'}
            onClick={() => ask('evidence')}
          >
            {say('evidence.add')}
          </Button>
        )}
        {may.postpone && (
          <Button
            variant="default"
            leftSection={<IconCalendar size={18} aria-hidden />}
            aria-expanded={asked === 'postpone'}
            onClick={() => ask('postpone')}
          >
            {say('postpone')}
          </Button>
        )}
        {may.reopen && (
          <Button
            variant="default"
            leftSection={<IconUndo size={18} aria-hidden />}
            aria-expanded={asked === 'reopen'}
            onClick={() => ask('reopen')}
          >
            {say('reopen')}
          </Button>
        )}
      </Group>
      {asked === undefined && <RefusalMessage error={command.error} />}
      {asked === 'evidence' && <EvidenceForm plan={plan} occurrence={occurrence} onClose={close} />}
      {asked === 'report' && (
        <ReportForm
          {...form}
          occurrence={occurrence}
          onEvidence={() => ask('evidence')}
          onSend={(body) => command.mutate({ path: `${path}/report-done`, body }, done)}
        />
      )}
      {asked === 'postpone' && (
        <PostponeForm
          {...form}
          occurrence={occurrence}
          cycleEnd={plan.cycle.end}
          onSend={(body) => command.mutate({ path: `${path}/postpone`, body }, done)}
        />
      )}
      {asked === 'sendBack' && (
        <ReasonForm
          {...form}
          label={say('sendBack.comment')}
          action={say('sendBack.do')}
          onSend={(comment) => command.mutate({ path: `${path}/send-back`, body: { comment } }, done)}
        />
      )}
      {asked === 'reopen' && (
        <ReasonForm
          {...form}
          label={say('reopen.reason')}
          action={say('reopen.do')}
          onSend={(reason) => command.mutate({ path: `${path}/reopen`, body: { reason } }, done)}
        />
      )}
    </article>
  );
}

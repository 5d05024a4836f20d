import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { Participant, ParticipantCommandBody } from '@nastavnik/contracts/participants';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { REJECTION_REASONS, SUSPENSION_REASONS } from '@nastavnik/domain/participants/participant-context';
import { useState } from 'react';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { InformationSheetButton } from '../../ui/information-sheet.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { SpecialWarning } from '../../ui/special-warning.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { NotIssued } from './not-issued.tsx';
import { useCommand, useIssueAsked } from './participants.api.ts';
import { useParticipantsTexts } from './participants-texts.ts';

const PLAIN = ['invite', 'requestConsents', 'enterBank', 'select', 'unselect', 'resume', 'confirmYear'] as const;
const WITH_WORDS = ['reject', 'suspend', 'refuse', 'withdraw', 'exclude'] as const;
type WithWords = (typeof WITH_WORDS)[number];

/** The steps that this person may take now; what needs a reason or an order asks for it first. */
export function Commands({ participant }: { participant: Participant }) {
  const say = useParticipantsTexts();
  const command = useCommand(participant.id);
  const issue = useIssueAsked();
  const [asking, setAsking] = useState<WithWords>();
  const give = (body: ParticipantCommandBody, evenSo = false) =>
    command.mutate(
      { version: participant.version, command: body, evenSo },
      {
        onSuccess: () => {
          setAsking(undefined);
          if (body.command !== 'requestConsents') return toldAbout(say('command.done'));
          issue.mutate(participant.person.id, {
            onSuccess: ({ issued }) => toldAbout(say('asked.issued', { count: issued.length })),
          });
        },
      },
    );
  // The bank refuses while a consent lacks, and the list above the buttons says which.
  const waitsForConsent = participant.lacking.some(({ code }) => code.startsWith('consent.'));
  const open = PLAIN.filter((each) => participant.may[each]);
  return (
    <Stack gap="sm" align="flex-start">
      <Group gap="xs" className="no-print">
        {open.map((each, place) => (
          <Button
            key={each}
            variant={place === 0 && !(each === 'enterBank' && waitsForConsent) ? 'filled' : 'default'}
            loading={command.isPending && command.variables.command.command === each}
            onClick={() => give({ command: each })}
          >
            {say(`command.${each}`)}
          </Button>
        ))}
        <InformationSheetButton participantId={participant.id} />
        {WITH_WORDS.filter((each) => participant.may[each]).map((each) => (
          <Button key={each} variant="default" onClick={() => setAsking(each)}>
            {say(`command.${each}`)}
          </Button>
        ))}
      </Group>
      {!asking && <RefusalMessage error={command.error ?? issue.error} />}
      {issue.data && <NotIssued skipped={issue.data.skipped} />}
      {asking && (
        <Dialog opened title={say(`command.${asking}`)} onClose={() => setAsking(undefined)}>
          <Asked command={asking} busy={command.isPending} error={command.error} onGive={give} />
        </Dialog>
      )}
    </Stack>
  );
}

type AskedProps = {
  command: WithWords;
  busy: boolean;
  error: unknown;
  onGive: (body: ParticipantCommandBody, evenSo: boolean) => void;
};

function Asked({ command, busy, error, onGive }: AskedProps) {
  const say = useParticipantsTexts();
  const [text, setText] = useState('');
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<PlainDate | null>(null);
  const reasons: readonly string[] = command === 'reject' ? REJECTION_REASONS : SUSPENSION_REASONS;
  const [reason, setReason] = useState(reasons[0] ?? '');
  const body = (): ParticipantCommandBody | undefined => {
    switch (command) {
      case 'reject': {
        const found = REJECTION_REASONS.find((each) => each === reason);
        return found && { command, reason: found };
      }
      case 'suspend': {
        const found = SUSPENSION_REASONS.find((each) => each === reason);
        return found && day ? { command, reason: found, until: day } : undefined;
      }
      case 'exclude':
        return number && day && text ? { command, orderNumber: number, orderDate: day, ground: text } : undefined;
      default:
        return text ? { command, statement: text } : { command };
    }
  };
  const ready = body();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onGive(ready, false);
      }}
    >
      <Stack gap="md">
        {(command === 'reject' || command === 'suspend') && (
          <NativeSelect
            label={say('give.reason')}
            value={reason}
            data={(command === 'reject' ? REJECTION_REASONS : SUSPENSION_REASONS).map((each) => ({
              value: each,
              label: say(`reason.${each}`),
            }))}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {command === 'suspend' && <DateField label={say('give.until')} required value={day} onChange={setDay} />}
        {(command === 'refuse' || command === 'withdraw') && (
          <TextInput
            label={say('give.statement')}
            description={say('give.statementHint')}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {command === 'exclude' && (
          <>
            <TextInput
              label={say('give.order')}
              required
              maxLength={50}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
            <DateField label={say('give.orderDate')} required value={day} onChange={setDay} />
            <TextInput
              label={say('give.ground')}
              required
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </>
        )}
        <SpecialWarning error={error} onEvenSo={() => ready && onGive(ready, true)} />
        <Button type="submit" loading={busy} disabled={!ready}>
          {say(`command.${command}`)}
        </Button>
      </Stack>
    </form>
  );
}

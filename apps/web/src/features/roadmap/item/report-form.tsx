import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import type { Occurrence } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { useToday } from '../../../lib/session.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { RefusalMessage } from '../../../ui/refusal-message.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';

type ReportFormProps = {
  occurrence: Occurrence;
  busy: boolean;
  error: unknown;
  onEvidence: () => void;
  onSend: (body: { doneOn: PlainDate; note: string | null }) => void;
  onClose: () => void;
};

/** «Выполнено»: the day and a word about it. Without a proof it is said at once what is missing. */
export function ReportForm({ occurrence, busy, error, onEvidence, onSend, onClose }: ReportFormProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const [doneOn, setDoneOn] = useState<PlainDate | null>(today);
  const [note, setNote] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (doneOn) onSend({ doneOn, note: note.trim() || null });
      }}
    >
      <Stack gap="sm">
        {occurrence.evidence.length === 0 && (
          <Alert variant="light" p="xs">
            <Group gap="xs">
              {say('report.needsEvidence')}
              <Button size="compact-sm" variant="default" onClick={onEvidence}>
                {say('evidence.add')}
              </Button>
            </Group>
          </Alert>
        )}
        <DateField label={say('report.day')} required value={doneOn} onChange={setDoneOn} max={today} />
        <Textarea
          label={say('report.note')}
          minRows={1}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <RefusalMessage error={error} />
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={!doneOn}>
            {say('report.do')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('edit.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Text } from '@mantine/core';
import type { Occurrence } from '@nastavnik/contracts/roadmaps';
import { addDays, type PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { useState } from 'react';
import { useToday } from '../../../lib/session.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { useRoadmapTexts } from '../roadmap-texts.ts';
import { ReasonForm } from './reason-form.tsx';

type PostponeFormProps = {
  occurrence: Occurrence;
  cycleEnd: PlainDate;
  busy: boolean;
  error: unknown;
  onSend: (body: { newDue: PlainDate; reason: string }) => void;
  onClose: () => void;
};

/** A new term with its reason; beyond the cycle's end only the director moves it. */
export function PostponeForm({ occurrence, cycleEnd, busy, error, onSend, onClose }: PostponeFormProps) {
  const say = useRoadmapTexts();
  const today = useToday();
  const later = occurrence.due && occurrence.due > today ? occurrence.due : today;
  const [newDue, setNewDue] = useState<PlainDate | null>(addDays(later, 7));
  return (
    <ReasonForm
      label={say('postpone.reason')}
      action={say('postpone.do')}
      busy={busy}
      error={error}
      onSend={(reason) => newDue && onSend({ newDue, reason })}
      onClose={onClose}
    >
      <DateField label={say('postpone.day')} required value={newDue} onChange={setNewDue} min={today} />
      {newDue && newDue > cycleEnd && <Text size="sm">{say('postpone.beyond')}</Text>}
    </ReasonForm>
  );
}

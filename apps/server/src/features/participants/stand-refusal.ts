import type { RefusalCode } from '@nastavnik/contracts/refusals';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { mayStand } from '@nastavnik/domain/participants/may-stand';
import type { MentoringForm, StandReason } from '@nastavnik/domain/participants/mentoring-form';
import type { ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import { age } from '@nastavnik/domain/people/age';
import type { PersonSummary } from './person-summary.queries.ts';

/** Why the person may not stand in this form, or `undefined`. Before a consent the birth date need not be known. */
export function standRefusal(
  form: MentoringForm,
  role: ParticipantRole,
  person: PersonSummary,
  today: PlainDate,
): Extract<RefusalCode, StandReason> | undefined {
  const standings = person.standing === 'other' ? [] : [person.standing];
  const years = person.birthDate ? age(person.birthDate, today) : null;
  const reasons = mayStand(form, role, { standings, isTeacher: person.isTeacher, age: years });
  return reasons.find((reason) => reason !== 'stand.age-unknown');
}

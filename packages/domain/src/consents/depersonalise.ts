import type { PlainDate } from '../calendar/plain-date.ts';
import { age } from '../people/age.ts';

export type CyclePerson = { readonly personId: string; readonly birthDate: PlainDate | null };

/** What is left of a person in a closed cycle (RULE-39). */
export type CodedPerson = {
  readonly personId: string;
  /** «У-007». */
  readonly code: string;
  /** Full years on the cut-off day of the cycle's report; null where the birth date was not known. */
  readonly age: number | null;
};

export type DepersonaliseRefusal =
  | 'cycle.not-closed'
  | 'cycle.report-not-accepted'
  | 'cycle.units-open'
  | 'cycle.texts-unread';

/** What must be over before a cycle can lose its persons: after it nobody can be asked anything. */
export function mayDepersonalise(cycle: {
  readonly closed: boolean;
  readonly reportAccepted: boolean;
  readonly openUnits: number;
  /** Free texts nobody has looked through: a name in them would live on. */
  readonly unreadTexts: number;
}): DepersonaliseRefusal | undefined {
  if (!cycle.closed) return 'cycle.not-closed';
  if (!cycle.reportAccepted) return 'cycle.report-not-accepted';
  if (cycle.openUnits > 0) return 'cycle.units-open';
  return cycle.unreadTexts > 0 ? 'cycle.texts-unread' : undefined;
}

/**
 * Codes in the order given. The caller shuffles: an order by name or by entry would give the names back.
 * @param shuffled each person once, in a random order
 * @param on       cut-off day of the report, so that its age groups come out the same afterwards
 */
export function codedPeople(shuffled: readonly CyclePerson[], on: PlainDate): readonly CodedPerson[] {
  const width = Math.max(3, String(shuffled.length).length);
  return shuffled.map(({ personId, birthDate }, at) => ({
    personId,
    code: `У-${String(at + 1).padStart(width, '0')}`,
    age: birthDate === null ? null : age(birthDate, on),
  }));
}

import type { ParticipantPerson } from './participant-context.ts';
import { BEFORE_CONSENT_STATES, type ParticipantState } from './participant-states.ts';

/**
 * RULE-03: all that a nominee's card holds before a consent. `needsSupport` is the neutral tag of B2: yes or no, without
 * a reason, seen by few. `adultContact` exists for adults only: a minor is reached through the school.
 */
export const FIELDS_BEFORE_CONSENT = [
  'familyName',
  'givenName',
  'patronymic',
  'className',
  'post',
  'role',
  'form',
  'needsSupport',
  'adultContact',
] as const;
export type FieldBeforeConsent = (typeof FIELDS_BEFORE_CONSENT)[number];

/** The fields that this person may have before consent. */
export function fieldsBeforeConsent({ hasRepresentative }: ParticipantPerson): readonly FieldBeforeConsent[] {
  return FIELDS_BEFORE_CONSENT.filter((field) => field !== 'adultContact' || !hasRepresentative);
}

/**
 * Which of the given fields the server refuses (422) while the person is only nominated: everything not listed above. A
 * field that is given empty is given too: its presence is the mistake.
 */
export function refusedBeforeConsent(given: readonly string[], person: ParticipantPerson): readonly string[] {
  const allowed: readonly string[] = fieldsBeforeConsent(person);
  return given.filter((field) => !allowed.includes(field));
}

/** Nothing but the fields above may be held in this state. `null`: nominated nowhere yet. */
export function isBeforeConsent(state: ParticipantState | null): boolean {
  return state === null || (BEFORE_CONSENT_STATES as readonly ParticipantState[]).includes(state);
}

/** LIFECYCLE 4.3: one record per person × role × cycle. */
export const PARTICIPANT_ROLES = ['mentee', 'mentor'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export const PARTICIPANT_STATES = [
  'nominated',
  'invited',
  'consentPending',
  'inBank',
  'selected',
  'assigned',
  'active',
  'completed',
  'waiting',
  'refused',
  'rejected',
  'withdrawn',
  'suspended',
  'excluded',
] as const;
export type ParticipantState = (typeof PARTICIPANT_STATES)[number];

/** The person stands in the bank: IND-05 counts them, G-PD must hold. */
export const IN_BANK_STATES = ['inBank', 'selected', 'waiting', 'assigned', 'active', 'suspended'] as const;

/** Nothing is collected yet but the fields of RULE-03. */
export const BEFORE_CONSENT_STATES = ['nominated', 'invited', 'consentPending'] as const;

/** The record has ended and takes no command. */
export const ENDED_STATES = ['completed', 'refused', 'rejected', 'withdrawn', 'excluded'] as const;

export function isInBank(state: ParticipantState): boolean {
  return (IN_BANK_STATES as readonly ParticipantState[]).includes(state);
}

export function hasEnded(state: ParticipantState): boolean {
  return (ENDED_STATES as readonly ParticipantState[]).includes(state);
}

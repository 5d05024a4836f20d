import { hasEnded, type ParticipantState } from '../participants/participant-states.ts';
import type { ParticipationOfYear, PlannedParticipation, PupilFate } from './roll-over-plan.ts';

/**
 * What becomes of a participation when the cycle ends (B5: the bank is confirmed again each year). A new record stands
 * in the new bank only where the consents hold there too; otherwise it waits for them. An open pair is decided first
 * (4.15). Used for pupils, and with the fate `movesUp` for employees and partners.
 */
export function carryOver({ id, state, consentHolds }: ParticipationOfYear, fate: PupilFate): PlannedParticipation {
  const none = { participationId: id, newState: null, needsConfirmation: false } as const;
  if (hasEnded(state)) return { ...none, outcome: 'notCarried' };
  if (isInUnit(state)) return { ...none, outcome: 'unitFirst' };
  if (fate === 'leaves') return { ...none, outcome: 'ends' };
  if (state === 'nominated' || state === 'invited') {
    return { participationId: id, outcome: 'carriedOver', newState: state, needsConfirmation: false };
  }
  return state === 'consentPending' || !consentHolds
    ? { participationId: id, outcome: 'carriedOver', newState: 'consentPending', needsConfirmation: true }
    : { participationId: id, outcome: 'carriedOver', newState: 'inBank', needsConfirmation: true };
}

function isInUnit(state: ParticipantState): boolean {
  return state === 'assigned' || state === 'active' || state === 'suspended';
}

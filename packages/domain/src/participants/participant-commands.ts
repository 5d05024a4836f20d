import { addDays, daysBetween } from '../calendar/plain-date.ts';
import { mayCommand } from './participant-asker.ts';
import type {
  ParticipantCommand,
  ParticipantContext,
  ParticipantDecision,
  ParticipantEffect,
  ParticipantFacts,
  ParticipantRefusal,
} from './participant-context.ts';
import type { ParticipantState } from './participant-states.ts';

/** LIFECYCLE 4.3: from which states the table knows a command. `withdraw` is «any», that is any that has not ended. */
const FROM: Record<ParticipantCommand, readonly ParticipantState[]> = {
  nominate: [],
  invite: ['nominated'],
  requestConsents: ['invited'],
  refuse: ['invited', 'consentPending'],
  enterBank: ['consentPending'],
  select: ['inBank'],
  reject: ['inBank'],
  wait: ['inBank', 'selected'],
  assign: ['selected', 'inBank', 'waiting'],
  activate: ['assigned'],
  suspend: ['active'],
  resume: ['suspended'],
  withdraw: [
    'nominated',
    'invited',
    'consentPending',
    'inBank',
    'selected',
    'waiting',
    'assigned',
    'active',
    'suspended',
  ],
  exclude: ['active'],
  complete: ['active'],
};

/** RULE-16: what was written of a nominee who refuses goes within thirty days. */
const NOMINEE_DAYS = 30;
const SUSPENSION_DAYS = 60;

/** Does the table know the command in this state? Askers and guards are asked apart. */
export function knowsCommand(state: ParticipantState, command: ParticipantCommand): boolean {
  return FROM[command].includes(state);
}

/**
 * LIFECYCLE 4.3: what becomes of the participant, or the code of the refusal. `null` is a person without a record in
 * this role and cycle: only `nominate` knows them. The asker is judged before the state, so that a refusal tells nobody
 * what they may not know.
 */
export function decideParticipant(
  participant: ParticipantFacts | null,
  command: ParticipantCommand,
  context: ParticipantContext,
): ParticipantDecision | ParticipantRefusal {
  const role = participant?.role ?? context.given.role;
  if (role === undefined) return 'participant.role-missing';
  const refused = mayCommand(command, context, role);
  if (refused !== undefined) return refused;
  if (participant === null) return command === 'nominate' ? nominated(role) : 'participant.state';
  if (command === 'nominate') return 'participant.exists';
  if (!knowsCommand(participant.state, command)) return 'participant.state';
  return guardRefusal(participant, command, context) ?? moved(participant, command, context);
}

function nominated(role: ParticipantFacts['role']): ParticipantDecision {
  return { participant: { role, state: 'nominated', selectedOn: null, suspendedUntil: null }, effects: [] };
}

/** Commands after which somebody is worked with: consent must hold at that moment, not only when the bank was entered. */
const WORKED_WITH: readonly ParticipantCommand[] = ['enterBank', 'select', 'wait', 'assign', 'activate', 'resume'];

function guardRefusal(
  participant: ParticipantFacts,
  command: ParticipantCommand,
  { guards, given, today, suspensionDays = SUSPENSION_DAYS }: ParticipantContext,
): ParticipantRefusal | undefined {
  const isMentor = participant.role === 'mentor';
  if ((command === 'select' || command === 'reject') && !isMentor) return 'participant.mentors-only';
  if (WORKED_WITH.includes(command)) {
    if (!guards.processingConsent) return 'participant.consent-required';
    if (!guards.participationConsent) return 'participant.participation-consent-required';
  }
  switch (command) {
    case 'select':
      if (!guards.cardFilled) return 'participant.card-not-filled';
      if (!guards.interview) return 'participant.interview-required';
      return guards.clearance ? undefined : 'participant.clearance-required';
    case 'reject':
      return given.rejection === undefined ? 'participant.reason-required' : undefined;
    case 'assign':
      if (!guards.unitApproved) return 'participant.unit-not-approved';
      if (!isMentor) return undefined;
      if (participant.selectedOn === null) return 'participant.not-selected';
      if (!guards.clearance) return 'participant.clearance-required';
      return guards.training ? undefined : 'participant.training-required';
    case 'activate':
      return guards.programApproved ? undefined : 'participant.program-not-approved';
    case 'suspend': {
      if (given.suspension === undefined) return 'participant.reason-required';
      const days = daysBetween(today, given.suspension.until);
      if (days < 1) return 'participant.suspension-in-past';
      return days > suspensionDays ? 'participant.suspension-too-long' : undefined;
    }
    case 'exclude':
      if (!given.exclusion?.orderRegistered) return 'participant.order-required';
      return given.exclusion.ground.trim() === '' ? 'participant.reason-required' : undefined;
    case 'complete':
      return guards.openUnits > 0 ? 'participant.units-open' : undefined;
    default:
      return undefined;
  }
}

function moved(
  participant: ParticipantFacts,
  command: Exclude<ParticipantCommand, 'nominate'>,
  context: ParticipantContext,
): ParticipantDecision {
  const { today, given } = context;
  const to = (state: ParticipantState, ...effects: ParticipantEffect[]): ParticipantDecision => ({
    participant: { ...participant, state, suspendedUntil: null },
    effects,
  });
  switch (command) {
    case 'invite':
      return to('invited', { kind: 'sendInvitation' });
    case 'requestConsents':
      return to('consentPending', { kind: 'requireConsents' });
    case 'refuse':
      return to('refused', { kind: 'destroyNomineeBy', day: addDays(today, NOMINEE_DAYS) });
    case 'enterBank':
      return to('inBank', { kind: participant.role === 'mentor' ? 'openCompetenceCard' : 'openRequest' });
    case 'select': {
      const { effects } = to('selected');
      return { participant: { ...participant, state: 'selected', selectedOn: today }, effects };
    }
    case 'reject':
      return to('rejected', { kind: 'tellReason' });
    case 'wait':
      return participant.role === 'mentee' ? to('waiting', { kind: 'offerPsychologist' }) : to('waiting');
    case 'assign':
      return to('assigned');
    case 'activate':
    case 'resume':
      return to('active');
    case 'suspend': {
      const until = given.suspension?.until ?? today;
      const { effects } = to('suspended', { kind: 'remindResume', day: until });
      return { participant: { ...participant, state: 'suspended', suspendedUntil: until }, effects };
    }
    case 'withdraw':
      return to('withdrawn', ...withdrawalEffects(participant.state, context));
    case 'exclude':
      return to('excluded', { kind: 'unitsToDecision' });
    case 'complete':
      return to('completed');
  }
}

/** Whoever was never in the bank leaves as a nominee; whoever has a pair leaves it to a decision (4.15). */
function withdrawalEffects(state: ParticipantState, { today }: ParticipantContext): ParticipantEffect[] {
  if (state === 'nominated' || state === 'invited' || state === 'consentPending') {
    return [{ kind: 'destroyNomineeBy', day: addDays(today, NOMINEE_DAYS) }];
  }
  const hasUnits = state === 'assigned' || state === 'active' || state === 'suspended';
  return hasUnits ? [{ kind: 'unitsToDecision' }] : [];
}

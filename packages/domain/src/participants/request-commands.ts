import type { Role } from '../access/roles.ts';
import type {
  RequestCommand,
  RequestContext,
  RequestRefusal,
  RequestResult,
  RequestState,
  RequestTie,
} from './request-states.ts';

/**
 * LIFECYCLE 4.6. What was returned is corrected and submitted again; a request whose pair ended before its goal goes
 * back into matching.
 */
const MOVES: Record<RequestCommand, { readonly from: readonly RequestState[]; readonly to: RequestState }> = {
  open: { from: [], to: 'draft' },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
  redirect: { from: ['submitted', 'accepted'], to: 'redirected' },
  enterMatching: { from: ['accepted'], to: 'inMatching' },
  release: { from: ['inMatching'], to: 'accepted' },
  match: { from: ['inMatching'], to: 'matched' },
  rematch: { from: ['matched'], to: 'accepted' },
  close: { from: ['matched'], to: 'closed' },
  cancel: { from: ['draft', 'submitted', 'returned', 'accepted', 'inMatching'], to: 'cancelled' },
};

type Grant = { readonly role?: Role; readonly tie?: RequestTie };

const OWN: readonly Grant[] = [{ tie: 'self' }, { tie: 'representative' }, { role: 'classTeacher', tie: 'ownClass' }];
const CAREFUL: readonly Grant[] = [{ role: 'curator' }, { role: 'psychologist' }];

/** An empty list: the system's alone. */
const GRANTS: Record<RequestCommand, readonly Grant[]> = {
  // B1: professional requests are gathered by the curator and the heads of associations; the person submits them.
  open: [...OWN, { role: 'curator' }, { role: 'methodAssociationHead', tie: 'ownAssociation' }],
  submit: OWN,
  accept: CAREFUL,
  return: CAREFUL,
  redirect: CAREFUL,
  enterMatching: [],
  release: [],
  match: [],
  rematch: [],
  close: [{ role: 'curator' }],
  cancel: [{ tie: 'self' }, { tie: 'representative' }, { role: 'curator' }],
};

/** The withdrawal of the person cancels too. */
const SYSTEM_TOO: readonly RequestCommand[] = ['enterMatching', 'release', 'match', 'rematch', 'cancel'];

export function knowsRequestCommand(state: RequestState, command: RequestCommand): boolean {
  return MOVES[command].from.includes(state);
}

export type RequestDecision = { readonly state: RequestState; readonly result: RequestResult | null };

/**
 * What becomes of a request, or why not. `null`: there is none yet, and only `open` makes one. Invariant §5.1 and
 * RULE-01: without a valid processing consent none is opened, submitted, accepted or matched.
 */
export function decideRequest(
  state: RequestState | null,
  command: RequestCommand,
  context: RequestContext,
): RequestDecision | RequestRefusal {
  if (!mayAsk(command, context)) return 'request.not-allowed';
  if (state === null ? command !== 'open' : !knowsRequestCommand(state, command)) return 'request.state';
  const refused = guardRefusal(command, context);
  if (refused !== undefined) return refused;
  return { state: MOVES[command].to, result: command === 'close' ? (context.given.result ?? null) : null };
}

function mayAsk(command: RequestCommand, { by }: RequestContext): boolean {
  if (by.kind === 'system') return SYSTEM_TOO.includes(command);
  return GRANTS[command].some(
    ({ role, tie }) => (role === undefined || by.roles.includes(role)) && (tie === undefined || by.ties.includes(tie)),
  );
}

const WITHOUT_CONSENT: readonly RequestCommand[] = ['return', 'redirect', 'release', 'rematch', 'close', 'cancel'];

function guardRefusal(command: RequestCommand, context: RequestContext): RequestRefusal | undefined {
  const { given } = context;
  if (!WITHOUT_CONSENT.includes(command) && !context.processingConsent) return 'request.consent-required';
  switch (command) {
    case 'submit':
      if (!context.filled) return 'request.not-filled';
      return isAloneUnder14(context) ? 'request.adult-needed' : undefined;
    case 'return':
      return given.remark?.trim() ? undefined : 'request.remark-required';
    case 'redirect':
      return given.redirectTo === undefined ? 'request.target-required' : undefined;
    case 'close':
      return given.result === undefined ? 'request.result-required' : undefined;
    default:
      return undefined;
  }
}

/** Under 14 the representative submits, or the class teacher with them. */
function isAloneUnder14({ by, age }: RequestContext): boolean {
  if (by.kind === 'system' || age === null || age >= 14) return false;
  const withAdult =
    by.ties.includes('representative') || (by.roles.includes('classTeacher') && by.ties.includes('ownClass'));
  return !withAdult;
}

import type { Action } from '../access/can.ts';
import type { RoadmapState } from './roadmap-states.ts';

/** LIFECYCLE 4.1, the commands that change a roadmap's state or add a stamp to it. */
export const ROADMAP_COMMANDS = [
  'submit',
  'return',
  'considerByCouncil',
  'askAuthority',
  'agree',
  'approve',
  'enact',
  'amend',
  'close',
  'archive',
] as const;
export type RoadmapCommand = (typeof ROADMAP_COMMANDS)[number];

type Move = { readonly from: readonly RoadmapState[]; readonly to: RoadmapState | 'same' };

/**
 * The table of 4.1. `supersede` is the other half of an amendment's `enact`: nobody calls it.
 * `agree` may add a further body's stamp to what is agreed already.
 */
const MOVES: Record<RoadmapCommand | 'supersede', Move> = {
  submit: { from: ['draft', 'returned'], to: 'underReview' },
  return: { from: ['underReview'], to: 'returned' },
  considerByCouncil: { from: ['underReview'], to: 'same' },
  askAuthority: { from: ['underReview'], to: 'same' },
  agree: { from: ['underReview', 'agreed'], to: 'agreed' },
  approve: { from: ['underReview', 'agreed'], to: 'approved' },
  enact: { from: ['approved'], to: 'inForce' },
  amend: { from: ['inForce'], to: 'same' },
  close: { from: ['inForce'], to: 'closed' },
  archive: { from: ['closed'], to: 'archived' },
  supersede: { from: ['inForce'], to: 'superseded' },
};

/** May the words of the plan be changed in this state? Later only by an amendment. */
export function isEditable(state: RoadmapState): boolean {
  return state === 'draft' || state === 'returned';
}

/** Does the table know the command in this state? Guards are asked apart. */
export function allows(state: RoadmapState, command: RoadmapCommand): boolean {
  return MOVES[command].from.includes(state);
}

/** The state after a command, or undefined where the table forbids it. */
export function stateAfter(state: RoadmapState, command: RoadmapCommand | 'supersede'): RoadmapState | undefined {
  const move = MOVES[command];
  if (!move.from.includes(state)) return undefined;
  return move.to === 'same' ? state : move.to;
}

/** The access table's name of each command. */
export const ACTION_OF: Record<RoadmapCommand, Action> = {
  submit: 'roadmap.submit',
  return: 'roadmap.return',
  considerByCouncil: 'roadmap.considerByCouncil',
  askAuthority: 'roadmap.askAuthority',
  agree: 'roadmap.agree',
  approve: 'roadmap.approve',
  enact: 'roadmap.enact',
  amend: 'roadmap.amend',
  close: 'roadmap.close',
  archive: 'roadmap.archive',
};

import { addDays } from '@nastavnik/domain/calendar/plain-date';
import type { Actor } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { addDuty, closeDuties } from '../duties/door.ts';

/** Publication stands still meanwhile, so no term of the law hurries the director: a week to hear both [DEC]. */
const DAYS_TO_HEAR = 7;

type Objection = { readonly representationId: string; readonly childId: string };

/** RULE-08: the director is asked for a decision; an objection recorded anew is one question, not two. */
export async function askDirector(
  tx: Writing,
  caller: Caller,
  { representationId, childId }: Objection,
): Promise<void> {
  await directorHasDecided(tx, caller, representationId);
  await addDuty(tx, caller, {
    kind: 'objection.settle',
    key: `${prefixOf(representationId)}${newId(caller.now)}`,
    personId: childId,
    data: { representationId },
    dueOn: addDays(caller.today, DAYS_TO_HEAR),
  });
}

/** Decided, or taken back: nothing is left to be decided. */
export async function directorHasDecided(
  tx: Writing,
  actor: Actor & Pick<Caller, 'today'>,
  representationId: string,
): Promise<void> {
  await closeDuties(tx, actor, { keyPrefix: prefixOf(representationId) });
}

function prefixOf(representationId: string): string {
  return `objection.settle:${representationId}:`;
}

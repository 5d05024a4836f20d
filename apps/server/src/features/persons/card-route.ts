import { personCard } from '@nastavnik/contracts/persons';
import { id } from '@nastavnik/contracts/shapes';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Writing, writing } from '../../platform/db/transactions.ts';
import { seeCard } from './person-card.ts';

const member = { access: 'member' } as const;
export const ofPerson = z.strictObject({ personId: id });
/** Changes something about a person and answers with the card as it is then. */
export const oneCard = { config: member, schema: { params: ofPerson, response: { 200: personCard } } };

export function changeCard(deps: Deps, caller: Caller, personId: string, change: (tx: Writing) => Promise<unknown>) {
  return writing(deps.pool, caller, async (tx) => {
    await change(tx);
    return seeCard(tx, caller, personId);
  });
}

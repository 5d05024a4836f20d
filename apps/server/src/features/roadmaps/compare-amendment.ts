import { type Difference, difference } from '@nastavnik/domain/roadmaps/difference';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { comparedItems } from './editions.ts';
import { seePlan } from './see-roadmaps.ts';

/** What an amendment changes in the version it amends. */
export async function compareWithAmended(tx: Reading, caller: Caller, roadmapId: string): Promise<Difference> {
  const newer = await seePlan(tx, caller, roadmapId);
  if (newer.roadmap.amends === null) throw new Refusal('roadmap.state', { state: newer.roadmap.state });
  const older = await seePlan(tx, caller, newer.roadmap.amends);
  return difference(comparedItems(older), comparedItems(newer));
}

import type { closedCyclesAnswer } from '@nastavnik/contracts/erasure';
import { can } from '@nastavnik/domain/access/can';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { closedCycles } from './closed-cycles.queries.ts';
import { hindranceOf } from './depersonalise.ts';

/** Cycles that are over, and in figures what losing their persons would mean. */
export async function seeClosedCycles(tx: Reading, caller: Caller): Promise<z.infer<typeof closedCyclesAnswer>> {
  permit(caller, 'erasure.see');
  const cycles = await closedCycles(tx, caller.tenantId, { before: caller.today });
  return {
    cycles: cycles.map((cycle) => {
      const hindrance = hindranceOf(cycle, caller.today) ?? null;
      return {
        id: cycle.id,
        title: cycle.title,
        endedOn: cycle.endedOn,
        participants: cycle.participants,
        people: cycle.people,
        texts: cycle.texts,
        done: cycle.depersonalisedAt && {
          at: cycle.depersonalisedAt.toISOString(),
          by: cycle.depersonalisedBy ?? '',
        },
        hindrance: cycle.depersonalisedAt ? null : hindrance,
        may: { depersonalise: hindrance === null && cycle.people > 0 && can(caller, 'cycle.depersonalise') },
      };
    }),
  };
}

import type { RollOverAnswer } from '@nastavnik/contracts/roll-over';

export function leavers(plan: RollOverAnswer): number {
  return plan.pupils.filter(({ fate }) => fate === 'leaves').length;
}

export function movers(plan: RollOverAnswer): number {
  return plan.pupils.filter(({ fate }) => fate !== 'leaves' && fate !== 'undecided').length;
}

export type BankCounts = { readonly carried: number; readonly unitFirst: number; readonly ends: number };

/** What becomes of the pupils' places in the banks; those that ended already are not counted. */
export function bankCounts(plan: RollOverAnswer): BankCounts {
  const all = plan.pupils.flatMap(({ participations }) => participations);
  const of = (outcome: (typeof all)[number]['outcome']) => all.filter((each) => each.outcome === outcome).length;
  return { carried: of('carriedOver'), unitFirst: of('unitFirst'), ends: of('ends') };
}

import type { Pool } from '../../platform/db/pool.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { readingMoment } from '../../platform/db/transactions.ts';
import { Kept } from '../../platform/kept.ts';
import { Rounds } from '../../platform/rounds.ts';
import { itemsOf } from './items.queries.ts';
import { type PlanQuestion, planOf, roadmapIds } from './plan.queries.ts';
import type { Plan } from './plan.ts';
import { type PlanStamp, stampOf } from './plan-stamp.queries.ts';

type KeptPlan = { readonly stamp: PlanStamp; readonly plan: Plan };

/**
 * Plans as they stood when they were last read, so that a plan of 500 items is not read again because one of them has
 * changed. What is kept is only ever given out after the database has said, in the transaction of the question, that
 * each of its rows is still the same; other processes may write as they like. Nothing here knows who asks: what a
 * caller may see is decided in the views.
 */
export class KeptPlans {
  readonly #pool: Pool;
  readonly #kept = new Kept<KeptPlan>(KEPT);
  readonly #rounds = new Rounds<Plan | undefined>();
  readonly #atWork = new Kept<readonly Plan[]>(KEPT);
  readonly #lists = new Rounds<readonly Plan[]>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** As `planOf`, as of a moment after the call. The same object as before where nothing has changed. */
  now(who: PlanQuestion, roadmapId: string): Promise<Plan | undefined> {
    const { tenantId, today } = who;
    return this.#rounds.join(`${tenantId} ${roadmapId} ${today}`, () =>
      readingMoment(this.#pool, { tenantId }, (tx) => this.in(tx, { tenantId, today }, roadmapId)),
    );
  }

  /** The plans that somebody may have something to do in, the newest cycle first. The same list where nothing has changed. */
  atWork(who: PlanQuestion): Promise<readonly Plan[]> {
    const { tenantId, today } = who;
    const key = `${tenantId} ${today}`;
    return this.#lists.join(key, async () => {
      const plans = await readingMoment(this.#pool, { tenantId }, async (tx) => {
        const found = [];
        for (const { id, state } of await roadmapIds(tx, tenantId)) {
          if (state !== 'archived' && state !== 'superseded') found.push(await this.in(tx, { tenantId, today }, id));
        }
        return found.filter((plan) => plan !== undefined);
      });
      const known = this.#atWork.get(key);
      if (known?.length === plans.length && known.every((plan, at) => plan === plans[at])) return known;
      this.#atWork.set(key, plans);
      return plans;
    });
  }

  /** The same inside a transaction that is open already. */
  async in(tx: Reading, who: PlanQuestion, roadmapId: string): Promise<Plan | undefined> {
    // The day is part of the key: posts and roles are those of the day.
    const key = `${who.tenantId} ${roadmapId} ${who.today}`;
    const stamp = await stampOf(tx, who, roadmapId);
    if (!stamp) return undefined;
    const known = this.#kept.get(key);
    const plan =
      known?.stamp.frame === stamp.frame
        ? await withChangedItems(tx, who, known, stamp)
        : await planOf(tx, who, roadmapId);
    if (plan) this.#kept.set(key, { stamp, plan });
    return plan;
  }
}

/** Two or three megabytes each at 500 items. */
const KEPT = 24;

async function withChangedItems(tx: Reading, who: PlanQuestion, known: KeptPlan, stamp: PlanStamp): Promise<Plan> {
  const changed = [...stamp.items].filter(([id, version]) => known.stamp.items.get(id) !== version).map(([id]) => id);
  if (changed.length === 0 && stamp.items.size === known.stamp.items.size) return known.plan;
  const fresh = changed.length > 0 ? await itemsOf(tx, who.tenantId, { itemIds: changed }) : [];
  const items = new Map([...known.plan.items, ...fresh].map((item) => [item.id, item]));
  return { ...known.plan, items: [...stamp.items.keys()].map((id) => items.get(id)!) };
}

const ofPool = new WeakMap<Pool, KeptPlans>();

/** One for each database that this process is connected to. */
export function keptPlans(pool: Pool): KeptPlans {
  const known = ofPool.get(pool) ?? new KeptPlans(pool);
  ofPool.set(pool, known);
  return known;
}

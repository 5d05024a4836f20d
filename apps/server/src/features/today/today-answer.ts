import { todayAnswer as shape } from '@nastavnik/contracts/roadmaps';
import { can } from '@nastavnik/domain/access/can';
import type { Caller } from '../../platform/caller.ts';
import type { Pool } from '../../platform/db/pool.ts';
import { reading } from '../../platform/db/transactions.ts';
import { Prepared } from '../../platform/http/prepared.ts';
import { Kept } from '../../platform/kept.ts';
import { permit } from '../../platform/permit.ts';
import { keptPlans, type Plan, viewerKey } from '../roadmaps/door.ts';
import { unfinishedImports, unreadNotices } from './today.queries.ts';
import { seeToday, type Today } from './today.ts';

/** `seeToday` as bytes, made anew where a plan has changed, or what else is asked for each time. */
export async function todayAnswer(pool: Pool, caller: Caller): Promise<Prepared> {
  permit(caller, 'roadmap.see');
  const plans = await keptPlans(pool).atWork(caller);
  const { imports, unread } = await reading(pool, caller, async (tx) => ({
    imports: can(caller, 'import.use') ? await unfinishedImports(tx, caller.tenantId) : [],
    unread: await unreadNotices(tx, caller.tenantId, caller.personId),
  }));
  const ofPlans = answers.get(plans) ?? new Kept<Made>(VIEWERS);
  answers.set(plans, ofPlans);
  const key = viewerKey(caller);
  const beside = JSON.stringify([imports, unread]);
  const known = ofPlans.get(key);
  if (known?.beside === beside) return known.answer;
  const seen = known?.seen ?? seeToday(caller, plans);
  const answer = new Prepared(
    JSON.stringify(shape.parse({ ...seen, tasks: [...imports, ...seen.tasks], unreadNotices: unread })),
  );
  ofPlans.set(key, { seen, beside, answer });
  return answer;
}

type Made = { readonly seen: Omit<Today, 'unreadNotices'>; readonly beside: string; readonly answer: Prepared };

const VIEWERS = 64;
const answers = new WeakMap<readonly Plan[], Kept<Made>>();

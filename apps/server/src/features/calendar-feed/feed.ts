import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { liveOccurrences, stateOn } from '@nastavnik/domain/roadmaps/item-state';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { dayIn } from '../../platform/clock.ts';
import { type Reading, reading, type Writing } from '../../platform/db/transactions.ts';
import { newId, newToken } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { peopleOfPlan, planOf, roadmapIds } from '../roadmaps/door.ts';
import { drawFeed, type FeedEntry } from './draw-feed.ts';
import { hashOfToken, openFeedOf, ownerOfFeed, tenantOfFeed } from './feed.queries.ts';

/** A new secret link; the one before stops working. Returns the secret, which is shown once. */
export async function openFeed(tx: Writing, caller: Caller): Promise<string> {
  permit(caller, 'roadmap.see');
  await revokeFeed(tx, caller);
  const token = newToken();
  const id = newId(caller.now);
  await tx
    .insertInto('calendar_feeds')
    .values({
      tenant_id: caller.tenantId,
      id,
      person_id: caller.personId,
      token_hash: hashOfToken(token),
      created_at: caller.now,
    })
    .execute();
  await recordEvent(tx, caller, { type: 'feed.opened', object: { kind: 'feed', id } });
  return token;
}

export async function revokeFeed(tx: Writing, caller: Caller): Promise<void> {
  const open = await openFeedOf(tx, caller.tenantId, caller.personId);
  if (!open) return;
  await tx
    .updateTable('calendar_feeds')
    .set({ revoked_at: caller.now })
    .where('tenant_id', '=', caller.tenantId)
    .where('id', '=', open.id)
    .execute();
  await recordEvent(tx, caller, { type: 'feed.revoked', object: { kind: 'feed', id: open.id } });
}

/** The calendar behind a secret link. @throws feed.not-found for a link that is wrong, revoked, or of somebody who left */
export async function feedBehind(deps: Deps, token: string, address: string): Promise<string> {
  const hash = hashOfToken(token);
  const tenantId = await tenantOfFeed(deps.pool, hash);
  if (!tenantId) throw new Refusal('feed.not-found');
  return reading(deps.pool, { tenantId }, async (tx) => {
    const owner = await ownerOfFeed(tx, tenantId, hash, deps.clock.now());
    if (!owner) throw new Refusal('feed.not-found');
    const today = dayIn(owner.time_zone, deps.clock.now());
    const entries = await entriesOf(tx, { tenantId, personId: owner.person_id, today }, address);
    return drawFeed({ name: `Наставничество — ${owner.short_name}`, stamp: deps.clock.now(), entries });
  });
}

type Whose = { readonly tenantId: string; readonly personId: string; readonly today: PlainDate };

async function entriesOf(tx: Reading, whose: Whose, address: string): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = [];
  for (const { id } of await roadmapIds(tx, whose.tenantId, ['inForce'])) {
    const plan = await planOf(tx, whose, id);
    if (!plan) continue;
    const people = peopleOfPlan(plan.directory);
    for (const item of plan.items.filter((each) => each.awake && people.isResponsible(each, whose.personId))) {
      for (const occurrence of liveOccurrences(item.occurrences)) {
        const state = stateOn(occurrence, whose.today);
        if (occurrence.due === null || state === 'done' || state === 'reported') continue;
        const link = `${address}/roadmap/${id}?item=${item.id}`;
        entries.push({
          occurrenceId: occurrence.id,
          title: item.title,
          due: occurrence.due,
          late: state === 'overdue',
          link,
        });
      }
    }
  }
  return entries.toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

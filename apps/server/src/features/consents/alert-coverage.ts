import { createHash } from 'node:crypto';
import { consentCoverage } from '@nastavnik/domain/consents/consent-indicator';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { fill, remind, textsOf } from '../reminders/door.ts';
import { knowPeople } from './consent-facts.ts';
import { coverageFacts, peopleInBanks } from './coverage.ts';
import type { ClockActor } from './look-again.ts';

/** IND-05 below 100 %: the curators hear of it, once for each change of those who lack a consent. */
export async function alertCoverage(
  tx: Writing,
  deps: Pick<Deps, 'mailer' | 'publicUrl'>,
  actor: ClockActor,
): Promise<void> {
  const { tenantId, today } = actor;
  const cycle = await cycleOn(tx, actor);
  if (!cycle) return;
  const rows = await peopleInBanks(tx, actor, cycle.id);
  const known = await knowPeople(
    tx,
    tenantId,
    rows.map((row) => row.person_id),
    today,
  );
  const { ratio, lacking } = consentCoverage([...known.values()].map(coverageFacts), today);
  if (lacking.length === 0) return;

  const ids = lacking.map(({ personId }) => personId).toSorted();
  const key = `coverageBelow:${cycle.id}:${createHash('sha256').update(ids.join()).digest('hex').slice(0, 16)}`;
  const text = (await textsOf(tx, tenantId)).coverageBelow;
  for (const curator of await curatorsOn(tx, actor)) {
    await remind(tx, deps, actor, {
      personId: curator.id,
      kind: 'coverageBelow',
      key,
      text: fill(text, {
        имя: curator.name,
        есть: String(ratio.numerator),
        всего: String(ratio.denominator),
        ссылка: deps.publicUrl ? `${deps.publicUrl}/people/consents` : '',
      }),
      roadmapId: null,
      itemId: null,
    });
  }
}

/**
 * The same at once when something about one person has changed: a corrected birth date, an ended power. Most changes are
 * of people who stand in no bank, and cost one look.
 */
export async function alertAbout(
  tx: Writing,
  deps: Pick<Deps, 'mailer' | 'publicUrl'>,
  actor: ClockActor,
  personId: string,
): Promise<void> {
  const cycle = await cycleOn(tx, actor);
  if (!cycle || (await peopleInBanks(tx, actor, cycle.id, { personId })).length === 0) return;
  await alertCoverage(tx, deps, actor);
}

function cycleOn(tx: Writing, { tenantId, today }: ClockActor): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('program_cycles')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('started_on', '<=', today)
    .where('ended_on', '>=', today)
    .orderBy('started_on')
    .executeTakeFirst();
}

async function curatorsOn(tx: Writing, { tenantId, today }: ClockActor): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.given_name || coalesce(' ' || p.patronymic, '') as name
    from held_roles r join people p on p.tenant_id = r.tenant_id and p.id = r.person_id
    where r.tenant_id = ${tenantId} and r.role = 'curator' and p.deactivated_at is null
      and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')`.execute(tx);
  return rows;
}

import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ErasureGround } from '@nastavnik/domain/consents/erasure';
import { destructionActKeptUntil } from '@nastavnik/domain/consents/kept-data';
import { sql } from 'kysely';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { closeDuties } from '../duties/door.ts';
import { type Erased, erasePerson } from './erase-person.ts';
import { type ErasureRow, plannedErasures } from './erasures.queries.ts';
import { forgetPiles, forgetSheets } from './forget-sheets.ts';
import { staysListed } from './stays-listed.ts';

/** Kept with the run: everything the act and the log say, and no name of anybody who is gone. */
export type DestructionRecord = {
  readonly ranOn: PlainDate;
  /** Null where the clock did it: whoever answers for it signs by hand. */
  readonly by: string | null;
  /** Backups in which those who are gone still stand; `keptUntil` null where nobody said. Absent in older runs. */
  readonly backups?: readonly {
    readonly name: string;
    readonly madeOn: PlainDate;
    readonly keptUntil: PlainDate | null;
  }[];
  readonly subjects: readonly {
    readonly code: string;
    readonly ground: ErasureGround;
    readonly groups: Erased['groups'];
    /** Lists that left the house with this person in them: the receivers have to destroy theirs. */
    readonly disclosures: number;
  }[];
};

export type Run = { readonly runId: string | null; readonly held: readonly string[] };

type Actors = Actor & { readonly today: PlainDate };

/** Destroys what is asked for, or what is due by today; what another basis holds stays, and is named. */
export async function runErasures(tx: Writing, actor: Actors, ids: readonly string[] | 'due'): Promise<Run> {
  const condition = ids === 'due' ? sql`e.due_on <= ${actor.today}` : sql`e.id = any (${sql.val([...ids])}::uuid[])`;
  const planned = await plannedErasures(tx, actor.tenantId, condition, true);
  const held = planned.filter((each) => each.held_by !== null).map(({ id }) => id);
  const free = planned.filter((each) => each.held_by === null);
  if (free.length === 0) return { runId: null, held };

  const runId = await openRun(tx, actor);
  const subjects: DestructionRecord['subjects'][number][] = [];
  const erasedOf = new Map<string, ErasureRow>();
  for (const erasure of free) {
    const { person_id, ground } = erasure;
    const stays = await staysListed(tx, actor, { personId: person_id, ground });
    // While the child stays on the lists, so do the parents.
    const whole = [person_id, ...(stays ? [] : await onlyFor(tx, actor, person_id))];
    await forgetSheets(tx, actor, whole);
    for (const personId of whole) {
      if (erasedOf.has(personId)) continue;
      const disclosures = await disclosuresOf(tx, actor.tenantId, personId);
      const { code, groups } = await erasePerson(tx, actor, { personId, ground, staysListed: stays });
      subjects.push({ code, ground, groups, disclosures });
      erasedOf.set(personId, erasure);
    }
    await tx
      .updateTable('erasures')
      .set({ run_id: runId })
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', erasure.id)
      .execute();
  }
  await closeDuties(tx, actor, { erasureIds: free.map(({ id }) => id) });
  await forgetPiles(tx, actor);
  // By code, so that the order of the plan does not lead back to the names.
  subjects.sort((one, other) => (one.code < other.code ? -1 : 1));
  await closeRun(tx, actor, { runId, personIds: [...erasedOf.keys()], subjects });
  await recordEvent(tx, actor, {
    type: 'erasures.ran',
    object: { kind: 'erasure', id: runId },
    data: { subjects: subjects.map(({ code }) => code) },
  });
  return { runId, held };
}

/** What this run did, from which act and log are drawn (`finish-run.ts`). */
export async function closeRun(
  tx: Writing,
  actor: Actors,
  {
    runId,
    personIds,
    subjects,
  }: {
    readonly runId: string;
    readonly personIds: readonly string[];
    readonly subjects: DestructionRecord['subjects'];
  },
): Promise<void> {
  const record: DestructionRecord = {
    ranOn: actor.today,
    by: actor.personId === null ? null : actor.name,
    backups: await backupsHolding(tx, actor, personIds),
    subjects,
  };
  await tx
    .updateTable('destruction_runs')
    .set({ record: JSON.stringify(record), subjects: subjects.length })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', runId)
    .execute();
}

/** The next number of the year's acts is taken. */
export async function openRun(tx: Writing, actor: Actors): Promise<string> {
  const id = newId(actor.now);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`destruction:${actor.tenantId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(number), 0)::int as last from destruction_runs where tenant_id = ${actor.tenantId}`.execute(tx);
  await tx
    .insertInto('destruction_runs')
    .values({
      tenant_id: actor.tenantId,
      id,
      number: (rows[0]?.last ?? 0) + 1,
      ran_at: actor.now,
      ran_by: actor.personId,
      subjects: 0,
      keep_until: destructionActKeptUntil(actor.today),
    })
    .execute();
  return id;
}

/** Parents who stand here for this child alone: the purpose of their data ends with the child's. */
async function onlyFor(tx: Writing, { tenantId, today }: Actors, childId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from representations r
    join people p on p.tenant_id = r.tenant_id and p.id = r.representative_id
    where r.tenant_id = ${tenantId} and r.child_id = ${childId} and p.erased_at is null
      and not exists (
        select from representations o join people c on c.tenant_id = o.tenant_id and c.id = o.child_id
        where o.tenant_id = r.tenant_id and o.representative_id = r.representative_id and o.child_id <> ${childId}
          and c.erased_at is null
      )
      and not exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id
        and ${today}::date <= coalesce(e.dismissed_on, 'infinity'))
      and not exists (select from pupils u where u.tenant_id = p.tenant_id and u.person_id = p.id)
      and not exists (select from participants t where t.tenant_id = p.tenant_id and t.person_id = p.id
        and t.state not in ('completed', 'refused', 'rejected', 'withdrawn', 'excluded'))
    order by p.id`.execute(tx);
  return rows.map(({ id }) => id);
}

async function disclosuresOf(tx: Writing, tenantId: string, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from disclosed_people
    where tenant_id = ${tenantId} and person_id = ${personId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Made since the first of them was entered, and not overwritten yet. An id of a person holds the moment it was made. */
async function backupsHolding(tx: Writing, { today }: Actors, personIds: readonly string[]) {
  const { rows } = await sql<{ name: string; madeOn: PlainDate; keptUntil: PlainDate | null }>`
    select file_name as name, made_at::date as "madeOn", kept_until as "keptUntil" from backups_made
    where coalesce(kept_until, 'infinity') >= ${today}::date
      and made_at >= (select coalesce(min(uuid_extract_timestamp(each)), '-infinity') from unnest(${sql.val([...personIds])}::uuid[]) each)
    order by made_at, id`.execute(tx);
  return rows;
}

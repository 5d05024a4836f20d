import { can } from '@nastavnik/domain/access/can';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type Contingent, contingentOf, contingentOn } from '@nastavnik/domain/people/contingent';
import { sql } from 'kysely';
import { type Actor, recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';

type Count = { readonly age: number; readonly count: number };

/**
 * Children by age on a day, the denominators of IND-12 and IND-13: typed counts of the last day before it where there
 * are any in that school year, otherwise the pupils of the day. What the list of pupils says stands beside, so that a
 * difference is seen.
 */
export async function seeContingent(tx: Reading, caller: Caller, on: PlainDate) {
  if (!can(caller, 'contingent.edit') && !can(caller, 'roadmap.indicators')) permit(caller, 'contingent.edit');
  const typed = await typedCounts(tx, caller.tenantId, on);
  const day = typed?.onDay ?? on;
  const pupils = await pupilsOn(tx, caller.tenantId, day);
  const listed = contingentOn(pupils.birthDates, day);
  const found = typed ? contingentOf(typed.rows) : listed;
  if (!('rows' in found)) throw new Error('stored counts are not a contingent');
  return {
    on,
    source: typed ? ('typed' as const) : ('computed' as const),
    typedOn: typed?.onDay ?? null,
    ...shown(found),
    listed: { ...shown(listed), withoutBirthDate: pupils.without },
    history: await typedBefore(tx, caller.tenantId),
    may: { edit: can(caller, 'contingent.edit') },
  };
}

function shown({ rows, total, from10to19, from15to19 }: Contingent) {
  return { rows: rows.map(({ age, count }) => ({ age, count })), total, from10to19, from15to19 };
}

export async function typeContingent(
  tx: Writing,
  caller: Caller,
  { onDay, rows }: { readonly onDay: PlainDate; readonly rows: readonly Count[] },
): Promise<void> {
  permit(caller, 'contingent.edit');
  if (onDay > caller.today) throw new Refusal('record.in-future');
  if (new Set(rows.map(({ age }) => age)).size < rows.length) throw new Refusal('contingent.age-twice');
  await saveCounts(tx, caller, onDay, rows);
}

/** The counts of a day, with a line in the history of who gave them; none: they are taken away. */
export async function saveCounts(tx: Writing, actor: Actor, onDay: PlainDate, rows: readonly Count[]): Promise<void> {
  const { tenantId } = actor;
  await tx.deleteFrom('contingent_counts').where('tenant_id', '=', tenantId).where('on_day', '=', onDay).execute();
  if (rows.length > 0) {
    await tx
      .insertInto('contingent_counts')
      .values(rows.map(({ age, count }) => ({ tenant_id: tenantId, on_day: onDay, age, number: count })))
      .execute();
  }
  await recordEvent(tx, actor, {
    type: 'contingent.typed',
    object: { kind: 'organization', id: tenantId },
    data: { onDay, total: rows.reduce((sum, { count }) => sum + count, 0) },
  });
}

type Given = {
  readonly onDay: PlainDate;
  readonly total: number;
  readonly by: string | null;
  readonly at: Date | null;
};

/** The days for which counts were given, the newest first, with who gave them last. */
async function typedBefore(tx: Reading, tenantId: string) {
  const { rows } = await sql<Given>`
    select c.on_day as "onDay", c.total, a.actor_name as by, a.at
    from (select on_day, sum(number)::int as total from contingent_counts where tenant_id = ${tenantId} group by on_day) c
    left join lateral (
      select actor_name, at from audit_events
      where tenant_id = ${tenantId} and object_kind = 'organization' and object_id = ${tenantId}
        and type = 'contingent.typed' and data->>'onDay' = c.on_day::text
      order by at desc limit 1) a on true
    order by c.on_day desc limit 30`.execute(tx);
  return rows.map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }));
}

/** The newest counts of the school year of the day that were typed for it or for an earlier day. */
async function typedCounts(tx: Reading, tenantId: string, on: PlainDate) {
  const { rows } = await sql<{ age: number; count: number; onDay: PlainDate }>`
    select age, number as count, on_day as "onDay" from contingent_counts
    where tenant_id = ${tenantId} and on_day = (
      select max(on_day) from contingent_counts where tenant_id = ${tenantId} and on_day <= ${on}::date
        and on_day >= make_date(extract(year from ${on}::date)::int
          - case when extract(month from ${on}::date) < 9 then 1 else 0 end, 9, 1)
    ) order by age`.execute(tx);
  const [first] = rows;
  return first && { onDay: first.onDay, rows };
}

async function pupilsOn(tx: Reading, tenantId: string, on: PlainDate) {
  const { rows } = await sql<{ birthDate: PlainDate | null }>`
    select p.birth_date as "birthDate" from pupils u join people p on p.tenant_id = u.tenant_id and p.id = u.person_id
    where u.tenant_id = ${tenantId} and p.erased_at is null
      and ${on}::date between coalesce(u.enrolled_on, '-infinity') and coalesce(u.left_on, 'infinity')`.execute(tx);
  const birthDates = rows.flatMap(({ birthDate }) => (birthDate === null ? [] : [birthDate]));
  return { birthDates, without: rows.length - birthDates.length };
}

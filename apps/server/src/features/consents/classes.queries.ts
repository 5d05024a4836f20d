import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The pupils of a class today, in the order of the alphabet. @throws class.not-found */
export async function pupilsOfClass(
  tx: Reading,
  caller: Pick<Caller, 'tenantId' | 'today'>,
  classId: string,
): Promise<string[]> {
  await classNamed(tx, caller.tenantId, classId);
  const { rows } = await sql<{ id: string }>`
    select p.id from class_places cp
    join people p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
    where cp.tenant_id = ${caller.tenantId} and cp.class_id = ${classId} and p.erased_at is null and p.merged_into is null
      and ${caller.today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity')
    order by p.family_name, p.given_name, p.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** «7А». @throws class.not-found */
export async function classNamed(tx: Reading, tenantId: string, classId: string): Promise<string> {
  const row = await tx
    .selectFrom('classes')
    .select(['grade', 'letter'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', classId)
    .executeTakeFirst();
  if (!row) throw new Refusal('class.not-found');
  return `${row.grade}${row.letter}`;
}

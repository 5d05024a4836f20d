import { can } from '@nastavnik/domain/access/can';
import { findDuplicates, indexPeople } from '@nastavnik/domain/people/find-duplicates';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { permit } from '../../platform/permit.ts';
import { peopleApart } from './apart.ts';
import { personRows } from './list-persons.ts';
import { everybodysTraits } from './traits.queries.ts';

type Row = {
  readonly id: string;
  readonly keptId: string;
  readonly keptName: string;
  readonly goneId: string;
  readonly goneName: string;
  readonly mergedBy: string;
  readonly mergedAt: Date;
  readonly undoneAt: Date | null;
  readonly standing: boolean;
};

/** Merges, the newest first. */
export async function seeMerges(tx: Reading, caller: Caller, id?: string) {
  permit(caller, 'people.merge');
  const { rows } = await sql<Row>`
    select m.id, m.kept_id as "keptId", m.gone_id as "goneId", m.merged_at as "mergedAt", m.undone_at as "undoneAt",
      k.family_name || ' ' || k.given_name || coalesce(' ' || k.patronymic, '') as "keptName",
      g.family_name || ' ' || g.given_name || coalesce(' ' || g.patronymic, '') as "goneName",
      b.family_name || ' ' || left(b.given_name, 1) || '.' as "mergedBy",
      k.merged_into is null as standing
    from person_merges m
    join people k on k.tenant_id = m.tenant_id and k.id = m.kept_id
    join people g on g.tenant_id = m.tenant_id and g.id = m.gone_id
    join people b on b.tenant_id = m.tenant_id and b.id = m.merged_by
    where m.tenant_id = ${caller.tenantId} and ${id === undefined ? sql`true` : sql`m.id = ${id}`}
    order by m.id desc limit 200`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    kept: { id: row.keptId, name: row.keptName },
    gone: { id: row.goneId, name: row.goneName },
    mergedBy: row.mergedBy,
    mergedAt: row.mergedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
    may: { undo: row.undoneAt === null && row.standing && can(caller, 'people.merge') },
  }));
}

const MOST_PAIRS = 100;

/** Records that are probably one person: everybody against everybody, by the keys of the rule; and those told apart. */
export async function seeDuplicates(tx: Reading, caller: Caller) {
  permit(caller, 'people.merge');
  const everybody = await everybodysTraits(tx, caller);
  const index = indexPeople(everybody);
  const apart = await peopleApart(tx, caller.tenantId);
  const toldApart = new Set(apart.flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]));
  const pairs = everybody.flatMap((person) =>
    findDuplicates(person, index).flatMap(({ id, strength, reasons, doubts }) =>
      // Each pair once.
      person.id < id && strength !== 'possible' && !toldApart.has(`${person.id} ${id}`)
        ? [{ one: person.id, other: id, strength, reasons: [...reasons], doubts: [...doubts] }]
        : [],
    ),
  );
  const shown = pairs
    .toSorted((a, b) => Number(a.strength === 'likely') - Number(b.strength === 'likely'))
    .slice(0, MOST_PAIRS);
  const latest = apart.slice(0, MOST_PAIRS);
  const rows = await personRows(tx, caller, [
    ...shown.flatMap(({ one, other }) => [one, other]),
    ...latest.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  ]);
  return {
    pairs: shown.map((pair) => ({ ...pair, one: rows.get(pair.one)!, other: rows.get(pair.other)! })),
    apart: latest.map(({ oneId, otherId, saidBy, saidAt }) => ({
      one: rows.get(oneId)!,
      other: rows.get(otherId)!,
      saidBy,
      saidAt: saidAt.toISOString(),
    })),
  };
}

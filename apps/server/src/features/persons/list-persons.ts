import type { personsQuery } from '@nastavnik/contracts/persons';
import { can } from '@nastavnik/domain/access/can';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { allOf, cut, foundPage, pageOf, stands } from './paging.ts';
import { kindsColumn, nameColumn, type PersonKind, placeColumn, presentColumn } from './person-sides.queries.ts';
import { reachesSomebody, visibleTo } from './reach.ts';

export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly kinds: PersonKind[];
  readonly place: string | null;
  readonly present: boolean;
};

/** Everybody whom the caller may see, page by page. */
export async function listPersons(tx: Reading, caller: Caller, query: z.infer<typeof personsQuery>) {
  if (!reachesSomebody(caller, 'pupil.see') && !reachesSomebody(caller, 'employee.see')) {
    throw new Refusal('access.denied', { action: 'pupil.see' });
  }
  const seesAll = can(caller, 'pupil.see') && can(caller, 'employee.see');
  const page = pageOf(query, caller.tenantId, seesAll ? 2000 : 50_000);
  const found = foundPage(page, {
    // Nobody asks how many people there are in all.
    after: query.after ?? '',
    limit: query.limit,
    where: allOf([
      sql<boolean>`p.tenant_id = ${caller.tenantId}`,
      stands,
      visibleTo(caller),
      query.kind && sql<boolean>`${query.kind} = any (${kindsColumn})`,
      query.state === 'present' ? presentColumn(caller.today) : undefined,
      query.state === 'gone' ? sql<boolean>`not ${presentColumn(caller.today)}` : undefined,
    ]),
  });
  const { rows } = await sql<PersonRow>`${found.with}
    select p.id, ${nameColumn} as name, ${kindsColumn} as kinds, ${placeColumn(caller.today)} as place,
      ${presentColumn(caller.today)} as present
    from found f join people p on p.tenant_id = ${caller.tenantId} and p.id = f.id
    where ${found.rows}`.execute(tx);
  const { shown, next } = cut(rows, query.limit, page.next);
  return {
    persons: [...shown],
    next,
    may: {
      addEmployee: can(caller, 'employee.edit', ['employee']),
      addPupil: can(caller, 'pupil.edit'),
      merge: can(caller, 'people.merge'),
      importEmployees: can(caller, 'employees.import'),
      importPupils: can(caller, 'pupils.import'),
      rollOver: can(caller, 'year.rollOver'),
    },
  };
}

/** Rows of these people as lists show them, in no order. */
export async function personRows(
  tx: Reading,
  caller: Pick<Caller, 'tenantId' | 'today'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PersonRow>`
    select p.id, ${nameColumn} as name, ${kindsColumn} as kinds, ${placeColumn(caller.today)} as place,
      ${presentColumn(caller.today)} as present
    from people p where p.tenant_id = ${caller.tenantId} and p.id = any (${sql.val([...ids])}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

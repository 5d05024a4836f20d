import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';
import type { PlanQuestion } from './plan.queries.ts';

/**
 * Which versions of its rows a plan is made of. PostgreSQL gives each version of a row the number of the transaction that
 * wrote it (`xmin`): whoever wrote it and by whatever way, a stamp that is equal means that nothing has changed since.
 * Roles come from a view, which has no versions: there the words themselves are summed up.
 */
export type PlanStamp = {
  /** Of everything but the items: the roadmap, its cycle, stages and stamps, the organisation, its people and bodies. */
  readonly frame: string;
  /** Of each item with its parties, occurrences and evidence, in the order of the plan. */
  readonly items: ReadonlyMap<string, string>;
};

/** Undefined where this organisation has no such roadmap. One statement, a few milliseconds for 500 items. */
export async function stampOf(tx: Reading, who: PlanQuestion, roadmapId: string): Promise<PlanStamp | undefined> {
  const { tenantId } = who;
  // Ids as arrays: a join would be planned for as few rows as the tables had when they were last counted.
  const items = sql`array(select id from roadmap_items where tenant_id = ${tenantId} and roadmap_id = ${roadmapId})`;
  const occurrences = sql`array(select id from item_occurrences where tenant_id = ${tenantId} and item_id = any (${items}))`;
  const { rows } = await sql<StampRow>`
    select ${frameOf(tenantId, roadmapId)} as frame,
      (select string_agg(concat_ws(' ', i.id, i.xmin), ',' order by s.position, s.id, i.position, i.id)
        from roadmap_items i join roadmap_stages s on s.tenant_id = i.tenant_id and s.id = i.stage_id
        where i.tenant_id = ${tenantId} and i.roadmap_id = ${roadmapId}) as items,
      (select string_agg(concat_ws(' ', p.item_id, p.id, p.xmin), ',' order by p.id)
        from item_parties p where p.tenant_id = ${tenantId} and p.item_id = any (${items})) as parties,
      (select string_agg(concat_ws(' ', o.item_id, o.id, o.xmin), ',' order by o.id)
        from item_occurrences o where o.tenant_id = ${tenantId} and o.item_id = any (${items})) as occurrences,
      (select string_agg(concat_ws(' ', e.occurrence_id, e.sum), ',')
        from (
          select e.occurrence_id, sum(${version('e')}) as sum from evidence e
          where e.tenant_id = ${tenantId} and e.occurrence_id = any (${occurrences}) group by e.occurrence_id
        ) e) as evidence
    from roadmaps r where r.tenant_id = ${tenantId} and r.id = ${roadmapId} and r.removed_at is null`.execute(tx);
  return rows[0] && { frame: rows[0].frame, items: itemStamps(rows[0]) };
}

type StampRow = { frame: string } & Record<'items' | 'parties' | 'occurrences' | 'evidence', string | null>;

function itemStamps(row: StampRow): Map<string, string> {
  const evidence = new Map(entries(row.evidence));
  const stamps = new Map(entries(row.items));
  const add = (id: string, more: string) => stamps.set(id, `${stamps.get(id)} ${more}`);
  for (const [id, more] of entries(row.parties)) add(id, more);
  for (const [id, more] of entries(row.occurrences)) add(id, `${more} ${evidence.get(more.slice(0, UUID)) ?? ''}`);
  return stamps;
}

const UUID = 36;

/** «id words,id words» */
function entries(list: string | null): [id: string, words: string][] {
  return list?.split(',').map((each) => [each.slice(0, UUID), each.slice(UUID + 1)]) ?? [];
}

function frameOf(tenantId: string, roadmapId: string) {
  const own = (alias: string) => sql`${sql.ref(`${alias}.tenant_id`)} = ${tenantId}`;
  return sql<string>`(
    select concat_ws(' ', r.xmin, c.xmin, o.xmin,
      (select short_name from organization_names(array[o.authority_tenant_id])),
      (select sum(${version('q')}) from agreement_requests q where ${own('q')} and q.roadmap_id = ${roadmapId}), '/',
      (select sum(${version('s')}) from roadmap_stages s where ${own('s')} and s.roadmap_id = ${roadmapId}), '/',
      (select sum(${version('a')}) from roadmap_approvals a where ${own('a')} and a.roadmap_id = ${roadmapId}), '/',
      (select sum(${version('p')}) from people p where ${own('p')}), '/',
      (select sum(${version('e', 'person_id')}) from employees e where ${own('e')}), '/',
      (select sum(${version('t')}) from posts t where ${own('t')}), '/',
      (select sum(hashtextextended(concat_ws(' ', h.person_id, h.role, h.started_on, h.ended_on), 0)) from held_roles h
        where ${own('h')} and h.person_id = any (array(select e.person_id from employees e where ${own('e')}))), '/',
      (select sum(${version('b')}) from bodies b where ${own('b')}), '/',
      (select sum(${version('m')}) from body_members m where ${own('m')})
    )
    from program_cycles c, organizations o
    where ${own('c')} and c.id = r.cycle_id and ${own('o')}
  )`;
}

/** A number for this version of this row. Sums of them tell sets of row versions apart. */
function version(alias: string, id: 'id' | 'person_id' = 'id') {
  return sql`uuid_hash_extended(${sql.ref(`${alias}.${id}`)}, ${sql.ref(`${alias}.xmin`)}::text::bigint)`;
}

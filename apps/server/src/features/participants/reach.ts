import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';

/**
 * Conditions over `people p` that narrow a list to the caller's own people. They say in SQL what `tiesTo` says of one
 * person; a list filters by them and never fetches to hide.
 */
export function inOwnClass({ personId, today }: Caller): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from class_places cp join class_teachers ct on ct.tenant_id = cp.tenant_id and ct.class_id = cp.class_id
    where cp.tenant_id = p.tenant_id and cp.person_id = p.id and ct.person_id = ${personId}
      and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity')
      and ${today}::date between ct.started_on and coalesce(ct.ended_on, 'infinity'))`;
}

export function inOwnAssociation({ personId, today }: Caller): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from body_members mine join bodies b on b.tenant_id = mine.tenant_id and b.id = mine.body_id
      join body_members theirs on theirs.tenant_id = mine.tenant_id and theirs.body_id = mine.body_id
    where mine.tenant_id = p.tenant_id and mine.person_id = ${personId} and theirs.person_id = p.id and p.id <> ${personId}
      and mine.office = 'chair' and b.kind = 'methodAssociation' and b.removed_at is null
      and ${today}::date between mine.started_on and coalesce(mine.ended_on, 'infinity')
      and ${today}::date between theirs.started_on and coalesce(theirs.ended_on, 'infinity'))`;
}

export function isEmployee({ today }: Caller): RawBuilder<boolean> {
  return sql<boolean>`exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id
    and ${today}::date <= coalesce(e.dismissed_on, 'infinity'))`;
}

export function isSupported(): RawBuilder<boolean> {
  return sql<boolean>`exists (select from support_tags s where s.tenant_id = p.tenant_id and s.person_id = p.id)`;
}

/** In the class on this day. */
export function inClass(classId: string, { today }: Caller): RawBuilder<boolean> {
  return sql<boolean>`exists (select from class_places cp where cp.tenant_id = p.tenant_id and cp.person_id = p.id
    and cp.class_id = ${classId} and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity'))`;
}

/** Narrowed further by what the caller may see: cut no earlier than any school is large. */
const MOST_NAMESAKES = 50_000;

/** Any of these, or none at all. */
export function either(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join([...conditions], sql` or `)})`;
}

/**
 * Every word of the search stands in the name; ё is е. Where nobody is called so, a slip in a word is forgiven. The index
 * is asked by a function, since row-level security keeps it from operators that might tell (`people_by_name`).
 */
export function named(search: string): RawBuilder<boolean> {
  const words = search.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, 5);
  if (words.length === 0) return sql<boolean>`true`;
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return sql<boolean>`p.id in (select n.person_id from people_by_name(${sql.val(longestFirst)}::text[], ${MOST_NAMESAKES}) n)`;
}

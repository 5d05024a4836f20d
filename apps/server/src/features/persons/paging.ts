import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

/** Words of a search as the index has them: small letters, ё as е, the longest first. */
export function searchWords(search: string | undefined): string[] {
  const words = (search ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, 5);
  return words.toSorted((one, other) => other.length - one.length);
}

export const inOrder = sql`p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`;

type Page = { readonly after?: string | undefined; readonly limit: number };
type Asked = Page & { readonly search?: string | undefined };

/**
 * Where a page begins. Without a search: after the person named by id (no names in addresses). With one: after so many,
 * since the nearest come first and nobody leafs far.
 */
export function pageOf({ after, search, limit }: Asked, tenantId: string, most = 2000) {
  const words = searchWords(search);
  if (words.length === 0) {
    const isKey = after !== undefined && /^[0-9a-f-]{36}$/.test(after);
    return {
      from: sql`people p`,
      after: isKey
        ? sql<boolean>`(p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id) > (
            (select a.family_name from people a where a.tenant_id = ${tenantId} and a.id = ${after}) collate "ru-x-icu",
            (select a.given_name from people a where a.tenant_id = ${tenantId} and a.id = ${after}) collate "ru-x-icu",
            ${after}::uuid)`
        : sql<boolean>`true`,
      tail: sql`order by ${inOrder} limit ${limit + 1}`,
      next: (shown: readonly { readonly id: string }[]) => shown.at(-1)?.id ?? null,
    };
  }
  const offset = /^\d{1,5}$/.test(after ?? '') ? Number(after) : 0;
  return {
    from: sql`people_by_name(${sql.val(words)}::text[], ${most}) n join people p on p.tenant_id = ${tenantId} and p.id = n.person_id`,
    after: sql<boolean>`true`,
    tail: sql`order by n.likeness desc, ${inOrder} limit ${limit + 1} offset ${offset}`,
    next: () => String(offset + limit),
  };
}

/** The rows of the page and the key of the next, of one row more than was asked for. */
export function cut<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
  next: (shown: readonly Row[]) => string | null,
): { shown: readonly Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  return { shown, next: rows.length > limit ? next(shown) : null };
}

export function allOf(conditions: readonly (RawBuilder<boolean> | undefined)[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.join(
    conditions.filter((each) => each !== undefined),
    sql` and `,
  )}`;
}

/** Records that are somebody: not those that went into another, nor those that were erased. */
export const stands = sql<boolean>`p.merged_into is null and p.erased_at is null`;

const MOST_COUNTED = 1000;

/** How many there are; `null` where there are more than a thousand: counting tens of thousands costs more than the page. */
export async function countUpTo(tx: Reading, from: RawBuilder<unknown>): Promise<number | null> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (select 1 from ${from} limit ${MOST_COUNTED + 1}) counted`.execute(tx);
  const total = rows[0]?.total ?? 0;
  return total > MOST_COUNTED ? null : total;
}

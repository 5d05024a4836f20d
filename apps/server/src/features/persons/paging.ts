import { type RawBuilder, sql } from 'kysely';

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
      isSearch: false,
      from: sql`people p`,
      after: isKey
        ? sql<boolean>`(p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id) > (
            (select a.family_name from people a where a.tenant_id = ${tenantId} and a.id = ${after}) collate "ru-x-icu",
            (select a.given_name from people a where a.tenant_id = ${tenantId} and a.id = ${after}) collate "ru-x-icu",
            ${after}::uuid)`
        : sql<boolean>`true`,
      order: sql`order by ${inOrder}`,
      offset: 0,
      next: (shown: readonly { readonly id: string }[]) => shown.at(-1)?.id ?? null,
    };
  }
  const offset = /^\d{1,5}$/.test(after ?? '') ? Number(after) : 0;
  return {
    isSearch: true,
    from: sql`people_by_name(${sql.val(words)}::text[], ${most}) n join people p on p.tenant_id = ${tenantId} and p.id = n.person_id`,
    after: sql<boolean>`true`,
    order: sql`order by n.likeness desc, ${inOrder}`,
    offset,
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
type Found = Pick<ReturnType<typeof pageOf>, 'isSearch' | 'from' | 'after' | 'order' | 'offset'>;

/**
 * The ids of the page as `found (id, at)`, so that what a row shows is asked for the rows shown alone, and on the first
 * page how many there are, up to a thousand; beyond that, counting would cost more than the page. A search is carried out
 * once and looks a thousand rows further for that; else they are counted beside, where they need not be put in order.
 */
export function foundPage(
  { isSearch, from, after, order, offset }: Found,
  asked: Page & { readonly joined?: RawBuilder<unknown>; readonly where: RawBuilder<boolean> },
) {
  const isFirst = asked.after === undefined;
  const rest = sql`from ${from} ${asked.joined ?? sql``} where ${asked.where} and ${after}`;
  const most = isFirst && isSearch ? Math.max(MOST_COUNTED, asked.limit) + 1 : asked.limit + 1;
  return {
    with: sql`with found as materialized (
      select p.id, row_number() over (${order}) as at ${rest} ${order} limit ${most} offset ${offset})`,
    rows: sql`f.at <= ${offset + asked.limit + 1} order by f.at`,
    /** How many were found, beside every row. */
    counted: sql<number>`(select count(*)::int from
      ${isSearch || !isFirst ? sql`found` : sql`(select ${rest} limit ${MOST_COUNTED + 1}) n`})`,
    /** Of the first page only; `null` also for more than a thousand. */
    totalOf: (rows: readonly { readonly counted: number }[]): number | null => {
      if (!isFirst) return null;
      const counted = rows[0]?.counted ?? 0;
      return counted > MOST_COUNTED ? null : counted;
    },
  };
}

import type { BankQuery } from '@nastavnik/contracts/banks';
import type { ParticipantRole } from '@nastavnik/domain/participants/participant-states';
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { cycleOfBanks } from '../participants/door.ts';
import { bankConditions, isGone } from './bank-filter.ts';

type IdPage = {
  readonly ids: readonly string[];
  readonly next: string | null;
  /** Of the first page: how many in all; `null` for more than a thousand, and of the later pages, where nobody asks. */
  readonly total: number | null;
};

type Row = { readonly id: string; readonly key: string; readonly total?: number };

/** A part of the bank that stands together: `mark` goes before the key of its rows, by which it is sorted. */
type Stretch = { readonly mark: string; readonly key: RawBuilder<string>; readonly holds: RawBuilder<boolean> };

/** Beyond that, counting would cost more than the page. */
const MOST_COUNTED = 1000;

/** Ids of one page in order, the key of the next, and on the first page how many there are in all. */
export async function bankPage(
  tx: Reading,
  caller: Caller,
  role: ParticipantRole,
  query: BankQuery,
  among?: readonly string[],
): Promise<IdPage> {
  const cycle = await cycleOfBanks(tx, caller, query.cycleId);
  const asked = bankConditions(caller, role, cycle.id, query);
  const conditions = among ? sql<boolean>`${asked} and t.id = any (${sql.val([...among])}::uuid[])` : asked;
  const rows = await rowsOf(tx, caller, query, conditions);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const isWhole = rows.length <= query.limit;
  const isFirst = query.after === undefined;
  return {
    ids: shown.map((row) => row.id),
    next: !isWhole && last ? writeAfter(last) : null,
    total: isFirst ? (isWhole ? shown.length : (rows[0]?.total ?? (await totalOf(tx, caller, conditions)))) : null,
  };
}

/** One more than the page, stretch by stretch; the later ones are not looked at while those before fill it. */
async function rowsOf(
  tx: Reading,
  { tenantId }: Caller,
  query: BankQuery,
  conditions: RawBuilder<boolean>,
): Promise<Row[]> {
  const from = query.after === undefined ? undefined : readAfter(query.after);
  const stretches = STRETCHES[query.sort].filter(
    ({ mark }) => from === undefined || from.key.slice(0, mark.length) <= mark,
  );
  // A search has found all of them before it sorts: it counts them on the way and is not asked a second time.
  const counts = query.search && stretches.length === 1 ? sql`, count(*) over ()::int as total` : sql``;
  const found: Row[] = [];
  for (const { mark, key, holds } of stretches) {
    if (found.length > query.limit) break;
    const { rows } = await sql<Row>`
      select t.id, ${mark}::text || ${key} as key ${counts}
      from participants t join people p on p.tenant_id = t.tenant_id and p.id = t.person_id
      where p.tenant_id = ${tenantId} and ${conditions} and not ${isGone} and ${holds}
        ${from?.key.startsWith(mark) ? beyond({ ...from, key: from.key.slice(mark.length) }, key) : sql``}
      order by ${key}, t.id limit ${query.limit + 1 - found.length}`.execute(tx);
    found.push(...rows);
  }
  return found;
}

/** Behind the last row of the page before. The key alone is said once more: by it the index of names goes to the place. */
function beyond(after: Row, key: RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`and (${key}, t.id) > (${after.key}, ${after.id}::uuid) and ${key} >= ${after.key}`;
}

const open = (more: RawBuilder<boolean>) => sql<boolean>`exists (select from mentee_requests r
  where r.tenant_id = t.tenant_id and r.participant_id = t.id and r.state not in ('cancelled', 'closed') and ${more})`;
const urgent = open(sql`r.urgency = 'urgent'`);
const soon = open(sql`r.urgency = 'soon'`);
const any = open(sql`true`);
const byName = sql<string>`p.search_name`;

/** Those with an urgent request come by name one after the other, then those who can wait a little, and so on. */
const STRETCHES: Record<BankQuery['sort'], readonly Stretch[]> = {
  name: [{ mark: '', key: byName, holds: sql`true` }],
  since: [{ mark: '', key: sql`to_char(t.state_since, 'YYYYMMDD')`, holds: sql`true` }],
  urgency: [
    { mark: '1', key: byName, holds: urgent },
    { mark: '2', key: byName, holds: sql`${soon} and not ${urgent}` },
    { mark: '3', key: byName, holds: sql`${any} and not ${soon} and not ${urgent}` },
    { mark: '4', key: byName, holds: sql`not ${any}` },
  ],
};

/** Participants are counted without their persons; those who are gone are few, and are left out by a list. */
async function totalOf(tx: Reading, { tenantId }: Caller, conditions: RawBuilder<boolean>): Promise<number | null> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (
      select from participants t cross join lateral (select t.tenant_id, t.person_id as id) p
      where ${conditions} and t.person_id not in (select p.id from people p where p.tenant_id = ${tenantId} and ${isGone})
      limit ${MOST_COUNTED + 1}) counted`.execute(tx);
  const total = rows[0]?.total ?? 0;
  return total > MOST_COUNTED ? null : total;
}

function writeAfter({ id, key }: Row): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

function readAfter(text: string): Row {
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { key, id };
  } catch {
    // Fall through: whatever it was, it is no place in a list.
  }
  throw new Refusal('request.malformed', { field: 'after' });
}

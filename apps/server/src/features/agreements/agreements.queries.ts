import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../platform/db/transactions.ts';

/** What a school hands to its authority: words of the plan, no evidence, no states, nobody's card (RULE-30). */
export type AgreementContent = {
  readonly period: { readonly start: PlainDate; readonly end: PlainDate };
  readonly stages: readonly {
    readonly number: string | null;
    readonly title: string;
    readonly items: readonly {
      readonly number: string | null;
      readonly title: string;
      readonly points: readonly string[];
      readonly deadline: string | null;
      readonly responsible: string | null;
      readonly result: string | null;
    }[];
  }[];
};

export type AgreementRequest = {
  readonly id: string;
  readonly tenantId: string;
  readonly roadmapId: string;
  readonly organization: string;
  readonly title: string;
  readonly content: AgreementContent;
  readonly state: 'asked' | 'agreed' | 'returned' | 'withdrawn';
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedOn: PlainDate | null;
  readonly person: string | null;
  readonly post: string | null;
  readonly comment: string | null;
  readonly takenOver: boolean;
};

/** Requests that were put to this authority. Row-level security lets through those and no other school's rows. */
export function requestsTo(tx: Reading, authority: string): Promise<AgreementRequest[]> {
  return select(
    tx,
    sql`q.authority_tenant_id = ${authority} and q.state <> 'withdrawn' order by (q.state = 'asked') desc, q.asked_at desc limit 500`,
  );
}

export async function requestTo(tx: Reading, authority: string, id: string): Promise<AgreementRequest | undefined> {
  return (await select(tx, sql`q.authority_tenant_id = ${authority} and q.id = ${id} and q.state <> 'withdrawn'`))[0];
}

/** A request of the school itself. */
export async function requestOf(tx: Reading, tenantId: string, id: string): Promise<AgreementRequest | undefined> {
  return (await select(tx, sql`q.tenant_id = ${tenantId} and q.id = ${id}`))[0];
}

async function select(tx: Reading, condition: ReturnType<typeof sql>): Promise<AgreementRequest[]> {
  const { rows } = await sql<Row>`select q.* from agreement_requests q where ${condition}`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    tenantId: row.tenant_id,
    roadmapId: row.roadmap_id,
    organization: row.organization_name,
    title: row.title,
    content: row.content,
    state: row.state,
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
    decidedOn: row.decided_on,
    person: row.person,
    post: row.post,
    comment: row.comment,
    takenOver: row.taken_over,
  }));
}

type Row = {
  id: string;
  tenant_id: string;
  roadmap_id: string;
  organization_name: string;
  title: string;
  content: AgreementContent;
  state: AgreementRequest['state'];
  asked_at: Date;
  decided_at: Date | null;
  decided_on: PlainDate | null;
  person: string | null;
  post: string | null;
  comment: string | null;
  taken_over: boolean;
};

/** Decides once: of two coordinators the second changes nothing. */
export async function decide(
  tx: Writing,
  authority: string,
  id: string,
  decision: {
    state: 'agreed' | 'returned';
    person: string;
    post: string;
    date: PlainDate;
    comment: string | null;
    now: Date;
  },
): Promise<boolean> {
  const done = await tx
    .updateTable('agreement_requests')
    .set({
      state: decision.state,
      person: decision.person,
      post: decision.post,
      decided_on: decision.date,
      decided_at: decision.now,
      comment: decision.comment,
    })
    .where('authority_tenant_id', '=', authority)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/**
 * Requests of this roadmap, or of all, that wait are withdrawn: their words are no longer what is asked about, and the
 * authority sees them no more. A decision that has not been taken over yet comes too late.
 */
export async function withdrawRequests(tx: Writing, tenantId: string, roadmapId?: string): Promise<void> {
  await sql`
    update agreement_requests
    set state = case when state = 'asked' then 'withdrawn' else state end, taken_over = state <> 'asked'
    where tenant_id = ${tenantId} and state <> 'withdrawn' and not taken_over
      ${roadmapId === undefined ? sql`` : sql`and roadmap_id = ${roadmapId}`}`.execute(tx);
}

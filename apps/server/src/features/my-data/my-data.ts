import type { MyData } from '@nastavnik/contracts/access';
import { sql } from 'kysely';
import { actorShown, recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { permitAbout, tiesTo } from '../../platform/ties.ts';
import { childrenOf, personSummaries } from '../participants/door.ts';
import { heldOf } from './held-data.ts';
import { whoSees } from './who-sees.ts';

/**
 * «Мои данные» (RULE-36): what is held of the person and why, who can see it by name and role, the consents, who looked
 * and what was handed out. Of oneself, or of a child one represents today.
 */
export async function seeMyData(tx: Reading, caller: Caller, personId: string): Promise<MyData> {
  await permitAbout(tx, caller, 'myData.see', personId);
  const person = (await personSummaries(tx, caller, [personId])).get(personId);
  if (!person) throw new Refusal('person.not-found');
  const where = { tenantId: caller.tenantId, personId };
  return {
    person: { id: personId, name: person.name, kind: personId === caller.personId ? 'self' : 'child' },
    held: await heldOf(tx, where),
    seenBy: await whoSees(tx, caller, personId),
    colleagues: await worksHere(tx, caller, personId),
    consents: await consentsOf(tx, where),
    views: await viewsOf(tx, where),
    disclosures: await disclosuresOf(tx, where),
    children: await childrenOf(tx, caller),
    operator: await operatorOf(tx, caller.tenantId),
    may: { export: true },
  };
}

/** The same as a file of one's own; that it was taken stands in the history. */
export async function exportMyData(tx: Writing, caller: Caller, personId: string): Promise<MyData> {
  const data = await seeMyData(tx, caller, personId);
  await recordEvent(tx, caller, { type: 'my-data.exported', object: { kind: 'person', id: personId } });
  return data;
}

/** Name, post and duties of whoever works here are known to every colleague. */
async function worksHere(tx: Reading, caller: Caller, personId: string): Promise<boolean> {
  return (await tiesTo(tx, caller, [personId])).get(personId)?.includes('employee') ?? false;
}

type Where = { readonly tenantId: string; readonly personId: string };

async function consentsOf(tx: Reading, { tenantId, personId }: Where): Promise<MyData['consents']> {
  const rows = await tx
    .selectFrom('consents')
    .select(['id', 'kind', 'state', 'valid_from', 'valid_to', 'ended_on'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('state', '<>', 'draft')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    endedOn: row.ended_on,
  }));
}

/** Who opened the card, newest first. */
async function viewsOf(tx: Reading, { tenantId, personId }: Where): Promise<MyData['views']> {
  const { rows } = await sql<{ at: Date; actor_name: string; what: string | null }>`
    select at, ${actorShown('audit_events')} as actor_name, data->>'what' as what from audit_events
    where tenant_id = ${tenantId} and object_kind = 'person' and object_id = ${personId} and type = 'card.seen'
    order by at desc limit 200`.execute(tx);
  return rows.map((row) => ({ at: row.at.toISOString(), by: row.actor_name, what: row.what ?? 'card' }));
}

async function disclosuresOf(tx: Reading, { tenantId, personId }: Where): Promise<MyData['disclosures']> {
  const rows = await tx
    .selectFrom('disclosures as d')
    .innerJoin('disclosed_people as w', (join) =>
      join.onRef('w.tenant_id', '=', 'd.tenant_id').onRef('w.disclosure_id', '=', 'd.id'),
    )
    .select(['d.at', 'd.by_name', 'd.kind', 'd.purpose', 'd.receiver'])
    .where('d.tenant_id', '=', tenantId)
    .where('w.person_id', '=', personId)
    .orderBy('d.at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    at: row.at.toISOString(),
    by: row.by_name,
    kind: row.kind,
    purpose: row.purpose,
    receiver: row.receiver,
  }));
}

async function operatorOf(tx: Reading, tenantId: string): Promise<MyData['operator']> {
  const row = await tx
    .selectFrom('organizations')
    .select(['full_name', 'address'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return { name: row.full_name, address: row.address };
}

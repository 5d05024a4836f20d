import type { MyData } from '@nastavnik/contracts/access';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DataGroup } from '@nastavnik/domain/consents/kept-data';
import { sql } from 'kysely';
import { actorShown, recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { permitAbout, tiesTo } from '../../platform/ties.ts';
import { childrenOf, personSummaries } from '../participants/door.ts';
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

/** Groups of which something is there. */
async function heldOf(tx: Reading, { tenantId, personId }: Where): Promise<MyData['held']> {
  const { rows } = await sql<Record<string, boolean>>`
    select true as name,
      exists (select from class_places c where c.tenant_id = p.tenant_id and c.person_id = p.id)
        or exists (select from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id) as "classAndPost",
      p.birth_date is not null as "birthDate",
      p.email is not null or p.phone is not null as contacts,
      exists (select from identity_documents i where i.tenant_id = p.tenant_id and i.person_id = p.id) as "identityDocument",
      exists (select from representations r where r.tenant_id = p.tenant_id and p.id in (r.representative_id, r.child_id)) as representation,
      exists (select from participants t where t.tenant_id = p.tenant_id and t.person_id = p.id) as nomination,
      exists (select from mentee_requests r join participants t on t.tenant_id = r.tenant_id and t.id = r.participant_id
        where t.tenant_id = p.tenant_id and t.person_id = p.id) as request,
      exists (select from competence_cards k where k.tenant_id = p.tenant_id and k.person_id = p.id) as "competenceCard",
      exists (select from support_tags s where s.tenant_id = p.tenant_id and s.person_id = p.id) as "needsSupport",
      exists (select from interviews i join participants t on t.tenant_id = i.tenant_id and t.id = i.participant_id
        where t.tenant_id = p.tenant_id and t.person_id = p.id) as interview,
      exists (select from clearances c where c.tenant_id = p.tenant_id and c.person_id = p.id) as clearance,
      exists (select from mentor_trainings m where m.tenant_id = p.tenant_id and m.person_id = p.id) as training,
      exists (select from consents c where c.tenant_id = p.tenant_id and c.person_id = p.id) as consents,
      exists (select from memberships m where m.tenant_id = p.tenant_id and m.person_id = p.id) as account,
      exists (select from audit_events a where a.tenant_id = p.tenant_id and a.object_kind = 'person' and a.object_id = p.id) as "auditLog"
    from people p where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(tx);
  const { rows: until } = await sql<{ until: PlainDate | null }>`
    select max(valid_to) as until from consents
    where tenant_id = ${tenantId} and person_id = ${personId} and kind = 'processing' and state = 'valid'`.execute(tx);
  const last = until[0]?.until ?? null;
  return Object.entries(rows[0] ?? {})
    .filter(([, there]) => there)
    .map(([group]) => ({
      group: group as DataGroup,
      why: BASIS[group] ?? 'consent',
      until: BASIS[group] ? null : last,
    }));
}

/** Where the basis is not the consent (PRIVACY §3). */
const BASIS: Readonly<Record<string, string>> = {
  identityDocument: 'consentProof',
  consents: 'consentProof',
  representation: 'consentProof',
  clearance: 'law',
  account: 'account',
  auditLog: 'law',
};

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

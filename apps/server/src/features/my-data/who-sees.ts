import type { MyData } from '@nastavnik/contracts/access';
import { type Action, can } from '@nastavnik/domain/access/can';
import { ROLES } from '@nastavnik/domain/access/roles';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { type Seer, tiesOfAll } from '../../platform/ties.ts';
import { opensCard, type PersonSides, personSides, representationsOf } from '../persons/door.ts';

type SeenBy = MyData['seenBy'][number];
type What = SeenBy['sees'][number];

/**
 * Who can see something of this person, by name and role, and what (RULE-36). Asked of the same table of rights that
 * answers each of them, so that the page cannot say less than what is true.
 */
export async function whoSees(tx: Reading, caller: Caller, personId: string): Promise<SeenBy[]> {
  const sides = await personSides(tx, { tenantId: caller.tenantId, personId });
  if (!sides) return [];
  const has = await whatIsThere(tx, caller.tenantId, personId);
  const whose = { tenantId: caller.tenantId, personId, today: caller.today };
  const children = (await representationsOf(tx, whose, 'representative')).map(({ childId }) => childId);
  const seers = await tiesOfAll(tx, caller, [personId, ...children]);
  const seen = seers.flatMap((seer) => {
    if (seer.personId === personId) return [];
    const sees = whatOf(seer, sides, children, has);
    return sees.length === 0 ? [] : [{ ...seer, sees }];
  });
  const names = await namesOf(tx, caller, seen);
  return seen
    .flatMap(({ personId: id, roles, sees }) => {
      const known = names.get(id);
      return known ? [{ ...known, roles: ROLES.filter((role) => roles.includes(role)), sees }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'ru'));
}

type Has = { readonly participation: boolean; readonly consents: boolean };

function whatOf(seer: Seer, sides: PersonSides, children: readonly string[], has: Has): What[] {
  const ties = seer.ties.get(sides.id) ?? [];
  const throughChild = (action: Action) => children.some((child) => can(seer, action, seer.ties.get(child) ?? []));
  const open: Record<What, boolean> = {
    card: opensCard(seer, sides, ties, throughChild('representative.see')),
    personnel: sides.isEmployee && can(seer, 'employee.seePersonnel', ties),
    participation: has.participation && can(seer, 'participant.see', ties),
    consents: has.consents && can(seer, 'consent.see', ties),
    support: ties.includes('supported') && can(seer, 'supportTag.see', ties),
    account: can(seer, 'codes.give', ties) || throughChild('codes.give'),
  };
  return (Object.keys(open) as What[]).filter((what) => open[what]);
}

async function whatIsThere(tx: Reading, tenantId: string, personId: string): Promise<Has> {
  const { rows } = await sql<Has>`
    select exists (select from participants where tenant_id = ${tenantId} and person_id = ${personId}) as participation,
      exists (select from consents where tenant_id = ${tenantId} and person_id = ${personId}) as consents`.execute(tx);
  return rows[0]!;
}

async function namesOf(tx: Reading, { tenantId, today }: Caller, seers: readonly { readonly personId: string }[]) {
  const { rows } = await sql<{ id: string; name: string; post: string | null }>`
    select p.id, p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '') as name,
      (select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id
        and ${today}::date between coalesce(t.started_on, '-infinity') and coalesce(t.ended_on, 'infinity')
        order by t.started_on nulls first, t.id limit 1) as post
    from people p
    where p.tenant_id = ${tenantId} and p.id = any (${sql.val(seers.map(({ personId }) => personId))}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, name, post }) => [id, { name, post }]));
}

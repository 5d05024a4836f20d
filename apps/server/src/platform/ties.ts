import { type Action, can, type Tie } from '@nastavnik/domain/access/can';
import { ROLES, type Role } from '@nastavnik/domain/access/roles';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from './caller.ts';
import { plannedOnce } from './db/planned-once.ts';
import type { Reading } from './db/transactions.ts';
import { needsRepresentative } from './needs-representative.ts';
import { Refusal } from './refusal.ts';

type TieRow = {
  readonly id: string;
  readonly own_class: boolean;
  readonly own_association: boolean;
  readonly own_child: boolean;
  readonly employee: boolean;
  readonly supported: boolean;
  readonly blocked: boolean;
};

/** How `asker` stands to `people p` today: the columns of a `TieRow`. */
const tieColumns = (asker: RawBuilder<unknown>, today: PlainDate) => sql`
      exists (
        select from class_places cp
        join class_teachers ct on ct.tenant_id = cp.tenant_id and ct.class_id = cp.class_id
        where cp.tenant_id = p.tenant_id and cp.person_id = p.id and ct.person_id = ${asker}
          and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity')
          and ${today}::date between ct.started_on and coalesce(ct.ended_on, 'infinity')
      ) as own_class,
      exists (
        select from body_members mine
        join bodies b on b.tenant_id = mine.tenant_id and b.id = mine.body_id
        join body_members theirs on theirs.tenant_id = mine.tenant_id and theirs.body_id = mine.body_id
        where mine.tenant_id = p.tenant_id and mine.person_id = ${asker} and theirs.person_id = p.id
          and mine.office = 'chair' and b.kind = 'methodAssociation' and b.removed_at is null
          and ${today}::date between mine.started_on and coalesce(mine.ended_on, 'infinity')
          and ${today}::date between theirs.started_on and coalesce(theirs.ended_on, 'infinity')
      ) as own_association,
      exists (
        select from representations r
        where r.tenant_id = p.tenant_id and r.child_id = p.id and r.representative_id = ${asker}
          -- A line of an imported list is no power yet: until somebody has seen the paper it opens nothing (RULE-08).
          and r.verified_on is not null
          and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')
          and ${needsRepresentative('p', today)}
      ) as own_child,
      exists (
        select from employees e
        where e.tenant_id = p.tenant_id and e.person_id = p.id and ${today}::date <= coalesce(e.dismissed_on, 'infinity')
      ) as employee,
      exists (select from support_tags s where s.tenant_id = p.tenant_id and s.person_id = p.id) as supported,
      p.blocked_at is not null as blocked`;

/**
 * How the caller stands to these people today. People who are not in the caller's organisation are missing from the
 * answer: for the caller they do not exist.
 */
export async function tiesTo(
  tx: Reading,
  caller: Pick<Caller, 'tenantId' | 'personId' | 'today'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Tie[]>> {
  if (personIds.length === 0) return new Map();
  const { tenantId, personId, today } = caller;
  const { rows } = await sql<TieRow>`
    ${plannedOnce}select p.id, ${tieColumns(sql`${personId}`, today)}
    from people p
    where p.tenant_id = ${tenantId} and p.id = any (${sql.val([...personIds])}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, tiesOf(row, personId)]));
}

/** Somebody who holds a role today, and how they stand to the people asked about. */
export type Seer = {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly ties: ReadonlyMap<string, readonly Tie[]>;
};

/** The other way round: everybody who may see something of these people, by role and tie. */
export async function tiesOfAll(
  tx: Reading,
  { tenantId, today }: Pick<Caller, 'tenantId' | 'today'>,
  personIds: readonly string[],
): Promise<readonly Seer[]> {
  const ids = sql`${sql.val([...personIds])}::uuid[]`;
  // A mentee sees nobody, a parent the own children: no need to ask about those of others.
  const { rows } = await sql<TieRow & { readonly seer: string; readonly roles: readonly string[] }>`
    with seers as (
      select r.person_id as id, array_agg(distinct r.role) as roles from held_roles r
      where r.tenant_id = ${tenantId} and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity')
        and r.role not in ('mentor', 'mentee')
        and (r.role <> 'legalRepresentative' or r.person_id in (
          select x.representative_id from representations x where x.tenant_id = ${tenantId} and x.child_id = any (${ids})))
      group by r.person_id
      union all
      -- A child without any role still sees who represents it.
      select p.id, '{}' from people p where p.tenant_id = ${tenantId} and p.id = any (${ids}) and not exists (
        select from held_roles r where r.tenant_id = p.tenant_id and r.person_id = p.id and r.role not in ('mentor', 'mentee')
          and ${today}::date between r.started_on and coalesce(r.ended_on, 'infinity'))
    )
    select seers.id as seer, seers.roles, p.id, ${tieColumns(sql`seers.id`, today)}
    from seers join people me on me.tenant_id = ${tenantId} and me.id = seers.id and me.deactivated_at is null
    join people p on p.tenant_id = ${tenantId} and p.id = any (${ids})`.execute(tx);
  const seers = new Map<string, { roles: readonly Role[]; ties: Map<string, readonly Tie[]> }>();
  for (const row of rows) {
    const roles = row.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role));
    const seer = seers.get(row.seer) ?? { roles, ties: new Map() };
    seer.ties.set(row.id, tiesOf(row, row.seer));
    seers.set(row.seer, seer);
  }
  return [...seers].map(([personId, seer]) => ({ personId, ...seer }));
}

function tiesOf(row: TieRow, callerId: string): readonly Tie[] {
  return [
    ...(row.id === callerId ? (['self'] as const) : []),
    ...(row.own_class ? (['ownClass'] as const) : []),
    ...(row.own_association ? (['ownAssociation'] as const) : []),
    ...(row.own_child ? (['ownChild'] as const) : []),
    ...(row.employee ? (['employee'] as const) : []),
    ...(row.supported ? (['supported'] as const) : []),
    ...(row.blocked ? (['blocked'] as const) : []),
  ];
}

/**
 * Refuses what the access table does not allow about this person: `person.not-found` where there is no such person in
 * the organisation, `access.denied` where there is (RULE-25: a pupil of another class). Returns the ties found.
 */
export async function permitAbout(
  tx: Reading,
  caller: Caller,
  action: Action,
  personId: string,
): Promise<readonly Tie[]> {
  const ties = (await tiesTo(tx, caller, [personId])).get(personId);
  if (!ties) throw new Refusal('person.not-found');
  if (!can(caller, action, ties)) throw new Refusal('access.denied', { action });
  return ties;
}

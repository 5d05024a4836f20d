import { ROLES, type Role } from '@nastavnik/domain/access/roles';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Directory } from '@nastavnik/domain/roadmaps/resolve-parties';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

/** The staff as of a day: who works here, with the posts, roles and memberships of that day. */
export async function directoryOn(tx: Reading, tenantId: string, day: PlainDate): Promise<Directory> {
  const { rows: people } = await sql<{
    id: string;
    family_name: string;
    given_name: string;
    patronymic: string | null;
    posts: string[];
    roles: string[];
  }>`
    select p.id, p.family_name, p.given_name, p.patronymic,
      array(
        select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id
          and coalesce(t.started_on, '-infinity') <= ${day} and coalesce(t.ended_on, 'infinity') >= ${day}
      ) as posts,
      array(
        select r.role from held_roles r where r.tenant_id = p.tenant_id and r.person_id = p.id
          and r.started_on <= ${day} and coalesce(r.ended_on, 'infinity') >= ${day}
      ) as roles
    from people p
    join employees e on e.tenant_id = p.tenant_id and e.person_id = p.id
    where p.tenant_id = ${tenantId} and p.deactivated_at is null and ${day}::date <= coalesce(e.dismissed_on, 'infinity')
    order by p.family_name, p.given_name, p.id`.execute(tx);
  const { rows: bodies } = await sql<{ id: string; name: string; members: string[] }>`
    select b.id, b.name, array(
      select m.person_id from body_members m where m.tenant_id = b.tenant_id and m.body_id = b.id
        and m.started_on <= ${day} and coalesce(m.ended_on, 'infinity') >= ${day}
    ) as members
    from bodies b where b.tenant_id = ${tenantId} and b.removed_at is null order by b.name`.execute(tx);
  return {
    people: people.map((row) => ({
      id: row.id,
      familyName: row.family_name,
      givenName: row.given_name,
      patronymic: row.patronymic,
      posts: row.posts,
      roles: row.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role)),
    })),
    bodies: bodies.map((row) => ({ id: row.id, name: row.name, memberIds: row.members })),
  };
}

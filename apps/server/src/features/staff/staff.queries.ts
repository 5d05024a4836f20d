import type { Person } from '@nastavnik/contracts/staff';
import { ROLES, type Role } from '@nastavnik/domain/access/roles';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Reading, Writing } from '../../platform/db/transactions.ts';

export type PersonRow = Omit<Person, 'may' | 'shortName'>;

export type PeopleFilter = {
  readonly tenantId: string;
  readonly today: PlainDate;
  readonly state: 'active' | 'inactive' | 'all';
  readonly search?: string | undefined;
  readonly id?: string;
};

/** People of the organisation in the order of a Russian alphabet. */
export async function findPeople(tx: Reading, filter: PeopleFilter): Promise<PersonRow[]> {
  let query = tx
    .selectFrom('people as p')
    // Pupils and parents are people too and no business of the staff list.
    .innerJoin('employees as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.person_id', '=', 'p.id'),
    )
    .where('p.tenant_id', '=', filter.tenantId)
    .select((p) => [
      'p.id',
      'p.family_name',
      'p.given_name',
      'p.patronymic',
      'p.email',
      'p.phone',
      'p.deactivated_at',
      'p.version',
      sql<boolean>`${filter.today}::date <= coalesce(e.dismissed_on, 'infinity')`.as('works'),
      jsonArrayFrom(
        p
          .selectFrom('posts as s')
          .select(['s.id', 's.title', 's.started_on', 's.ended_on'])
          .whereRef('s.tenant_id', '=', 'p.tenant_id')
          .whereRef('s.person_id', '=', 'p.id')
          .orderBy('s.started_on', (order) => order.asc().nullsFirst()),
      ).as('posts'),
      jsonArrayFrom(
        p
          .selectFrom('role_assignments as r')
          .select(['r.id', 'r.role', 'r.scope', 'r.started_on', 'r.ended_on'])
          .whereRef('r.tenant_id', '=', 'p.tenant_id')
          .whereRef('r.person_id', '=', 'p.id')
          .where((where) => where.or([where('r.ended_on', 'is', null), where('r.ended_on', '>=', filter.today)]))
          .orderBy('r.started_on'),
      ).as('roles'),
      jsonArrayFrom(
        p
          .selectFrom('body_members as m')
          .innerJoin('bodies as b', (join) =>
            join.onRef('b.tenant_id', '=', 'm.tenant_id').onRef('b.id', '=', 'm.body_id'),
          )
          .select(['b.id', 'b.name', 'm.office'])
          .whereRef('m.tenant_id', '=', 'p.tenant_id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('b.removed_at', 'is', null)
          .where('m.started_on', '<=', filter.today)
          .where((where) => where.or([where('m.ended_on', 'is', null), where('m.ended_on', '>=', filter.today)])),
      ).as('bodies'),
      sql<string>`case
        when exists (select from memberships m where m.tenant_id = p.tenant_id and m.person_id = p.id) then 'active'
        when exists (select from invitations i where i.tenant_id = p.tenant_id and i.person_id = p.id
          and i.accepted_at is null and i.revoked_at is null) then 'invited'
        else 'none' end`.as('account'),
    ])
    .orderBy(sql`p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`);
  const works = sql<boolean>`${filter.today}::date <= coalesce(e.dismissed_on, 'infinity')`;
  if (filter.state === 'active') query = query.where('p.deactivated_at', 'is', null).where(works);
  if (filter.state === 'inactive') query = query.where(sql<boolean>`(p.deactivated_at is not null or not ${works})`);
  if (filter.id) query = query.where('p.id', '=', filter.id);
  if (filter.search) query = query.where(matches(filter.search));
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    familyName: row.family_name,
    givenName: row.given_name,
    patronymic: row.patronymic,
    email: row.email,
    phone: row.phone,
    active: row.deactivated_at === null,
    works: row.works,
    account: row.account as Person['account'],
    posts: row.posts.map((post) => ({
      id: post.id,
      title: post.title,
      startedOn: post.started_on,
      endedOn: post.ended_on,
    })),
    roles: row.roles
      .filter((each): each is typeof each & { role: Role } => (ROLES as readonly string[]).includes(each.role))
      .map((each) => ({
        id: each.id,
        role: each.role,
        scope: each.scope,
        startedOn: each.started_on,
        endedOn: each.ended_on,
      })),
    bodies: row.bodies.map((body) => ({ ...body, office: body.office as 'chair' | 'secretary' | 'member' })),
    version: row.version,
  }));
}

/** Every word is found in the names or the posts, ё is е, a slip of one letter in a long word is forgiven. */
function matches(search: string) {
  const words = search.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, 6);
  const haystack = sql`translate(lower(p.family_name || ' ' || p.given_name || ' ' || coalesce(p.patronymic, '') || ' ' ||
    coalesce((select string_agg(s.title, ' ') from posts s where s.tenant_id = p.tenant_id and s.person_id = p.id), '')), 'ё', 'е')`;
  const each = words.map(
    (word) =>
      sql`(${haystack} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} or word_similarity(${word}, ${haystack}) > 0.45)`,
  );
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}

export async function personForUpdate(tx: Writing, tenantId: string, id: string) {
  return tx
    .selectFrom('people as p')
    .innerJoin('employees as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.person_id', '=', 'p.id'),
    )
    .selectAll('p')
    .where('p.tenant_id', '=', tenantId)
    .where('p.id', '=', id)
    .forUpdate('p')
    .executeTakeFirst();
}

/** Active people other than this one who hold the administrator's role on the day. */
export async function otherAdministrators(
  tx: Writing,
  tenantId: string,
  personId: string,
  today: PlainDate,
): Promise<number> {
  const row = await tx
    .selectFrom('role_assignments as r')
    .innerJoin('people as p', (join) => join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.person_id'))
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.tenant_id', '=', 'p.tenant_id').onRef('m.person_id', '=', 'p.id'),
    )
    .select((s) => s.fn.count<number>('p.id').distinct().as('count'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.role', '=', 'systemAdministrator')
    .where('r.person_id', '!=', personId)
    .where('r.started_on', '<=', today)
    .where((where) => where.or([where('r.ended_on', 'is', null), where('r.ended_on', '>=', today)]))
    .where('p.deactivated_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ParticipantState } from '@nastavnik/domain/participants/participant-states';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';

export type PersonKind = 'employee' | 'pupil' | 'representative' | 'outsider';

/** Kinds of `people p`, ended ones included. */
export const kindsColumn = sql<PersonKind[]>`array_remove(array[
    case when exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id) then 'employee' end,
    case when exists (select from pupils u where u.tenant_id = p.tenant_id and u.person_id = p.id) then 'pupil' end,
    case when exists (select from representations r where r.tenant_id = p.tenant_id and r.representative_id = p.id) then 'representative' end,
    case when exists (select from outsiders o where o.tenant_id = p.tenant_id and o.person_id = p.id) then 'outsider' end
  ], null)`;

/** «7А», a post, or an organisation: what tells people of one name apart. */
export const placeColumn = (today: PlainDate) => sql<string | null>`coalesce(
    (select c.grade || case when length(c.letter) > 1 then ' ' else '' end || c.letter from class_places cp
      join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
      where cp.tenant_id = p.tenant_id and cp.person_id = p.id
        and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity') limit 1),
    (select t.title from posts t where t.tenant_id = p.tenant_id and t.person_id = p.id
        and ${today}::date <= coalesce(t.ended_on, 'infinity')
      order by t.started_on nulls first, t.id limit 1),
    (select coalesce(o.post || ', ', '') || o.organization from outsiders o
      where o.tenant_id = p.tenant_id and o.person_id = p.id))`;

export const nameColumn = sql<string>`p.family_name || ' ' || p.given_name || coalesce(' ' || p.patronymic, '')`;

/**
 * Is here today in one of the sides. `offset 0`: asked person by person, as a page of fifty needs it; else the database
 * reads all pupils of the organisation first.
 */
export const presentColumn = (today: PlainDate) => sql<boolean>`(p.deactivated_at is null and (
    exists (select from pupils u where u.tenant_id = p.tenant_id and u.person_id = p.id
      and ${today}::date <= coalesce(u.left_on, 'infinity') offset 0)
    or exists (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id
      and ${today}::date <= coalesce(e.dismissed_on, 'infinity') offset 0)
    or exists (select from representations r where r.tenant_id = p.tenant_id and r.representative_id = p.id
      and ${today}::date <= coalesce(r.ended_on, 'infinity') offset 0)
    or exists (select from outsiders o where o.tenant_id = p.tenant_id and o.person_id = p.id offset 0)))`;

export type PersonSides = {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: PlainDate | null;
  readonly snils: string | null;
  readonly emancipatedOn: PlainDate | null;
  readonly emancipationDocument: string | null;
  readonly underGuardianship: boolean;
  readonly mergedInto: string | null;
  readonly blocked: boolean;
  readonly deactivated: boolean;
  readonly version: number;
  readonly kinds: readonly PersonKind[];
  readonly isPupil: boolean;
  readonly isEmployee: boolean;
  readonly state: ParticipantState | null;
};

type Row = Omit<PersonSides, 'isPupil' | 'isEmployee'>;

/** The person with everything that decides who may see what; `undefined` for those of other organisations and the erased. */
export async function personSides(
  tx: Reading,
  scope: { readonly tenantId: string; readonly personId: string },
  lock = false,
): Promise<PersonSides | undefined> {
  const { rows } = await sql<Row>`
    select p.id, p.family_name as "familyName", p.given_name as "givenName", p.patronymic, p.email, p.phone,
      p.birth_date as "birthDate", p.snils, p.emancipated_on as "emancipatedOn",
      p.emancipation_document as "emancipationDocument", p.under_guardianship as "underGuardianship",
      p.merged_into as "mergedInto", p.blocked_at is not null as blocked, p.deactivated_at is not null as deactivated,
      p.version, ${kindsColumn} as kinds,
      (select a.state from participants a where a.tenant_id = p.tenant_id and a.person_id = p.id
        order by a.state in ('inBank', 'selected', 'waiting', 'assigned', 'active', 'suspended') desc, a.created_at desc
        limit 1) as state
    from people p
    where p.tenant_id = ${scope.tenantId} and p.id = ${scope.personId} and p.erased_at is null
    ${lock ? sql`for update of p` : sql``}`.execute(tx);
  const [row] = rows;
  return row && { ...row, isPupil: row.kinds.includes('pupil'), isEmployee: row.kinds.includes('employee') };
}

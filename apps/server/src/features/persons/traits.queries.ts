import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { KnownPerson } from '@nastavnik/domain/people/duplicate';
import type { Snils } from '@nastavnik/domain/people/snils';
import { sql } from 'kysely';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';

export type Where = Pick<Caller, 'tenantId' | 'today'>;
export type TraitsRow = {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly birthDate: PlainDate | null;
  readonly snils: string | null;
  readonly className: string | null;
};

export const traitColumns = (today: PlainDate) => sql`p.id, p.family_name as "familyName", p.given_name as "givenName",
  p.patronymic, p.birth_date as "birthDate", p.snils,
  (select c.grade || case when length(c.letter) > 1 then ' ' else '' end || c.letter from class_places cp
    join classes c on c.tenant_id = cp.tenant_id and c.id = cp.class_id
    where cp.tenant_id = p.tenant_id and cp.person_id = p.id
      and ${today}::date between cp.started_on and coalesce(cp.ended_on, 'infinity') limit 1) as "className"`;

export function known(row: TraitsRow): KnownPerson {
  const { familyName, givenName, patronymic } = row;
  return {
    id: row.id,
    name: { familyName, givenName, patronymic },
    birthDate: row.birthDate,
    snils: row.snils as Snils | null,
    className: row.className,
  };
}

/** All people of the organisation with what tells them apart. */
export async function everybodysTraits(tx: Reading, { tenantId, today }: Where): Promise<KnownPerson[]> {
  const { rows } = await sql<TraitsRow>`select ${traitColumns(today)} from people p
    where p.tenant_id = ${tenantId} and p.merged_into is null and p.erased_at is null`.execute(tx);
  return rows.map(known);
}

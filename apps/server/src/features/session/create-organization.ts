import type { OrganizationKind } from '@nastavnik/contracts/session';
import type { Role } from '@nastavnik/domain/access/roles';
import type { DateSpan, PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';

export type NewOrganization = {
  readonly tenantId: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly secondName: string | null;
  readonly secondLanguage: string | null;
  readonly municipality: string;
  readonly kind: OrganizationKind;
  readonly timeZone: string;
  readonly cycle: DateSpan;
  readonly host: boolean;
  readonly now: Date;
};

/** A tenant with its first cycle, the school year of the day. */
export async function createOrganization(tx: Writing, organization: NewOrganization): Promise<void> {
  await tx
    .insertInto('organizations')
    .values({
      tenant_id: organization.tenantId,
      full_name: organization.fullName,
      short_name: organization.shortName,
      second_name: organization.secondName,
      second_language: organization.secondLanguage,
      municipality: organization.municipality,
      kind: organization.kind,
      time_zone: organization.timeZone,
      is_host: organization.host,
    })
    .execute();
  await tx
    .insertInto('program_cycles')
    .values({
      tenant_id: organization.tenantId,
      id: newId(organization.now),
      title: `${organization.cycle.start.slice(0, 4)}/${organization.cycle.end.slice(2, 4)} учебный год`,
      started_on: organization.cycle.start,
      ended_on: organization.cycle.end,
    })
    .execute();
}

export type FirstPerson = {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly post: string;
  readonly email: string | null;
  readonly alsoRoles: readonly Role[];
};

/** The first administrator of an organisation, who is often its curator too. */
export async function addFirstPerson(
  tx: Writing,
  place: { readonly tenantId: string; readonly today: PlainDate; readonly now: Date },
  person: FirstPerson,
): Promise<string> {
  const { tenantId, today, now } = place;
  const personId = newId(now);
  await tx
    .insertInto('people')
    .values({
      tenant_id: tenantId,
      id: personId,
      family_name: person.familyName,
      given_name: person.givenName,
      patronymic: person.patronymic,
      email: person.email,
    })
    .execute();
  await tx.insertInto('employees').values({ tenant_id: tenantId, person_id: personId }).execute();
  await tx
    .insertInto('posts')
    .values({ tenant_id: tenantId, id: newId(now), person_id: personId, title: person.post })
    .execute();
  for (const role of new Set<Role>(['systemAdministrator', ...person.alsoRoles])) {
    await tx
      .insertInto('role_assignments')
      .values({ tenant_id: tenantId, id: newId(now), person_id: personId, role, started_on: today })
      .execute();
  }
  return personId;
}

import type { OrganizationKind } from '@nastavnik/contracts/session';
import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
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

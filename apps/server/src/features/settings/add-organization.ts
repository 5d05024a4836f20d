import type { OrganizationKind } from '@nastavnik/contracts/session';
import { cycleOf } from '@nastavnik/domain/calendar/school-year';
import { sql } from 'kysely';
import type { Deps } from '../../deps.ts';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { dayIn } from '../../platform/clock.ts';
import { type Reading, writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { addFirstPerson, createOrganization } from '../session/door.ts';
import { createInvitation } from '../staff/door.ts';

export type AddOrganization = {
  readonly fullName: string;
  readonly shortName: string;
  readonly municipality: string;
  readonly kind: OrganizationKind;
  readonly timeZone: string;
  readonly administrator: Parameters<typeof addFirstPerson>[2];
};

/** A further tenant of this server with its first administrator invited; whoever adds it sees nothing inside it. */
export async function addOrganization(
  deps: Deps,
  caller: Caller,
  command: AddOrganization,
): Promise<{ token: string; expiresAt: Date }> {
  permit(caller, 'server.addOrganization', caller.host ? ['host'] : []);
  const { now } = caller;
  const tenantId = newId(now);
  const today = dayIn(command.timeZone, now);
  return writing(deps.pool, { tenantId }, async (tx) => {
    await createOrganization(tx, {
      tenantId,
      ...command,
      secondName: null,
      secondLanguage: null,
      cycle: cycleOf(today),
      host: false,
      now,
    });
    const personId = await addFirstPerson(tx, { tenantId, today, now }, command.administrator);
    await recordEvent(
      tx,
      { tenantId, personId: null, name: caller.name, now },
      { type: 'organization.founded', object: { kind: 'organization', id: tenantId } },
    );
    return createInvitation(tx, { tenantId, personId, now }, personId);
  });
}

/** Names of all organisations, for the administrator of the server. */
export async function seeServerOrganizations(tx: Reading, caller: Caller) {
  permit(caller, 'server.addOrganization', caller.host ? ['host'] : []);
  const { rows } = await sql<{ tenant_id: string; short_name: string; kind: string }>`
    select * from organization_names(array(select all_tenants())) order by short_name collate "ru-x-icu"`.execute(tx);
  return {
    organizations: rows.map((row) => ({
      id: row.tenant_id,
      shortName: row.short_name,
      kind: row.kind as OrganizationKind,
    })),
  };
}

import type { OrganizationKind } from '@nastavnik/contracts/session';
import type { Organization } from '@nastavnik/contracts/settings';
import { can } from '@nastavnik/domain/access/can';
import { type DateSpan, daysBetween } from '@nastavnik/domain/calendar/plain-date';
import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';
import { newId, newToken } from '../../platform/ids.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { withdrawRequests } from '../agreements/door.ts';

export async function seeOrganization(tx: Reading, caller: Caller): Promise<Organization> {
  permit(caller, 'organization.see');
  const row = await tx
    .selectFrom('organizations')
    .selectAll()
    .where('tenant_id', '=', caller.tenantId)
    .executeTakeFirst();
  if (!row) throw new Refusal('organization.not-found');
  return {
    id: row.tenant_id,
    fullName: row.full_name,
    shortName: row.short_name,
    secondName: row.second_name,
    secondLanguage: row.second_language,
    municipality: row.municipality,
    kind: row.kind as OrganizationKind,
    timeZone: row.time_zone,
    authority: row.authority_tenant_id
      ? { id: row.authority_tenant_id, name: await nameOf(tx, row.authority_tenant_id) }
      : null,
    authorityName: row.authority_name,
    requiresOuterAgreement: row.requires_outer_agreement,
    soonDays: row.soon_days,
    stampStyle: row.stamp_style as Organization['stampStyle'],
    may: { edit: can(caller, 'organization.edit') },
  };
}

export type OrganizationCommand = Omit<Organization, 'id' | 'kind' | 'authority' | 'may'>;

export async function editOrganization(
  tx: Writing,
  caller: Caller,
  command: OrganizationCommand,
): Promise<Organization> {
  permit(caller, 'organization.edit');
  if ((command.secondName === null) !== (command.secondLanguage === null)) {
    throw new Refusal('organization.second-language-incomplete');
  }
  await tx
    .updateTable('organizations')
    .set({
      full_name: command.fullName,
      short_name: command.shortName,
      second_name: command.secondName,
      second_language: command.secondLanguage,
      municipality: command.municipality,
      authority_name: command.authorityName,
      requires_outer_agreement: command.requiresOuterAgreement,
      soon_days: command.soonDays,
      stamp_style: command.stampStyle,
      time_zone: command.timeZone,
    })
    .where('tenant_id', '=', caller.tenantId)
    .execute();
  await recordEvent(tx, caller, {
    type: 'organization.changed',
    object: { kind: 'organization', id: caller.tenantId },
  });
  return seeOrganization(tx, caller);
}

/** The code that ties a school to this authority; made when first asked for. */
export async function authorityCode(tx: Writing, caller: Caller): Promise<string> {
  permit(caller, 'authority.open');
  const row = await tx
    .selectFrom('organizations')
    .select(['authority_code', 'kind'])
    .where('tenant_id', '=', caller.tenantId)
    .forUpdate()
    .executeTakeFirst();
  if (row?.kind !== 'municipality' && row?.kind !== 'region') throw new Refusal('access.denied');
  if (row.authority_code) return row.authority_code;
  const code = newToken().slice(0, 12).toUpperCase();
  await tx
    .updateTable('organizations')
    .set({ authority_code: code })
    .where('tenant_id', '=', caller.tenantId)
    .execute();
  await recordEvent(tx, caller, {
    type: 'organization.authority-code-made',
    object: { kind: 'organization', id: caller.tenantId },
  });
  return code;
}

export async function joinAuthority(tx: Writing, caller: Caller, code: string): Promise<Organization> {
  permit(caller, 'organization.edit');
  const { rows } = await sql<{
    tenant_id: string;
    short_name: string;
  }>`select * from authority_by_code(${code})`.execute(tx);
  const authority = rows[0];
  if (!authority || authority.tenant_id === caller.tenantId) throw new Refusal('organization.not-found');
  return tie(tx, caller, authority.tenant_id, authority.short_name);
}

export function leaveAuthority(tx: Writing, caller: Caller): Promise<Organization> {
  permit(caller, 'organization.edit');
  return tie(tx, caller, null, null);
}

async function tie(
  tx: Writing,
  caller: Caller,
  authorityId: string | null,
  name: string | null,
): Promise<Organization> {
  // Whoever was the authority sees nothing of the school from now on.
  await withdrawRequests(tx, caller.tenantId);
  await tx
    .updateTable('organizations')
    .set({ authority_tenant_id: authorityId, ...(name ? { authority_name: name } : {}) })
    .where('tenant_id', '=', caller.tenantId)
    .execute();
  await recordEvent(tx, caller, {
    type: authorityId ? 'organization.joined-authority' : 'organization.left-authority',
    object: { kind: 'organization', id: caller.tenantId },
    data: { authority: name },
  });
  return seeOrganization(tx, caller);
}

export async function seeCycles(tx: Reading, caller: Caller) {
  permit(caller, 'organization.see');
  const rows = await tx
    .selectFrom('program_cycles')
    .select(['id', 'title', 'started_on as start', 'ended_on as end'])
    .where('tenant_id', '=', caller.tenantId)
    .orderBy('started_on', 'desc')
    .execute();
  return { cycles: rows };
}

/** Longer than this a plan is a programme of development, not a cycle (seed 001 spans two calendar years). */
const LONGEST_DAYS = 6 * 366;

export async function saveCycle(
  tx: Writing,
  caller: Caller,
  id: string | null,
  command: DateSpan & { title: string },
): Promise<string> {
  permit(caller, 'organization.edit');
  if (command.end < command.start || daysBetween(command.start, command.end) > LONGEST_DAYS)
    throw new Refusal('cycle.too-long');
  const values = { title: command.title, started_on: command.start, ended_on: command.end };
  const cycleId = id ?? newId(caller.now);
  if (id) {
    const changed = await tx
      .updateTable('program_cycles')
      .set(values)
      .where('tenant_id', '=', caller.tenantId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new Refusal('cycle.not-found');
  } else {
    await tx
      .insertInto('program_cycles')
      .values({ tenant_id: caller.tenantId, id: cycleId, ...values })
      .execute();
  }
  await recordEvent(tx, caller, { type: 'cycle.saved', object: { kind: 'cycle', id: cycleId }, data: values });
  return cycleId;
}

async function nameOf(tx: Reading, tenantId: string): Promise<string> {
  const { rows } = await sql<{
    short_name: string;
  }>`select short_name from organization_names(array[${tenantId}]::uuid[])`.execute(tx);
  return rows[0]?.short_name ?? '';
}

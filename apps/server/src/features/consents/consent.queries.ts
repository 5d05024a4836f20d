import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Consent, EndReason } from '@nastavnik/domain/consents/consent';
import type { ConsentKind, ConsentState, SignerSide, SignMethod } from '@nastavnik/domain/consents/consent-kinds';
import type { DisseminationChoice } from '@nastavnik/domain/consents/consent-template';
import type { SigningGroup } from '@nastavnik/domain/consents/signing-facts';
import { sql } from 'kysely';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading, Writing } from '../../platform/db/transactions.ts';

/** A consent with what the rules do not ask about but its readers do. */
export type StoredConsent = {
  readonly consent: Consent;
  readonly number: number;
  readonly year: number;
  readonly cycleId: string | null;
  readonly printedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly choices: readonly DisseminationChoice[];
  readonly documentHash: string;
  /** By signer; a signer who has not signed is missing. */
  readonly ticks: ReadonlyMap<string, readonly string[]>;
  readonly version: number;
};

type ConsentRow = {
  id: string;
  number: number;
  year: number;
  kind: ConsentKind;
  person_id: string;
  cycle_id: string | null;
  form_id: string | null;
  template_id: string;
  scope_version: number;
  state: ConsentState;
  signing_group: SigningGroup | null;
  choices: DisseminationChoice[] | null;
  document_hash: string | null;
  issued_on: PlainDate | null;
  printed_at: Date | null;
  reminded_at: Date | null;
  valid_from: PlainDate | null;
  valid_to: PlainDate | null;
  ended_on: PlainDate | null;
  end_reason: EndReason | null;
  renewal_of: string | null;
  needs_renewal_by: PlainDate | null;
  name_changed: boolean;
  version: number;
};

type SignerRow = {
  consent_id: string;
  person_id: string;
  side: SignerSide;
  assent_only: boolean;
  representation_id: string | null;
  printed_name: string;
  signed_on: PlainDate | null;
  filed_on: PlainDate | null;
  method: SignMethod | null;
  refused_on: PlainDate | null;
  ticks: string[] | null;
};

const COLUMNS = sql`
  c.id, c.number, c.year, c.kind, c.person_id, c.cycle_id, c.form_id, c.template_id, t.scope_version, c.state,
  c.signing_group, c.choices, c.document_hash, c.issued_on, c.printed_at, c.reminded_at, c.valid_from, c.valid_to,
  c.ended_on, c.end_reason, c.renewal_of, c.needs_renewal_by, c.name_changed, c.version`;

const FROM = sql`from consents c join consent_templates t on t.tenant_id = c.tenant_id and t.id = c.template_id`;

/** All consents of these people, the latest first. */
export async function consentsOfPeople(
  tx: Reading,
  tenantId: string,
  personIds: readonly string[],
): Promise<StoredConsent[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<ConsentRow>`${plannedOnce}
    select ${COLUMNS} ${FROM}
    where c.tenant_id = ${tenantId} and c.person_id = any (${sql.val([...personIds])}::uuid[])
    order by c.year desc, c.number desc`.execute(tx);
  return withSigners(tx, tenantId, rows);
}

export async function consentsById(tx: Reading, tenantId: string, ids: readonly string[]): Promise<StoredConsent[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ConsentRow>`${plannedOnce}
    select ${COLUMNS} ${FROM}
    where c.tenant_id = ${tenantId} and c.id = any (${sql.val([...ids])}::uuid[])
    order by c.year, c.number`.execute(tx);
  return withSigners(tx, tenantId, rows);
}

export async function consentById(tx: Reading, tenantId: string, id: string): Promise<StoredConsent | undefined> {
  return (await consentsById(tx, tenantId, [id]))[0];
}

/** Locked first and read after: of fifty who sign at once each sees what the one before has written. */
export async function consentForUpdate(tx: Writing, tenantId: string, id: string): Promise<StoredConsent | undefined> {
  await sql`select from consents where tenant_id = ${tenantId} and id = ${id} for update`.execute(tx);
  return consentById(tx, tenantId, id);
}

/** Documents that wait for, or bear, the signature of this person. */
export async function consentsOfSigner(tx: Reading, tenantId: string, personId: string): Promise<StoredConsent[]> {
  const { rows } = await sql<ConsentRow>`
    select ${COLUMNS} ${FROM}
    where c.tenant_id = ${tenantId} and exists (
      select from consent_signers s
      where s.tenant_id = c.tenant_id and s.consent_id = c.id and s.person_id = ${personId}
    )
    order by c.year desc, c.number desc`.execute(tx);
  return withSigners(tx, tenantId, rows);
}

/** Others on whose papers in force this person's signature stands. */
export async function peopleSignedFor(tx: Reading, tenantId: string, personId: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct c.person_id from consents c
    join consent_signers s on s.tenant_id = c.tenant_id and s.consent_id = c.id
    where c.tenant_id = ${tenantId} and s.person_id = ${personId} and c.person_id <> ${personId} and c.state = 'valid'
    order by c.person_id`.execute(tx);
  return rows.map((row) => row.person_id);
}

export type RegisterFilter = {
  readonly year: number;
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly search?: string | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
  /** RULE-18. */
  readonly endedToo: boolean;
};

export async function registerRows(tx: Reading, tenantId: string, filter: RegisterFilter): Promise<StoredConsent[]> {
  const search = filter.search?.toLowerCase().replaceAll('ё', 'е');
  const { rows } = await sql<ConsentRow>`
    select ${COLUMNS} ${FROM}
    join people p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tenantId} and c.year = ${filter.year}
      ${filter.state ? sql`and c.state = ${filter.state}` : sql``}
      ${filter.kind ? sql`and c.kind = ${filter.kind}` : sql``}
      ${filter.endedToo ? sql`` : sql`and c.state in ('draft', 'issued', 'partiallySigned', 'valid')`}
      ${search ? sql`and p.search_name like '%' || ${search}::text || '%'` : sql``}
      ${filter.after === undefined ? sql`` : sql`and c.number < ${filter.after}`}
    order by c.number desc limit ${filter.limit}`.execute(tx);
  return withSigners(tx, tenantId, rows);
}

async function withSigners(tx: Reading, tenantId: string, rows: readonly ConsentRow[]): Promise<StoredConsent[]> {
  if (rows.length === 0) return [];
  const { rows: signers } = await sql<SignerRow>`${plannedOnce}
    select consent_id, person_id, side, assent_only, representation_id, printed_name, signed_on, filed_on, method,
      refused_on, ticks
    from consent_signers
    where tenant_id = ${tenantId} and consent_id = any (${sql.val(rows.map(({ id }) => id))}::uuid[])
    order by consent_id, position, person_id`.execute(tx);
  const byConsent = Map.groupBy(signers, ({ consent_id }) => consent_id);
  return rows.map((row) => stored(row, byConsent.get(row.id) ?? []));
}

function stored(row: ConsentRow, signers: readonly SignerRow[]): StoredConsent {
  return {
    consent: {
      id: row.id,
      kind: row.kind,
      subjectId: row.person_id,
      formId: row.form_id,
      state: row.state,
      templateId: row.template_id,
      scopeVersion: row.scope_version,
      issuedOn: row.issued_on,
      group: row.signing_group,
      signers: signers.map((signer) => ({
        personId: signer.person_id,
        side: signer.side,
        assentOnly: signer.assent_only,
        representationId: signer.representation_id,
        printedName: signer.printed_name,
        signature:
          signer.signed_on && signer.method
            ? { method: signer.method, signedOn: signer.signed_on, filedOn: signer.filed_on ?? signer.signed_on }
            : null,
        refusedOn: signer.refused_on,
      })),
      validFrom: row.valid_from,
      validTo: row.valid_to,
      endedOn: row.ended_on,
      endReason: row.end_reason,
      renewalOf: row.renewal_of,
      needsRenewalBy: row.needs_renewal_by,
      nameChanged: row.name_changed,
    },
    number: row.number,
    year: row.year,
    cycleId: row.cycle_id,
    printedAt: row.printed_at,
    remindedAt: row.reminded_at,
    choices: row.choices ?? [],
    documentHash: row.document_hash ?? '',
    ticks: new Map(signers.flatMap((signer) => (signer.ticks ? [[signer.person_id, signer.ticks] as const] : []))),
    version: row.version,
  };
}

/** «С-14/2026», as the register of consents counts within the year. */
export function registerNumber({ number, year }: Pick<StoredConsent, 'number' | 'year'>): string {
  return `С-${number}/${year}`;
}

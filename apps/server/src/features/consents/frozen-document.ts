import { createHash } from 'node:crypto';
import type {
  ConsentPrint,
  PrintedParticipation,
  PrintedPerson,
  PrintedRepresentative,
} from '@nastavnik/documents/consents/consent-print';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { ConsentSigner } from '@nastavnik/domain/consents/consent';
import type { ConsentTemplate } from '@nastavnik/domain/consents/consent-template';
import { sql } from 'kysely';
import type { Reading } from '../../platform/db/transactions.ts';
import type { Operator } from '../consent-templates/door.ts';
import { registerNumber, type StoredConsent } from './consent.queries.ts';
import type { FrozenDocument } from './frozen.ts';
import { filledIn, type StoredDocument } from './later-papers.ts';
import { documentWords, IDENTITY_WORDS, KIND_WORDS, signerWords } from './printed-words.ts';
import type { Subject } from './subject.queries.ts';

type Papers = {
  person_id: string;
  kind: string | null;
  number: string | null;
  issued_on: PlainDate | null;
  issuer: string | null;
  address: string | null;
  email: string | null;
  phone: string | null;
};

export type DocumentParts = {
  readonly template: ConsentTemplate;
  readonly operator: Operator;
  readonly subject: Subject;
  readonly signers: readonly Pick<ConsentSigner, 'personId' | 'side' | 'representationId'>[];
  readonly participation: PrintedParticipation | null;
};

/** The document of one person; `papers` as `papersOf` found them. */
export function freeze(parts: DocumentParts, papers: ReadonlyMap<string, Papers>): FrozenDocument {
  const { subject, operator, template } = parts;
  const other = parts.signers.find(({ side }) => side !== 'subject');
  return {
    template,
    operator: {
      name: operator.fullName,
      address: operator.address ?? '',
      inn: operator.inn,
      ogrn: operator.ogrn,
    },
    subject: printed(subject.name, subject.facts.birthDate, subject.place, papers.get(subject.facts.personId)),
    representative: other ? representative(other, subject, papers) : null,
    participation: parts.participation,
    term: null,
  };
}

function representative(
  signer: Pick<ConsentSigner, 'personId' | 'representationId'>,
  subject: Subject,
  papers: ReadonlyMap<string, Papers>,
): PrintedRepresentative {
  const power = subject.representations.find(({ id }) => id === signer.representationId);
  return {
    ...printed(subject.names.get(signer.personId) ?? '', null, null, papers.get(signer.personId)),
    kind: power ? KIND_WORDS[power.kind] : '',
    authority: power ? (subject.authorities.get(power.id) ?? null) : null,
  };
}

function printed(
  fullName: string,
  birthDate: PlainDate | null,
  place: string | null,
  papers: Papers | undefined,
): PrintedPerson {
  return {
    fullName,
    birthDate,
    place,
    address: papers?.address ?? null,
    identityDocument:
      papers?.kind && papers.number
        ? documentWords({
            kind: IDENTITY_WORDS[papers.kind] ?? papers.kind,
            number: papers.number,
            on: papers.issued_on,
            issuer: papers.issuer,
          })
        : null,
    contact: papers?.phone ?? papers?.email ?? null,
  };
}

/** Identity papers and contacts of everybody who stands on the documents. */
export async function papersOf(
  tx: Reading,
  tenantId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Papers>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<Papers>`
    select p.id as person_id, d.kind, d.number, d.issued_on, d.issuer, d.address, p.email, p.phone
    from people p
    left join identity_documents d on d.tenant_id = p.tenant_id and d.person_id = p.id
    where p.tenant_id = ${tenantId} and p.id = any (${sql.val([...personIds])}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.person_id, row]));
}

/** SHA-256 of the document as it is shown: the same hash comes back with the signature. */
export function hashOf(id: string, document: StoredDocument): string {
  return createHash('sha256')
    .update(JSON.stringify([id, document]))
    .digest('hex');
}

export async function frozenDocumentsOf(
  tx: Reading,
  tenantId: string,
  consentIds: readonly string[],
): Promise<ReadonlyMap<string, FrozenDocument>> {
  const stored = await storedDocumentsOf(tx, tenantId, consentIds);
  return new Map([...stored].map(([id, document]) => [id, filledIn(document)]));
}

export async function storedDocumentsOf(
  tx: Reading,
  tenantId: string,
  consentIds: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  if (consentIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('consents')
    .select(['id', 'document'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...consentIds])
    .execute();
  // Written by `insertConsent` alone.
  return new Map(rows.map((row) => [row.id, row.document as StoredDocument]));
}

/** The document with what has been ticked and signed since, ready to be drawn. */
export function printOf(
  stored: Pick<StoredConsent, 'consent' | 'number' | 'year' | 'choices' | 'ticks'>,
  frozen: FrozenDocument,
): ConsentPrint {
  const { consent } = stored;
  return {
    ...frozen,
    id: consent.id,
    registerNumber: registerNumber(stored),
    tickedPurposes: tickedByAll(stored),
    choices: stored.choices,
    signatures: consent.signers.map((signer) => ({
      who: signerWords(signer.side, consent.group),
      fullName: signer.printedName,
      assentOnly: signer.assentOnly,
      signed: signer.signature && { method: signer.signature.method, on: signer.signature.signedOn },
    })),
    typeface: 'Tinos',
  };
}

/** What two signers allow is what both have ticked. */
export function tickedByAll({ consent, ticks }: Pick<StoredConsent, 'consent' | 'ticks'>): string[] {
  const lists = consent.signers
    .filter(({ assentOnly, signature }) => !assentOnly && signature !== null)
    .flatMap(({ personId }) => {
      const ticked = ticks.get(personId);
      return ticked ? [ticked] : [];
    });
  const [first, ...rest] = lists;
  return first ? first.filter((code) => rest.every((list) => list.includes(code))) : [];
}

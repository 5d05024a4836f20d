import type { PrintedPerson } from '@nastavnik/documents/consents/consent-print';
import type { FrozenDocument } from './frozen.ts';

type OwnPaper = Pick<PrintedPerson, 'address' | 'identityDocument' | 'contact'>;
type Side = 'subject' | 'representative';

/**
 * The document as it is kept. What the first of two has signed is never written over: the other's paper, entered
 * afterwards, stands beside it and fills the lines that were left for it, as a hand would on a sheet of paper. The hash
 * of the first signature is that of the document without `later`.
 */
export type StoredDocument = FrozenDocument & { readonly later?: Partial<Record<Side, OwnPaper>> };

/** The document as it is read, printed and signed. */
export function filledIn({ later, ...document }: StoredDocument): FrozenDocument {
  const { subject, representative } = document;
  return {
    ...document,
    subject: fill(subject, later?.subject),
    representative: representative && fill(representative, later?.representative),
  };
}

/** The paper of one who has not signed yet, from a document drawn today. */
export function withLater(document: StoredDocument, side: Side, today: FrozenDocument): StoredDocument {
  const person = today[side];
  if (!person) return document;
  const { address, identityDocument, contact } = person;
  return { ...document, later: { ...document.later, [side]: { address, identityDocument, contact } } };
}

/** Lines left empty alone: what was printed stays as it was signed. */
function fill<Person extends OwnPaper>(person: Person, own: OwnPaper | undefined): Person {
  if (!own) return person;
  return {
    ...person,
    address: person.address || own.address,
    identityDocument: person.identityDocument || own.identityDocument,
    contact: person.contact || own.contact,
  };
}

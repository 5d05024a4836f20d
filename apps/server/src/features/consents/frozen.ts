import type {
  PrintedOperator,
  PrintedParticipation,
  PrintedPerson,
  PrintedRepresentative,
} from '@nastavnik/documents/consents/consent-print';
import type { ConsentTemplate } from '@nastavnik/domain/consents/consent-template';

/** What is kept with the consent as it was issued: names, papers and addresses of that day. */
export type FrozenDocument = {
  readonly template: ConsentTemplate;
  readonly operator: PrintedOperator;
  readonly subject: PrintedPerson;
  readonly representative: PrintedRepresentative | null;
  readonly participation: PrintedParticipation | null;
  readonly term: string | null;
};

import type { Consent, ConsentSigner } from './consent.ts';
import type {
  ConsentCommand,
  ConsentContext,
  ConsentDecision,
  ConsentRefusal,
  NamedSigner,
} from './consent-command.ts';
import { speaksFor } from './representation.ts';
import { isGroup, requiredSigners, signingGroup } from './required-signers.ts';
import type { RequiredSigner } from './signing-facts.ts';

type Issue = Extract<ConsentCommand, { kind: 'issue' }>;

/** LIFECYCLE 4.4 issue: from here on template, names and signers stand as they will be signed. */
export function issueConsent(
  consent: Consent,
  command: Issue,
  context: ConsentContext,
): ConsentDecision | ConsentRefusal {
  const day = command.signFrom !== null && command.signFrom > context.today ? command.signFrom : context.today;
  const group = signingGroup(context.subject, day);
  if (!isGroup(group)) return group;
  const needed = requiredSigners(consent.kind, context.subject, day);
  if (typeof needed === 'string') return needed;
  if (command.validTo !== null && command.validTo < day) return 'consent.term-passed';
  if (command.signers.length > needed.length) return 'consent.not-a-signer';

  const signers: ConsentSigner[] = [];
  for (const line of needed) {
    const named = command.signers.find((each) => each.side === line.side);
    if (!named) return 'consent.signers-missing';
    if (!isRightPerson(named, line, context, day)) return wrongPerson(line);
    signers.push({ ...named, assentOnly: line.assentOnly, signature: null, refusedOn: null });
  }
  return {
    consent: { ...consent, state: 'issued', group, signers, issuedOn: context.today, validTo: command.validTo },
    warnings: [],
  };
}

/** The document may name a representative whose papers nobody has looked at yet; signing it may not (RULE-08). */
function isRightPerson(
  named: NamedSigner,
  line: RequiredSigner,
  { subject, representations }: ConsentContext,
  day: Parameters<typeof speaksFor>[2],
): boolean {
  if (line.side === 'subject') return named.personId === subject.personId;
  const power = representations.find(({ id }) => id === named.representationId);
  return power !== undefined && power.representativeId === named.personId && speaksFor(power, subject, day);
}

function wrongPerson(line: RequiredSigner): ConsentRefusal {
  return line.side === 'subject' ? 'consent.not-a-signer' : 'consent.representative-unknown';
}

import type { Tie } from '@nastavnik/domain/access/can';
import type { RequestContext, RequestTie } from '@nastavnik/domain/participants/request-states';
import { age } from '@nastavnik/domain/people/age';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { tiesTo } from '../../platform/ties.ts';
import { consentFacts } from '../consents/door.ts';
import { type PersonSummary, personSummaries } from '../participants/door.ts';

/** The mentee of a request as the rules ask about them. */
export type Mentee = {
  readonly person: PersonSummary;
  readonly ties: readonly Tie[];
  readonly processingConsent: boolean;
};

export async function menteesById(
  tx: Reading,
  caller: Caller,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Mentee>> {
  const ids = [...new Set(personIds)];
  const people = await personSummaries(tx, caller, ids);
  const ties = await tiesTo(tx, caller, ids);
  const consents = await consentFacts(tx, caller.tenantId, ids, caller.today);
  return new Map(
    [...people].map(([id, person]) => [
      id,
      { person, ties: ties.get(id) ?? [], processingConsent: consents.get(id)?.processing ?? false },
    ]),
  );
}

const TIES: Partial<Record<Tie, RequestTie>> = {
  self: 'self',
  ownChild: 'representative',
  ownClass: 'ownClass',
  ownAssociation: 'ownAssociation',
};

export function contextOf(
  caller: Caller,
  mentee: Mentee,
  given: RequestContext['given'],
  filled: boolean,
): RequestContext {
  return {
    by: { kind: 'user', roles: caller.roles, ties: mentee.ties.flatMap((tie) => TIES[tie] ?? []) },
    processingConsent: mentee.processingConsent,
    age: mentee.person.birthDate ? age(mentee.person.birthDate, caller.today) : null,
    given,
    filled,
  };
}

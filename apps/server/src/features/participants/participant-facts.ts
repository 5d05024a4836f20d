import type { Tie } from '@nastavnik/domain/access/can';
import { missingOfCard } from '@nastavnik/domain/participants/card-faults';
import type { MentoringForm } from '@nastavnik/domain/participants/mentoring-form';
import type {
  GuardFacts,
  ParticipantContext,
  ParticipantFacts,
  ParticipantTie,
} from '@nastavnik/domain/participants/participant-context';
import type { Caller } from '../../platform/caller.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { tiesTo } from '../../platform/ties.ts';
import { type ConsentFacts, consentFacts } from '../consents/door.ts';
import { formsById } from '../mentoring-forms/door.ts';
import { cardForRules } from './card-of-row.ts';
import { type ParticipantRow, type Preparation, preparationsOf } from './participant.queries.ts';
import { countsAsMinor, type PersonSummary, personSummaries } from './person-summary.queries.ts';

/** Everything a command on a participant is judged by, as it stands in this transaction. */
export type KnownParticipant = {
  readonly row: ParticipantRow;
  readonly person: PersonSummary;
  readonly ties: readonly Tie[];
  readonly form: MentoringForm | null;
  readonly preparation: Preparation;
  readonly consents: ConsentFacts;
};

export async function knowParticipants(
  tx: Reading,
  caller: Caller,
  rows: readonly ParticipantRow[],
): Promise<KnownParticipant[]> {
  const people = [...new Set(rows.map((row) => row.personId))];
  const [summaries, ties, forms, preparations, consents] = [
    await personSummaries(tx, caller, people),
    await tiesTo(tx, caller, people),
    await formsById(tx, caller.tenantId),
    await preparationsOf(
      tx,
      caller.tenantId,
      rows.map((row) => row.id),
      caller.today,
    ),
    await consentFacts(tx, caller.tenantId, people, caller.today),
  ];
  return rows.map((row) => ({
    row,
    person: summaries.get(row.personId)!,
    ties: ties.get(row.personId) ?? [],
    form: row.formId ? (forms.get(row.formId)?.form ?? null) : null,
    preparation: preparations.get(row.id)!,
    consents: consents.get(row.personId)!,
  }));
}

export function factsOf(row: ParticipantRow): ParticipantFacts {
  return { role: row.role, state: row.state, selectedOn: row.selectedOn, suspendedUntil: row.suspendedUntil };
}

/** The same person as the rules of 4.3 ask about them, on this day and by this caller. */
export function contextOf(
  caller: Caller,
  known: Pick<KnownParticipant, 'person' | 'ties'> & { readonly guards: GuardFacts },
  given: ParticipantContext['given'],
): ParticipantContext {
  const { person, ties } = known;
  return {
    today: caller.today,
    by: { kind: 'user', roles: caller.roles, ties: participantTies(ties) },
    person: {
      kind: person.standing,
      hasRepresentative: person.underGuardianship || countsAsMinor(person, caller.today),
    },
    guards: known.guards,
    given,
  };
}

const TIES: Partial<Record<Tie, ParticipantTie>> = {
  self: 'self',
  ownChild: 'representative',
  ownClass: 'ownClass',
  ownAssociation: 'ownAssociation',
};

function participantTies(ties: readonly Tie[]): ParticipantTie[] {
  return ties.flatMap((tie) => TIES[tie] ?? []);
}

/** Guards of LIFECYCLE §3. Pairs, orders and programmes are no part of the product yet: their guards do not hold. */
export function guardsOf({ person, form, preparation, consents }: KnownParticipant): GuardFacts {
  return {
    processingConsent: consents.processing,
    participationConsent: consents.participation,
    interview: preparation.interviewed,
    // An adult among minors; a pupil is asked for no certificate, nor is a teacher who mentors teachers.
    clearance: preparation.cleared || person.standing === 'pupil' || !(form?.rules.includes('clearance') ?? true),
    training: preparation.trained,
    cardFilled: preparation.card !== null && missingOfCard(cardForRules(preparation.card)).length === 0,
    unitApproved: false,
    programApproved: false,
    openUnits: 0,
  };
}

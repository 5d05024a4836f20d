import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { type Coverage, coverageOf, type Missing, type Need } from '@nastavnik/domain/consents/coverage';
import { isMinor } from '@nastavnik/domain/people/age';
import { sql } from 'kysely';
import { plannedOnce } from '../../platform/db/planned-once.ts';
import type { Reading } from '../../platform/db/transactions.ts';
import { consentsOfPeople, type StoredConsent } from './consent.queries.ts';
import { type Subject, subjectsOf } from './subject.queries.ts';

/** What is missing (codes of domain/consents/coverage), with the names of those who are waited for. */
export type MissingConsent = Omit<Missing, 'waitingFor'> & {
  readonly waitsFor: readonly string[];
  /** The same for a sentence: kind, next, waitsFor, on, consentId. */
  readonly data: Record<string, unknown>;
};

/** G-PD and G-PART of a person on a day, for every participation that has not ended. */
export type ConsentFacts = {
  readonly processing: boolean;
  /** True also where nobody asks for it: of an adult. */
  readonly participation: boolean;
  /** Of the two above; empty where both hold. */
  readonly missing: readonly MissingConsent[];
  /** The last day on which all of it still holds, where one is known. */
  readonly holdsUntil: PlainDate | null;
};

/** Everything that the coverage of one person is judged by. */
export type KnownPerson = {
  readonly subject: Subject;
  readonly consents: readonly StoredConsent[];
  /** Forms of the participations that have not ended; null: not chosen yet. */
  readonly forms: readonly (string | null)[];
};

/**
 * Of these people, whether they may be worked with on the day, and what is missing where not. People who are not of this
 * organisation are missing from the answer.
 */
export async function consentFacts(
  tx: Reading,
  tenantId: string,
  personIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, ConsentFacts>> {
  const known = await knowPeople(tx, tenantId, personIds, on);
  return new Map([...known].map(([id, person]) => [id, factsOf(person, on)]));
}

export async function knowPeople(
  tx: Reading,
  tenantId: string,
  personIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, KnownPerson>> {
  const ids = [...new Set(personIds)];
  const subjects = await subjectsOf(tx, tenantId, ids, on);
  const consents = Map.groupBy(await consentsOfPeople(tx, tenantId, ids), ({ consent }) => consent.subjectId);
  const forms = await formsOfPeople(tx, tenantId, ids);
  return new Map(
    [...subjects].map(([id, subject]) => [
      id,
      { subject, consents: consents.get(id) ?? [], forms: forms.get(id) ?? [] },
    ]),
  );
}

function factsOf(known: KnownPerson, on: PlainDate): ConsentFacts {
  const needs = needsOf(known, on);
  const each = needs.map((need) => ({ need, coverage: coverageFor(known, need, on) }));
  const ends = each.flatMap(({ coverage }) => coverage.holdsUntil ?? []);
  const isHeld = (kind: Need['kind']) =>
    !known.subject.blocked && each.every(({ need, coverage }) => need.kind !== kind || coverage.covered);
  return {
    processing: isHeld('processing'),
    participation: isHeld('participation'),
    missing: each.flatMap(({ coverage }) => coverage.missing.map((missing) => named(missing, known.subject))),
    holdsUntil: ends.length === 0 ? null : ends.reduce((first, day) => (day < first ? day : first)),
  };
}

/** What the bank asks for: processing of everybody, participation of minors in each form they are proposed for. */
export function needsOf({ subject, consents, forms }: KnownPerson, on: PlainDate): Need[] {
  const needs: Need[] = [{ kind: 'processing', formId: null }];
  const { birthDate, standings } = subject.facts;
  if (birthDate === null ? !standings.includes('pupil') : !isMinor(birthDate, on)) return needs;
  const asked = forms.length > 0 ? forms : [null];
  // Where the form is not chosen yet, whatever form the family has agreed to counts.
  const agreed = consents.find(({ consent }) => consent.kind === 'participation')?.consent.formId ?? null;
  const formIds = new Set(asked.map((form) => form ?? agreed));
  return [...needs, ...[...formIds].map((formId) => ({ kind: 'participation' as const, formId }))];
}

export function coverageFor({ subject, consents }: KnownPerson, need: Need, on: PlainDate): Coverage {
  return coverageOf(
    {
      subject: subject.facts,
      representations: subject.representations,
      consents: consents.map(({ consent }) => consent),
    },
    [need],
    on,
  );
}

export function named({ waitingFor, ...missing }: Missing, { names }: Subject): MissingConsent {
  const { kind, next, on, consentId } = missing;
  const waitsFor = waitingFor.flatMap(({ personId }) => names.get(personId) ?? []);
  return { ...missing, waitsFor, data: { kind, next, waitsFor, on, consentId } };
}

async function formsOfPeople(
  tx: Reading,
  tenantId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, (string | null)[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; forms: (string | null)[] }>`${plannedOnce}
    select person_id, array_agg(distinct form_id) as forms from participants
    where tenant_id = ${tenantId} and person_id = any (${sql.val([...personIds])}::uuid[])
      and state not in ('completed', 'refused', 'rejected', 'withdrawn', 'excluded')
    group by person_id`.execute(tx);
  return new Map(rows.map((row) => [row.person_id, row.forms]));
}

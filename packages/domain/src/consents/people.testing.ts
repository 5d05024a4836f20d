import fc from 'fast-check';
import { addDays, type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { age, turnsOn } from '../people/age.ts';
import type { Consent } from './consent.ts';
import type {
  ConsentCommand,
  ConsentContext,
  ConsentDecision,
  ConsentRefusal,
  NamedSigner,
} from './consent-command.ts';
import { decideConsent } from './consent-commands.ts';
import type { Representation, SubjectFacts } from './signing-facts.ts';

/** Invented people of one school, for the tests of this folder. */
export const TODAY = plainDate('2025-10-10');

export function aPupil(birthDate: string | null, rest: Partial<SubjectFacts> = {}): SubjectFacts {
  return {
    personId: 'petya',
    birthDate: birthDate === null ? null : plainDate(birthDate),
    standings: ['pupil'],
    emancipation: null,
    underGuardianship: false,
    ...rest,
  };
}

export const EMPLOYEE = aPupil('1980-03-05', { personId: 'olga', standings: ['employee'] });
/** Born so that they are of the age on `TODAY` for half a year already. */
export const ELEVEN = aPupil('2014-04-10');
export const FIFTEEN = aPupil('2010-04-10');
export const GROWN = aPupil('2007-04-10');

export const MOTHER: Representation = {
  id: 'power-of-mother',
  representativeId: 'mother',
  childId: 'petya',
  kind: 'mother',
  verifiedOn: plainDate('2025-09-01'),
  startedOn: plainDate('2010-01-01'),
  endedOn: null,
  objectedOn: null,
  objectionDecision: null,
};
export const FATHER: Representation = {
  ...MOTHER,
  id: 'power-of-father',
  representativeId: 'father',
  kind: 'father',
};

export const NAMES: Readonly<Record<string, string>> = {
  petya: 'Рябинин Пётр Ильич',
  mother: 'Рябинина Анна Сергеевна',
  father: 'Рябинин Илья Олегович',
  olga: 'Зорина Ольга Павловна',
};

export function aContext(subject: SubjectFacts, rest: Partial<ConsentContext> = {}): ConsentContext {
  return {
    today: TODAY,
    subject,
    representations: [MOTHER, FATHER],
    nameToday: (personId) => NAMES[personId] ?? null,
    accountSigning: true,
    ...rest,
  };
}

export function aDraft(rest: Partial<Consent> = {}): Consent {
  return {
    id: 'consent',
    kind: 'processing',
    subjectId: 'petya',
    formId: null,
    state: 'draft',
    templateId: 'template',
    scopeVersion: 1,
    issuedOn: null,
    group: null,
    signers: [],
    validFrom: null,
    validTo: null,
    endedOn: null,
    endReason: null,
    renewalOf: null,
    needsRenewalBy: null,
    nameChanged: false,
    ...rest,
  };
}

export const BY_SUBJECT: NamedSigner = {
  personId: 'petya',
  side: 'subject',
  representationId: null,
  printedName: 'Рябинин Пётр Ильич',
};
export const BY_MOTHER: NamedSigner = {
  personId: 'mother',
  side: 'representative',
  representationId: 'power-of-mother',
  printedName: 'Рябинина Анна Сергеевна',
};

export function issue(signers: readonly NamedSigner[], rest: Partial<Extract<ConsentCommand, { kind: 'issue' }>> = {}) {
  return { kind: 'issue', signFrom: null, validTo: null, signers, ...rest } as const satisfies ConsentCommand;
}

export function sign(
  by: string,
  signedOn: PlainDate = TODAY,
  method: 'paper' | 'simpleESign' | 'qualifiedESign' = 'paper',
) {
  return { kind: 'sign', by, method, signedOn } as const satisfies ConsentCommand;
}

/** The consent after the command; fails the test if it was refused. */
export function after(consent: Consent, command: ConsentCommand, context: ConsentContext): Consent {
  const decided = decideConsent(consent, command, context);
  if (typeof decided === 'string') throw new Error(`refused: ${decided}`);
  return decided.consent;
}

/** The code of the refusal, or the state. */
export function outcome(decided: ConsentDecision | ConsentRefusal): string {
  return typeof decided === 'string' ? decided : decided.consent.state;
}

/** In force since `TODAY`, signed by the mother and, from 14, by the pupil. */
export function aValid(subject: SubjectFacts, rest: Partial<Consent> = {}, on: PlainDate = TODAY): Consent {
  const context = aContext(subject, { today: on });
  const years = subject.birthDate === null ? 40 : age(subject.birthDate, on);
  const self = { ...BY_SUBJECT, personId: subject.personId, printedName: NAMES[subject.personId] ?? '' };
  const signers = years < 14 ? [BY_MOTHER] : years < 18 ? [self, BY_MOTHER] : [self];
  const issued = after(
    aDraft({ subjectId: subject.personId, ...rest }),
    issue(signers, { validTo: rest.validTo ?? null }),
    context,
  );
  return signers.reduce((consent, { personId }) => after(consent, sign(personId, on), context), issued);
}

export const days = fc.integer({ min: -400, max: 400 }).map((count) => addDays(TODAY, count));
/** Pupils from 7 to 20 years of age, some of them on the day of a birthday or on 29 February. */
export const birthDates = fc.oneof(
  fc.integer({ min: 7 * 366, max: 20 * 366 }).map((count) => addDays(TODAY, -count)),
  fc.integer({ min: 7, max: 20 }).map((years) => turnsOn(TODAY, -years)),
  fc.constantFrom('2004-02-29', '2008-02-29', '2012-02-29').map(plainDate),
);

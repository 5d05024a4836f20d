import type { PlainDate } from '../calendar/plain-date.ts';
import { age } from '../people/age.ts';
import type { Audience, ConsentKind } from './consent-kinds.ts';
import type { NoSigner, RequiredSigner, SigningGroup, SubjectFacts } from './signing-facts.ts';

const MAJORITY = 18;
/** From here on the pupil signs too (ГК art. 26). */
const OWN_SIGNATURE = 14;
/** From here on a child is asked for an own «я согласен» to taking part [DEC]. */
const OWN_ASSENT = 10;

const SUBJECT: RequiredSigner = { side: 'subject', assentOnly: false };
const ASSENT: RequiredSigner = { side: 'subject', assentOnly: true };
const REPRESENTATIVE: RequiredSigner = { side: 'representative', assentOnly: false };
const GUARDIAN: RequiredSigner = { side: 'guardian', assentOnly: false };

/** PRIVACY §1, a row each; RULE-05…07. Which kinds may be asked of whom at all is decided before it. */
const SIGNERS: Record<SigningGroup, readonly RequiredSigner[]> = {
  underFourteen: [REPRESENTATIVE],
  fourteenToSeventeen: [SUBJECT, REPRESENTATIVE],
  emancipated: [SUBJECT],
  adult: [SUBJECT],
  employee: [SUBJECT],
  underGuardianship: [GUARDIAN],
};

/** How the document is worded for each row (DOC-12, 13, 14). A guardian of an adult signs the representative's wording. */
const AUDIENCE: Record<SigningGroup, Audience> = {
  underFourteen: 'representative',
  fourteenToSeventeen: 'pupil',
  emancipated: 'adult',
  adult: 'adult',
  employee: 'adult',
  underGuardianship: 'representative',
};

/** Who has to sign such a document on the day, or why nobody can. */
export function requiredSigners(
  kind: ConsentKind,
  subject: SubjectFacts,
  on: PlainDate,
): readonly RequiredSigner[] | NoSigner {
  const group = signingGroup(subject, on);
  if (!isGroup(group)) return group;
  const barred = notAsked(kind, group, subject);
  if (barred) return barred;
  if (kind === 'mentoringDuty' || kind === 'employeeThirdParty') return [SUBJECT];
  return asksAssent(kind, group, subject, on) ? [...SIGNERS[group], ASSENT] : SIGNERS[group];
}

/** The row of PRIVACY §1 that a person stands in on a day, by full years; born on 29 February counts on 1 March. */
export function signingGroup(subject: SubjectFacts, on: PlainDate): SigningGroup | NoSigner {
  if (subject.birthDate === null) {
    // Pupils are minors until shown otherwise; everybody else in the bank is of age.
    return subject.standings.includes('pupil') ? 'signers.birth-date-missing' : grownUp(subject);
  }
  if (on < subject.birthDate) return 'signers.not-born-yet';
  const years = age(subject.birthDate, on);
  if (years >= MAJORITY) return grownUp(subject);
  if (isEmancipated(subject, on)) return 'emancipated';
  return years >= OWN_SIGNATURE ? 'fourteenToSeventeen' : 'underFourteen';
}

/** Which wording of the template is given out; see `requiredSigners` for the refusals. */
export function audienceOf(subject: SubjectFacts, on: PlainDate): Audience | NoSigner {
  const group = signingGroup(subject, on);
  return isGroup(group) ? AUDIENCE[group] : group;
}

/** True for a row, false for the code that says why there is none. */
export function isGroup(found: SigningGroup | NoSigner): found is SigningGroup {
  return !found.startsWith('signers.');
}

/** Somebody acts for a person of this row: alone, or beside the person. */
export function hasRepresentative(group: SigningGroup): boolean {
  return SIGNERS[group].some(({ side }) => side !== 'subject');
}

function grownUp({ underGuardianship, standings }: SubjectFacts): SigningGroup {
  if (underGuardianship) return 'underGuardianship';
  return standings.includes('employee') ? 'employee' : 'adult';
}

function isEmancipated({ emancipation }: SubjectFacts, on: PlainDate): boolean {
  return emancipation !== null && emancipation.document !== null && emancipation.on <= on;
}

/** The dashes of the table. */
function notAsked(kind: ConsentKind, group: SigningGroup, { standings }: SubjectFacts): NoSigner | undefined {
  if (kind === 'mentoringDuty' || kind === 'employeeThirdParty') {
    return standings.includes('employee') ? undefined : 'signers.for-employees-only';
  }
  const isLearner = standings.includes('pupil') || standings.includes('student');
  const isOfAge = group === 'employee' || group === 'adult';
  return kind === 'participation' && isOfAge && !isLearner ? 'signers.participation-is-for-learners' : undefined;
}

function asksAssent(kind: ConsentKind, group: SigningGroup, { birthDate }: SubjectFacts, on: PlainDate): boolean {
  const isAsked = kind === 'participation' && group === 'underFourteen' && birthDate !== null;
  return isAsked && age(birthDate, on) >= OWN_ASSENT;
}

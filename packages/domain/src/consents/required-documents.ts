import type { PlainDate } from '../calendar/plain-date.ts';
import type { MentoringForm, Side } from '../participants/mentoring-form.ts';
import { isMinor } from '../people/age.ts';
import type { ConsentKind } from './consent-kinds.ts';
import type { SubjectFacts } from './signing-facts.ts';

/** Before what the document must be there: the bank (G-PD, G-PART), the approval of the pair (G-DUTY), a publication (G-DISS). */
export type NeededBefore = 'bank' | 'unit' | 'publication';

export type RequiredDocument = {
  readonly kind: ConsentKind;
  readonly before: NeededBefore;
  /** False: asked for, and whoever says no takes part all the same. */
  readonly required: boolean;
};

export type DocumentFacts = {
  readonly subject: SubjectFacts;
  readonly side: Side;
  /** Null while the form is not chosen. */
  readonly form: Pick<MentoringForm, 'mentor' | 'mentee' | 'rules'> | null;
  /** G-JOBROLE: the job description has mentoring in it already, and the clause is attached. */
  readonly jobRoleCovers: boolean;
};

/** PRIVACY §1, guards of LIFECYCLE §3: which documents one participation needs on the day. One of each kind at most. */
export function requiredDocuments(facts: DocumentFacts, on: PlainDate): readonly RequiredDocument[] {
  const documents: RequiredDocument[] = [{ kind: 'processing', before: 'bank', required: true }];
  if (isTreatedAsMinor(facts.subject, on)) documents.push({ kind: 'participation', before: 'bank', required: true });
  if (needsDuty(facts)) documents.push({ kind: 'mentoringDuty', before: 'unit', required: true });
  if (goesToPartner(facts)) documents.push({ kind: 'employeeThirdParty', before: 'unit', required: true });
  // Free and separate (RULE-10, RULE-20): no form of mentoring can make it a condition.
  documents.push({ kind: 'dissemination', before: 'publication', required: false });
  return documents;
}

/** A pupil without a birth date is a minor until somebody writes it down. Emancipation does not make older. */
function isTreatedAsMinor({ birthDate, standings }: SubjectFacts, on: PlainDate): boolean {
  return birthDate === null ? standings.includes('pupil') : isMinor(birthDate, on);
}

/** ТК art. 351.8: an employee who mentors another employee of the same organisation. */
function needsDuty({ subject, side, form, jobRoleCovers }: DocumentFacts): boolean {
  const isLabour = form?.rules.includes('labour') ?? false;
  return side === 'mentor' && subject.standings.includes('employee') && isLabour && !jobRoleCovers;
}

/** RULE-43: what an employee wants help with goes to a mentor of another organisation. */
function goesToPartner({ subject, side, form }: DocumentFacts): boolean {
  const fromOutside =
    form !== null && form.rules.includes('agreement') && form.mentor.standings.includes('partnerPerson');
  return side === 'mentee' && subject.standings.includes('employee') && fromOutside;
}

import {
  FORM_CONSENTS,
  FORM_RULES,
  type FormConsent,
  type MentoringForm,
  QUESTIONNAIRES,
  SIDES,
  type Side,
  STANDINGS,
} from './mentoring-form.ts';

/** What is wrong with a school's own form. With an empty list it may be switched on. */
export type FormIssue =
  | { readonly code: 'form.id' }
  | { readonly code: 'form.id-taken' }
  | { readonly code: 'form.name' }
  | { readonly code: 'form.nobody-may-stand'; readonly side: Side }
  | { readonly code: 'form.unknown-word'; readonly word: string }
  | { readonly code: 'form.age'; readonly side: Side }
  | { readonly code: 'form.processing-missing'; readonly side: Side }
  /** Minors may stand here and nobody asks whether they take part. */
  | { readonly code: 'form.participation-missing'; readonly side: Side }
  /** RULE-10: publishing is never a condition of taking part. */
  | { readonly code: 'form.dissemination-forced'; readonly side: Side }
  /** An employee would mentor an employee without G-DUTY (ТК art. 351.8). */
  | { readonly code: 'form.duty-missing' }
  /** Adults would meet minors without G-CLEAR. */
  | { readonly code: 'form.clearance-missing' }
  /** A partner's mentor without G-AGREE. */
  | { readonly code: 'form.agreement-missing' }
  | { readonly code: 'form.document-missing'; readonly document: string; readonly for: FormConsent | 'agreement' }
  | { readonly code: 'form.document-unknown'; readonly document: string };

const DOCUMENT = /^DOC-(0[1-9]|[12]\d|3[0-8])$/;

/** @param taken ids of the other forms of the school */
export function lintForm(form: MentoringForm, taken: readonly string[]): readonly FormIssue[] {
  const issues: FormIssue[] = [];
  if (!/^[a-zA-Z][a-zA-Z0-9-]{1,59}$/.test(form.id)) issues.push({ code: 'form.id' });
  if (taken.includes(form.id)) issues.push({ code: 'form.id-taken' });
  if (form.name.trim().length < 3 || form.name.length > 120) issues.push({ code: 'form.name' });
  for (const word of strangeWords(form)) issues.push({ code: 'form.unknown-word', word });
  for (const side of SIDES) issues.push(...sideIssues(form, side));
  return [...issues, ...ruleIssues(form), ...documentIssues(form)];
}

function strangeWords(form: MentoringForm): string[] {
  const outside = (words: readonly string[], known: readonly string[]) => words.filter((word) => !known.includes(word));
  return [
    ...outside(form.questionnaires, QUESTIONNAIRES),
    ...outside(form.rules, FORM_RULES),
    ...SIDES.flatMap((side) => [
      ...outside(form[side].standings, STANDINGS),
      ...outside(form[side].consents, FORM_CONSENTS),
    ]),
  ];
}

function sideIssues(form: MentoringForm, side: Side): FormIssue[] {
  const { standings, minAge, consents } = form[side];
  const issues: FormIssue[] = [];
  if (standings.length === 0) issues.push({ code: 'form.nobody-may-stand', side });
  if (minAge !== null && !(Number.isInteger(minAge) && minAge >= 0 && minAge <= 100)) {
    issues.push({ code: 'form.age', side });
  }
  if (!consents.includes('processing')) issues.push({ code: 'form.processing-missing', side });
  if (mayBeMinor(form, side) && !consents.includes('participation')) {
    issues.push({ code: 'form.participation-missing', side });
  }
  if (consents.includes('dissemination')) issues.push({ code: 'form.dissemination-forced', side });
  return issues;
}

function mayBeMinor(form: MentoringForm, side: Side): boolean {
  const { standings, minAge } = form[side];
  if (minAge !== null && minAge >= 18) return false;
  return standings.includes('pupil') || (side === 'mentee' && standings.includes('student'));
}

function ruleIssues(form: MentoringForm): FormIssue[] {
  const { mentor, mentee, rules } = form;
  const bothEmployed = mentor.standings.includes('employee') && mentee.standings.includes('employee');
  const hasDuty = rules.includes('labour') && mentor.consents.includes('mentoringDuty');
  const meetsMinors = mayBeMinor(form, 'mentee') && mentor.standings.some((standing) => standing !== 'pupil');
  const byPartner = mentor.standings.includes('partnerPerson');
  return [
    ...(bothEmployed && !hasDuty ? [{ code: 'form.duty-missing' } as const] : []),
    ...(meetsMinors && !rules.includes('clearance') ? [{ code: 'form.clearance-missing' } as const] : []),
    ...(byPartner && !rules.includes('agreement') ? [{ code: 'form.agreement-missing' } as const] : []),
  ];
}

/** Documents that prove each consent (DOC-12…19). */
function documentIssues(form: MentoringForm): FormIssue[] {
  const needed: { document: string; for: FormConsent | 'agreement' }[] = [];
  const minors = SIDES.filter((side) => mayBeMinor(form, side));
  const adults = SIDES.some((side) => form[side].standings.some((standing) => standing !== 'pupil'));
  if (adults) needed.push({ document: 'DOC-12', for: 'processing' });
  if (minors.length > 0) {
    needed.push({ document: 'DOC-13', for: 'processing' }, { document: 'DOC-14', for: 'processing' });
    needed.push({ document: 'DOC-16', for: 'participation' });
  }
  if (form.mentor.consents.includes('mentoringDuty')) {
    needed.push({ document: 'DOC-17', for: 'mentoringDuty' }, { document: 'DOC-18', for: 'mentoringDuty' });
  }
  if (form.rules.includes('agreement')) needed.push({ document: 'DOC-19', for: 'agreement' });
  return [
    ...form.documents
      .filter((document) => !DOCUMENT.test(document))
      .map((document): FormIssue => ({ code: 'form.document-unknown', document })),
    ...needed
      .filter(({ document }) => !form.documents.includes(document))
      .map((missing): FormIssue => ({ code: 'form.document-missing', ...missing })),
  ];
}

import { expect, test } from 'vitest';
import type { SideRule } from '../participants/mentoring-form.ts';
import { aPupil, ELEVEN, EMPLOYEE, FIFTEEN, GROWN, TODAY } from './people.testing.ts';
import { type DocumentFacts, requiredDocuments } from './required-documents.ts';

const side = (...standings: SideRule['standings']): SideRule => ({
  standings,
  teachersOnly: false,
  minAge: null,
  consents: ['processing'],
});
const PUPILS = { mentor: side('pupil'), mentee: side('pupil'), rules: [] } as const;
const TEACHERS = { mentor: side('employee'), mentee: side('employee'), rules: ['labour'] } as const;
const PARTNER = { mentor: side('partnerPerson'), mentee: side('employee'), rules: ['agreement'] } as const;

function kinds(facts: Partial<DocumentFacts>): string {
  const all = requiredDocuments(
    { subject: EMPLOYEE, side: 'mentee', form: null, jobRoleCovers: false, ...facts },
    TODAY,
  );
  return all.map(({ kind, required }) => (required ? kind : `(${kind})`)).join(' ');
}

test.each([
  ['a pupil of 11', { subject: ELEVEN, form: PUPILS }, 'processing participation (dissemination)'],
  ['a pupil of 15', { subject: FIFTEEN, form: PUPILS }, 'processing participation (dissemination)'],
  ['a pupil of 18', { subject: GROWN, form: PUPILS }, 'processing (dissemination)'],
  ['a pupil without a birth date', { subject: aPupil(null) }, 'processing participation (dissemination)'],
  ['a teacher who is mentored', { form: TEACHERS }, 'processing (dissemination)'],
  ['a teacher who mentors a teacher', { form: TEACHERS, side: 'mentor' }, 'processing mentoringDuty (dissemination)'],
  [
    'a teacher whose job has mentoring in it (G-JOBROLE)',
    { form: TEACHERS, side: 'mentor', jobRoleCovers: true },
    'processing (dissemination)',
  ],
  [
    'a teacher who mentors pupils',
    { form: { ...PUPILS, mentor: side('employee') }, side: 'mentor' },
    'processing (dissemination)',
  ],
  ["a teacher with a partner's mentor (RULE-43)", { form: PARTNER }, 'processing employeeThirdParty (dissemination)'],
] as const)('%s needs', (_who, facts, expected) => {
  expect(kinds(facts)).toBe(expected);
});

test('the bank waits for processing and participation, the pair for the labour papers, nothing but a publication for dissemination', () => {
  const all = requiredDocuments({ subject: EMPLOYEE, side: 'mentor', form: TEACHERS, jobRoleCovers: false }, TODAY);
  expect(Object.fromEntries(all.map(({ kind, before }) => [kind, before]))).toEqual({
    processing: 'bank',
    mentoringDuty: 'unit',
    dissemination: 'publication',
  });
});

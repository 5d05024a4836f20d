import { describe, expect, test } from 'vitest';
import { MENTORING_FORMS } from './forms.ts';
import { lintForm } from './lint-form.ts';
import { consentsFor, mayStand } from './may-stand.ts';
import type { MentoringForm, Side, StandFacts } from './mentoring-form.ts';

const formOf = (id: string): MentoringForm => {
  const found = MENTORING_FORMS.find((form) => form.id === id);
  if (!found) throw new Error(`no form ${id}`);
  return found;
};
const teacher: StandFacts = { standings: ['employee'], isTeacher: true, age: 40 };
const librarian: StandFacts = { standings: ['employee'], isTeacher: false, age: 40 };
const pupil = (age: number | null): StandFacts => ({ standings: ['pupil'], isTeacher: false, age });
const student = (age: number | null): StandFacts => ({ standings: ['student'], isTeacher: false, age });
const engineer: StandFacts = { standings: ['partnerPerson'], isTeacher: false, age: null };

describe('who may stand where', () => {
  test.each([
    ['studentStudent', 'mentor', 'a pupil', pupil(15), []],
    ['studentStudent', 'mentor', 'a teacher', teacher, ['stand.not-of-this-kind']],
    ['teacherTeacher', 'mentee', 'a teacher', teacher, []],
    ['teacherTeacher', 'mentee', 'a librarian', librarian, ['stand.not-a-teacher']],
    ['managerTeacher', 'mentor', 'a head without lessons', librarian, []],
    ['universityStudentStudent', 'mentor', 'a student of 18', student(18), []],
    ['universityStudentStudent', 'mentor', 'a student of 17', student(17), ['stand.student-under-18']],
    ['universityStudentStudent', 'mentor', 'a student of unknown age', student(null), ['stand.age-unknown']],
    ['employerUniversityStudent', 'mentee', 'a college student of 16', student(16), []],
    ['employerStudent', 'mentor', 'a partner’s engineer', engineer, []],
    ['employerStudent', 'mentor', 'a partner’s person of 17', { ...engineer, age: 17 }, ['stand.partner-under-18']],
    ['employerStudent', 'mentor', 'a teacher', teacher, ['stand.not-of-this-kind']],
    ['lecturerStudent', 'mentee', 'a student', student(19), []],
    ['teacherStudent', 'mentee', 'a pupil of 9', pupil(9), []],
  ] as const)('%s, %s: %s', (id, side, _who, facts, reasons) => {
    expect(mayStand(formOf(id), side, facts)).toEqual(reasons);
  });

  test('whoever is both a parent from the partner and a teacher stands in the quality that fits', () => {
    const both: StandFacts = { standings: ['employee', 'partnerPerson'], isTeacher: false, age: 30 };
    expect(mayStand(formOf('employerStudent'), 'mentor', both)).toEqual([]);
    expect(mayStand(formOf('teacherTeacher'), 'mentor', both)).toEqual(['stand.not-a-teacher']);
  });
});

describe('what has to be signed', () => {
  test.each([
    ['teacherTeacher', 'mentor', teacher, ['processing', 'mentoringDuty']],
    ['teacherTeacher', 'mentee', teacher, ['processing']],
    ['studentStudent', 'mentor', pupil(15), ['processing', 'participation']],
    ['studentStudent', 'mentor', pupil(18), ['processing']],
    ['studentStudent', 'mentee', pupil(null), ['processing', 'participation']],
    ['employerStudent', 'mentor', engineer, ['processing']],
    ['teacherStudent', 'mentor', teacher, ['processing']],
    ['employerUniversityStudent', 'mentee', student(16), ['processing', 'participation']],
    ['employerUniversityStudent', 'mentee', student(19), ['processing']],
  ] as const)('%s, %s %o: %o', (id, side: Side, facts, consents) => {
    expect(consentsFor(formOf(id), side, facts)).toEqual(consents);
  });
});

describe('the forms as data', () => {
  test('all shipped forms pass the check that a school’s own has to pass', () => {
    for (const form of MENTORING_FORMS) {
      const others = MENTORING_FORMS.filter((other) => other !== form).map(({ id }) => id);
      expect([form.id, lintForm(form, others)]).toEqual([form.id, []]);
    }
  });

  test('the forms named by the model and the recommendations are all here', () => {
    expect(MENTORING_FORMS.map(({ id }) => id)).toEqual([
      'studentStudent',
      'teacherTeacher',
      'universityStudentStudent',
      'employerStudent',
      'employerUniversityStudent',
      'lecturerLecturer',
      'lecturerStudent',
      'managerTeacher',
      'lecturerYoungTeacher',
      'socialPartnerTeacher',
      'teacherStudent',
    ]);
  });

  const own = (change: Partial<MentoringForm>): MentoringForm => ({
    ...formOf('teacherStudent'),
    id: 'own-club',
    origin: 'own',
    name: 'кружок – ученик',
    ...change,
  });
  test.each([
    ['an id taken', { id: 'teacherStudent' }, 'form.id-taken'],
    ['an id with spaces', { id: 'мой клуб' }, 'form.id'],
    ['no name', { name: ' ' }, 'form.name'],
    ['nobody as a mentor', { mentor: { ...own({}).mentor, standings: [] } }, 'form.nobody-may-stand'],
    ['no consent of the mentee', { mentee: { ...own({}).mentee, consents: [] } }, 'form.processing-missing'],
    [
      'pupils who are not asked whether they take part',
      { mentee: { ...own({}).mentee, consents: ['processing'] } },
      'form.participation-missing',
    ],
    [
      'publishing as a condition',
      { mentee: { ...own({}).mentee, consents: ['processing', 'participation', 'dissemination'] } },
      'form.dissemination-forced',
    ],
    ['adults with minors and no check', { rules: [] }, 'form.clearance-missing'],
    ['an employee over an employee', { mentee: { ...own({}).mentor } }, 'form.duty-missing'],
    ['a partner without an agreement', { mentor: formOf('employerStudent').mentor }, 'form.agreement-missing'],
    ['a missing consent form', { documents: ['DOC-12', 'DOC-13', 'DOC-14'] }, 'form.document-missing'],
    ['a document nobody knows', { documents: [...own({}).documents, 'DOC-77'] }, 'form.document-unknown'],
    ['an age nobody reaches', { mentor: { ...own({}).mentor, minAge: -1 } }, 'form.age'],
  ] as const)('a form with %s is not switched on: %s', (_what, change, code) => {
    expect(lintForm(own(change), ['teacherStudent']).map((issue) => issue.code)).toContain(code);
  });

  test('a sound form of the school’s own is switched on', () => {
    expect(lintForm(own({}), ['teacherStudent'])).toEqual([]);
  });
});

import type { FormConsent, MentoringForm, SideRule, Standing } from './mentoring-form.ts';

/** Papers of every pair: order on assignment, order on programmes, programme, plan, the two questionnaires, the interview. */
const EVERY_PAIR = ['DOC-04', 'DOC-05', 'DOC-10', 'DOC-11', 'DOC-20', 'DOC-21', 'DOC-34'] as const;
/** Consents of adults; of minors in the two ages, and to take part. */
const OF_ADULTS = ['DOC-12'] as const;
const OF_MINORS = ['DOC-13', 'DOC-14', 'DOC-16'] as const;
const LABOUR = ['DOC-17', 'DOC-18'] as const;
const AGREEMENT = ['DOC-19'] as const;

const EVERY_QUESTIONNAIRE = [
  'mentorCandidate',
  'menteeRequest',
  'preference',
  'intermediate',
  'growth',
  'satisfaction',
] as const;

const side = (standing: Standing, ...consents: FormConsent[]): SideRule => ({
  standings: [standing],
  teachersOnly: false,
  minAge: null,
  consents: ['processing', ...consents],
});
const PUPIL = side('pupil', 'participation');
/** Asked of those under 18 only: colleges take after the 9th year. */
const STUDENT_MENTEE = side('student', 'participation');
const STUDENT_MENTOR = side('student');
const PARTNER = side('partnerPerson');
const TEACHER: SideRule = { ...side('employee'), teachersOnly: true };
/** ТК art. 351.8: an employee who mentors an employee. */
const ON_DUTY: SideRule = { ...side('employee', 'mentoringDuty'), teachersOnly: true };

const form = (
  id: string,
  name: string,
  more: Pick<MentoringForm, 'mentor' | 'mentee' | 'rules' | 'documents'> & Partial<MentoringForm>,
): MentoringForm => ({
  id,
  name,
  origin: 'model',
  questionnaires: EVERY_QUESTIONNAIRE,
  roleModels: [],
  ...more,
  documents: [...EVERY_PAIR, ...more.documents],
});

/** Glossary §4, F1–F10, and «преподаватель – студент» of colleges. Which are on is a recorded decision of the school (A10). */
export const MENTORING_FORMS: readonly MentoringForm[] = [
  form('studentStudent', 'ученик – ученик', {
    mentor: PUPIL,
    mentee: PUPIL,
    rules: [],
    documents: [...OF_ADULTS, ...OF_MINORS],
    roleModels: ['achieverUnderachiever', 'leaderPassive', 'peerToPeer', 'adaptedNotAdapted'],
  }),
  form('teacherTeacher', 'учитель – учитель', {
    mentor: ON_DUTY,
    mentee: TEACHER,
    rules: ['labour'],
    documents: [...OF_ADULTS, ...LABOUR],
    roleModels: ['experiencedYoung', 'leaderWithDifficulties', 'innovatorConservative', 'subjectExpertNovice'],
  }),
  form('universityStudentStudent', 'студент – ученик', {
    mentor: STUDENT_MENTOR,
    mentee: PUPIL,
    rules: ['clearance'],
    documents: [...OF_ADULTS, ...OF_MINORS],
    roleModels: ['achieverUnderachiever', 'leaderIndifferent', 'equalToOther', 'curatorProjectAuthor'],
  }),
  form('employerStudent', 'работодатель – ученик', {
    mentor: PARTNER,
    mentee: PUPIL,
    rules: ['clearance', 'agreement'],
    documents: [...OF_ADULTS, ...OF_MINORS, ...AGREEMENT],
    roleModels: ['professionalIndifferentConsumer', 'colleagueYoungColleague', 'employerFutureEmployee'],
  }),
  form('employerUniversityStudent', 'работодатель – студент', {
    mentor: PARTNER,
    mentee: STUDENT_MENTEE,
    rules: ['clearance', 'agreement'],
    documents: [...OF_ADULTS, ...OF_MINORS, ...AGREEMENT],
    roleModels: [
      'professionalIndifferentConsumer',
      'colleagueYoungColleague',
      'employerFutureEmployee',
      'professionalChoosingStudent',
    ],
  }),
  form('lecturerLecturer', 'преподаватель – преподаватель', {
    mentor: ON_DUTY,
    mentee: TEACHER,
    rules: ['labour'],
    documents: [...OF_ADULTS, ...LABOUR],
    roleModels: ['experiencedYoung', 'leaderWithDifficulties', 'innovatorConservative', 'subjectExpertNovice'],
  }),
  form('lecturerStudent', 'преподаватель – студент', {
    origin: 'local',
    mentor: TEACHER,
    mentee: STUDENT_MENTEE,
    rules: ['clearance'],
    documents: [...OF_ADULTS, ...OF_MINORS],
  }),
  form('managerTeacher', 'руководитель – педагог', {
    mentor: { ...ON_DUTY, teachersOnly: false },
    mentee: TEACHER,
    rules: ['labour'],
    documents: [...OF_ADULTS, ...LABOUR],
  }),
  form('lecturerYoungTeacher', 'педагог вуза (колледжа) – молодой педагог', {
    mentor: PARTNER,
    mentee: TEACHER,
    rules: ['agreement'],
    documents: [...OF_ADULTS, ...AGREEMENT],
  }),
  form('socialPartnerTeacher', 'социальный партнёр – педагог', {
    mentor: PARTNER,
    mentee: TEACHER,
    rules: ['agreement'],
    documents: [...OF_ADULTS, ...AGREEMENT],
  }),
  form('teacherStudent', 'педагог – обучающийся', {
    origin: 'local',
    mentor: TEACHER,
    mentee: PUPIL,
    rules: ['clearance'],
    documents: [...OF_ADULTS, ...OF_MINORS],
  }),
];

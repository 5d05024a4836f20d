import { type Calls, EMPLOYEES, EVERYBODY, OFFICE } from './rights-call.ts';
import { CARD, FORM } from './rights-once.ts';

const DEPUTIES = 'curator deputy';
const mentor = { personId: 'employee' };
const mentorship = { participantId: 'mentorship' };
const request = { requestId: 'requestOfMentee' };
const pupil = { personId: 'pupil' };
const SEE_CARD = `${OFFICE} group personnel`;
const EDIT_CARD = 'curator personnel';
const BANK = `${OFFICE} group`;
const WISH = { mentorAge: null, subject: null, place: null, times: null };
const EVENT = {
  title: 'Ярмарка',
  heldOn: '2024-11-25',
  place: null,
  role: 'mentor',
  opensAt: '2024-11-01T00:00:00Z',
  closesAt: '2024-12-31T00:00:00Z',
};
const WORDS = {
  description: 'Трудно решать задачи',
  wishedResult: 'Решать самой',
  urgency: 'calm',
  preferences: WISH,
  evenSo: true,
};
/** A command to a participation, as its row of the table of commands names who may (LIFECYCLE 4.3). */
const command = (name: string, may: string, own: string, more: object = {}) =>
  ({
    may,
    own,
    body: () => ({ version: 1, command: { command: name, ...more } }),
  }) as const;
const REJECTED = { reason: 'noTime' };
/** Said on paper, and entered by who may hear it. */
const STATEMENT = { statement: 'Заявление от 19.11.2024' };
const EXCLUDED = { orderNumber: '1', orderDate: '2024-11-20', ground: 'Нарушение' };
const SUSPENDED = { reason: 'illness', until: '2024-12-20' };

export const BANK_CALLS: Calls = {
  // Rows by tie for the teacher, the head and the psychologist.
  'GET /bank/mentees': { may: `${BANK} teacher head psychologist` },
  'GET /bank/mentors': { may: `${BANK} personnel teacher head psychologist` },
  'POST /bank/export': {
    may: OFFICE,
    body: () => ({ role: 'mentee', format: 'csv', columns: ['name'], filter: {}, purpose: 'Приказ' }),
  },
  'GET /saved-filters': { may: EVERYBODY },
  'POST /saved-filters': { may: EVERYBODY, body: () => ({ place: 'mentees', name: 'Отбор', filter: {} }) },
  'DELETE /saved-filters/{filterId}': { may: '', own: 'curator', hidden: true },
  'GET /mentoring-forms': { may: EMPLOYEES },
  'POST /mentoring-forms': { may: DEPUTIES, body: () => ({ name: 'Своя форма', definition: FORM }) },
  'PUT /mentoring-forms/{formId}': { may: DEPUTIES, body: () => ({ name: 'Форма', definition: FORM, version: 1 }) },
  'POST /mentoring-forms/{formId}/decisions': {
    may: OFFICE,
    body: () => ({ enabled: false, decidedOn: '2024-11-20', document: 'Приказ № 1', note: null }),
  },
  'GET /competences': { may: `${EMPLOYEES} mentor` },
  'GET /mentors/{personId}': { at: mentor, may: SEE_CARD, own: 'head mentor' },
  'PUT /mentors/{personId}/card': {
    at: mentor,
    may: EDIT_CARD,
    own: 'head mentor',
    body: () => ({ version: 1, card: CARD }),
  },
  'POST /mentors/{personId}/achievements': {
    at: mentor,
    may: EDIT_CARD,
    own: 'head mentor',
    body: () => ({ field: 'физика', title: 'Грант', achievedOn: null, proof: null }),
  },
  'DELETE /mentors/{personId}/achievements/{achievementId}': { at: mentor, may: EDIT_CARD, own: 'head mentor' },
  'POST /mentors/{personId}/clearance': {
    at: mentor,
    may: EDIT_CARD,
    body: () => ({ certificateNumber: '78', certificateDate: '2024-11-01', passed: true }),
  },
  'POST /mentors/{personId}/trainings': {
    at: mentor,
    may: EDIT_CARD,
    body: () => ({ title: 'Курсы', organizer: null, hours: 16, completedOn: '2024-11-01', documentNumber: null }),
  },
  'POST /mentors/{personId}/training-waiver': { at: mentor, may: 'director', body: () => ({ reason: 'Опыт' }) },
  'POST /participants/{participantId}/interviews': {
    at: mentorship,
    may: 'curator group psychologist',
    body: () => ({ heldOn: '2024-11-19', outcome: 'recommended', note: null }),
  },
  'GET /nominations/candidates': { may: DEPUTIES, own: 'teacher head', query: () => 'role=mentee' },
  'POST /nominations': [
    {
      may: DEPUTIES,
      own: 'teacher',
      body: (ids) => ({ role: 'mentee', formId: null, people: [{ personId: ids['gone'] }] }),
    },
    {
      may: DEPUTIES,
      own: 'head mentor',
      body: (ids) => ({ role: 'mentee', formId: null, people: [{ personId: ids['employee'] }] }),
    },
  ],
  'POST /nominations/outsider': {
    may: DEPUTIES,
    body: () => ({
      role: 'mentor',
      formId: null,
      familyName: 'Заводской',
      givenName: 'Пётр',
      patronymic: null,
      kind: 'partner',
      organization: 'Завод',
      post: null,
      contact: { email: null, phone: null },
    }),
  },
  'GET /interests': { may: OFFICE },
  'POST /interests/{interestId}/take-up': { may: DEPUTIES, body: () => ({ role: 'mentor', formId: null }) },
  'GET /participants/{participantId}': [
    { may: BANK, own: 'teacher psychologist mentee parent' },
    { at: mentorship, may: `${BANK} personnel`, own: 'head mentor' },
  ],
  'GET /participants/{participantId}/information-sheet': { may: BANK, own: 'teacher psychologist mentee parent' },
  'GET /participants/{participantId}/information-sheet/file': { may: BANK, own: 'teacher psychologist mentee parent' },
  'POST /participants/{participantId}/commands': [
    command('invite', 'curator', ''),
    command('requestConsents', 'curator', 'teacher'),
    command('enterBank', 'curator', ''),
    command('select', 'curator group', ''),
    command('unselect', 'curator group', ''),
    command('reject', 'group', '', REJECTED),
    command('suspend', 'curator', '', SUSPENDED),
    command('resume', 'curator', ''),
    command('refuse', 'curator officer', 'teacher mentee parent', STATEMENT),
    command('withdraw', 'curator officer', 'teacher mentee parent', STATEMENT),
    command('exclude', 'director', '', EXCLUDED),
    command('confirmYear', 'curator', 'teacher mentee'),
    { ...command('confirmYear', 'curator', 'head mentor'), at: mentorship },
    { ...command('requestConsents', 'curator personnel', ''), at: mentorship },
  ],
  'PUT /participants/{participantId}/form': {
    may: 'curator',
    body: (ids) => ({ version: 1, formId: ids['formId'] }),
  },
  'POST /participants/commands': {
    may: 'curator',
    own: 'teacher mentee',
    body: (ids) => ({ ids: [ids['participantId']], command: { command: 'confirmYear' } }),
    leftOut: /access\.denied|participant\.not-(found|allowed)/,
  },
  'PUT /persons/{personId}/support-tag': {
    at: pupil,
    may: 'curator',
    own: 'teacher psychologist',
    body: () => ({ recommendation: 'Беседа', evenSo: true }),
  },
  'DELETE /persons/{personId}/support-tag': { at: pupil, may: 'curator', own: 'teacher psychologist' },
  'GET /my/participation': [
    { may: EVERYBODY },
    { may: '', own: 'mentee parent', query: (ids) => `personId=${ids['pupil']}` },
  ],
  'POST /my/participation': { may: EVERYBODY, body: () => ({ role: 'mentor', formId: null }) },
  'PUT /my/interest': { may: EVERYBODY, body: () => ({ note: null }) },
  'DELETE /my/interest': { may: EVERYBODY },
  'GET /register': { may: BANK },
  'GET /register/quarters': { may: BANK },
  'POST /register/export': { may: OFFICE, body: () => ({ on: '2024-11-20', format: 'csv', purpose: 'Отчёт' }) },
  'GET /request-themes': { may: `${EMPLOYEES} mentee parent` },
  'POST /request-themes': { may: DEPUTIES, body: () => ({ name: 'Олимпиада', audience: 'any' }) },
  'PUT /request-themes/{themeId}': {
    may: DEPUTIES,
    body: () => ({ name: 'Олимпиада', audience: 'any', archived: false }),
  },
  'GET /participants/{participantId}/requests': { may: BANK, own: 'teacher psychologist mentee parent' },
  'POST /participants/{participantId}/requests': {
    may: 'curator',
    own: 'teacher mentee parent',
    body: (ids) => ({ ...WORDS, themeId: ids['themeId'], source: 'questionnaire', foundOn: '2024-11-19' }),
  },
  'GET /mentee-requests': { may: BANK, own: 'teacher psychologist head' },
  'PUT /mentee-requests/{requestId}': {
    at: request,
    may: 'curator',
    own: 'teacher mentee parent',
    body: (ids) => ({ ...WORDS, themeId: ids['themeId'], version: 1 }),
  },
  'POST /mentee-requests/{requestId}/commands': [
    {
      at: request,
      may: 'curator',
      own: 'psychologist',
      body: () => ({ version: 1, command: { command: 'accept' } }),
    },
    {
      at: request,
      may: 'curator',
      own: 'mentee parent',
      body: () => ({ version: 1, command: { command: 'cancel' } }),
    },
  ],
  'GET /selection': { may: BANK },
  'GET /mentee-requests/{requestId}/mentors': { at: request, may: BANK },
  'POST /mentee-requests/{requestId}/answers': {
    at: request,
    may: 'curator group',
    body: (ids) => ({ mentorId: ids['mentorship'] }),
  },
  'DELETE /request-answers/{answerId}': { may: 'curator group' },
  'GET /participants/{participantId}/answers': { may: BANK },
  'POST /participants/{participantId}/recommendations': {
    at: mentorship,
    may: 'curator deputy group',
    body: () => ({
      council: 'Методический совет',
      minutesNumber: '3',
      decidedOn: '2024-11-19',
      words: 'Рекомендован',
      fileId: null,
    }),
  },
  'DELETE /recommendations/{recommendationId}': { may: 'curator deputy group' },
  'GET /sign-up-events': { may: DEPUTIES },
  'POST /sign-up-events': { may: DEPUTIES, body: () => EVENT },
  'PUT /sign-up-events/{eventId}': { may: DEPUTIES, body: () => EVENT },
  'GET /sign-up-events/{eventId}/code': { may: DEPUTIES },
  'GET /sign-up-events/{eventId}/sign-ups': { may: DEPUTIES },
  'POST /sign-up-events/{eventId}/sign-ups/{signUpId}/take': {
    may: DEPUTIES,
    body: (ids) => ({ personId: ids['teacherPerson'], formId: null }),
  },
  'POST /sign-up-events/{eventId}/sign-ups/{signUpId}/refuse': { may: DEPUTIES },
  'POST /sign-up/view': { may: 'anonymous', body: (ids) => ({ code: ids['signUpCode'] }) },
  'POST /sign-up': {
    may: 'anonymous',
    body: (ids) => ({ code: ids['signUpCode'], fullName: 'Гостева Анна', place: null, adultContact: null }),
  },
};

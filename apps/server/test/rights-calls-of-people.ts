import { type Calls, EMPLOYEES, EVERYBODY, NOBODY, OFFICE } from './rights-call.ts';

const NAME = { familyName: 'Лесная', givenName: 'Вера', patronymic: null };
const FULL = { ...NAME, email: null, phone: null, birthDate: null, snils: null };
const EMPLOYEE = { subjects: [], category: null, categoryUntil: null, teachingSince: null };
const DIRECTORY = { ...NAME, email: null, phone: null };
const POST = { title: 'Учитель', startedOn: null, endedOn: null };
const BODY = { kind: 'other', name: 'Совет', orderNumber: null, orderDate: null };
const DOCUMENT = { kind: 'свидетельство', number: null, date: null };
const FIRST = { ...NAME, post: 'Директор', email: null, alsoRoles: [] };
const SCHOOL = { fullName: 'Школа', shortName: 'Школа', municipality: 'Приозёрск', kind: 'school' };
const EDIT_STAFF = `${OFFICE} administrator personnel`;
const ROLES_GIVEN_BY = 'administrator director';
const DEPUTIES = 'curator deputy';

const employee = { personId: 'employee' };
const pupil = { personId: 'pupil' };
const lists = (kind: string) => ({ importId: `${kind}List`, kind });
const LISTS = [
  { at: lists('pupils'), may: DEPUTIES },
  { at: lists('employees'), may: `${DEPUTIES} personnel` },
] as const;
const version = { version: 1 };
const listCalls = (body?: unknown) => LISTS.map((call) => (body === undefined ? call : { ...call, body: () => body }));

/** The first run, the session, the staff directory and its bodies. */
export const STAFF_CALLS: Calls = {
  'GET /session': { may: 'anonymous' },
  'POST /setup': {
    may: 'anonymous',
    body: () => ({
      organization: { ...SCHOOL, secondName: null, secondLanguage: null },
      administrator: { ...FIRST, login: 'vera', password: 'лось пьёт чай' },
    }),
  },
  // One's own organisations alone: another's is not told to exist.
  'POST /session/organization': { may: NOBODY, body: (ids) => ({ tenantId: ids['pupil'] }), hidden: true },
  'GET /people': { may: EMPLOYEES },
  'POST /people': { may: EDIT_STAFF, body: () => ({ ...DIRECTORY, post: null, evenSo: true }) },
  'GET /people/{personId}': [
    { at: employee, may: EMPLOYEES },
    { at: pupil, may: NOBODY, hidden: true },
  ],
  'PUT /people/{personId}': [
    { at: employee, may: EDIT_STAFF, body: () => ({ ...DIRECTORY, ...version }) },
    { at: pupil, may: NOBODY, body: () => ({ ...DIRECTORY, ...version }), hidden: true },
  ],
  'POST /people/{personId}/deactivate': { at: employee, may: EDIT_STAFF },
  'POST /people/{personId}/restore': { at: employee, may: EDIT_STAFF },
  'POST /people/{personId}/posts': { at: employee, may: EDIT_STAFF, body: () => POST },
  'PUT /people/{personId}/posts/{postId}': { at: { personId: 'staff' }, may: EDIT_STAFF, body: () => POST },
  'DELETE /people/{personId}/posts/{postId}': { at: { personId: 'staff' }, may: EDIT_STAFF },
  'POST /people/{personId}/roles': {
    at: employee,
    may: ROLES_GIVEN_BY,
    body: () => ({ role: 'siteEditor', scope: null, startedOn: null }),
  },
  'DELETE /people/{personId}/roles/{roleId}': { at: { personId: 'staff' }, may: ROLES_GIVEN_BY },
  'POST /people/{personId}/invitation': { at: { personId: 'teacherPerson' }, may: EDIT_STAFF },
  'DELETE /people/{personId}/invitation': { at: { personId: 'teacherPerson' }, may: EDIT_STAFF },
  'POST /invitations/view': { may: 'anonymous', gap: 'invitation.not-found', body: () => ({ token: '123456789012' }) },
  'POST /invitations/accept': {
    may: 'anonymous',
    body: () => ({ token: '123456789012', login: 'vera', password: 'лось пьёт чай' }),
  },
  'POST /invitations/recover': { may: 'anonymous', body: () => ({ token: '123456789012', password: 'лось пьёт чай' }) },
  'POST /invitations/join': { may: NOBODY, body: () => ({ token: '123456789012' }), hidden: true },
  'GET /bodies': { may: EMPLOYEES },
  'POST /bodies': { may: `${OFFICE} administrator`, body: () => BODY },
  'GET /bodies/{bodyId}': { may: EMPLOYEES },
  'PUT /bodies/{bodyId}': { may: `${OFFICE} administrator`, body: () => BODY },
  'DELETE /bodies/{bodyId}': { may: `${OFFICE} administrator` },
  'POST /bodies/{bodyId}/members': {
    may: `${OFFICE} administrator`,
    body: (ids) => ({ personId: ids['teacherPerson'], office: 'member', startedOn: '2024-09-01', endedOn: null }),
  },
  'POST /bodies/{bodyId}/members/{memberId}/end': {
    may: `${OFFICE} administrator`,
    body: () => ({ endedOn: '2024-11-01' }),
  },
  'DELETE /bodies/{bodyId}/members/{memberId}': { may: `${OFFICE} administrator` },
  'GET /organization': { may: EMPLOYEES },
  'PUT /organization': {
    may: 'administrator director curator',
    body: () => ({
      fullName: 'Школа № 7',
      shortName: 'Школа № 7',
      secondName: null,
      secondLanguage: null,
      municipality: 'Приозёрск',
      authorityName: null,
      requiresOuterAgreement: false,
      soonDays: 7,
      stampStyle: 'combined',
      timeZone: 'Europe/Moscow',
    }),
  },
  // Of an authority, and this is a school.
  'GET /organization/authority-code': { may: NOBODY },
  'POST /organization/authority': {
    may: 'administrator director curator',
    body: () => ({ code: 'ABCDEFGH' }),
    gap: 'organization.not-found',
  },
  'DELETE /organization/authority': { may: 'administrator director curator' },
  'GET /cycles': { may: EMPLOYEES },
  'POST /cycles': {
    may: 'administrator director curator',
    body: () => ({ title: '2025/26', start: '2025-09-01', end: '2026-08-31' }),
  },
  'PUT /cycles/{cycleId}': {
    may: 'administrator director curator',
    body: () => ({ title: '24', start: '2024-09-01', end: '2025-08-31' }),
  },
  // Of the organisation that set the server up, and this one did not.
  'GET /server/organizations': { may: NOBODY },
  'POST /server/organizations': {
    may: NOBODY,
    body: () => ({ ...SCHOOL, timeZone: 'Europe/Moscow', administrator: FIRST }),
  },
  'POST /impersonation': { may: 'administrator', body: (ids) => ({ personId: ids['employee'], reason: 'Не видит' }) },
  'POST /impersonation/end': { may: EVERYBODY },
};

/** Persons, employees, pupils, representatives, classes, lists, the turn of the year. */
export const PERSON_CALLS: Calls = {
  // Rows by tie: the psychologist's supported, the parent's children.
  'GET /persons': { may: `${OFFICE} teacher head personnel psychologist parent` },
  'GET /persons/{personId}': [
    { at: pupil, may: OFFICE, own: 'teacher psychologist mentee parent' },
    { at: employee, may: `${OFFICE} personnel`, own: 'head mentor' },
    { at: { personId: 'parent' }, may: OFFICE, own: 'teacher parent mentee' },
  ],
  'PUT /persons/{personId}': [
    { at: pupil, may: DEPUTIES, body: () => ({ ...NAME, ...version }) },
    { at: employee, may: `${DEPUTIES} personnel`, body: () => ({ ...NAME, ...version }) },
    { at: { personId: 'parent' }, may: DEPUTIES, own: 'teacher', body: () => ({ ...NAME, ...version }) },
  ],
  'POST /persons/likeness': {
    may: `${DEPUTIES} teacher personnel`,
    body: () => ({ ...NAME, birthDate: null, snils: null }),
  },
  'PUT /persons/{personId}/emancipation': {
    at: pupil,
    may: DEPUTIES,
    body: () => ({ on: '2024-11-01', document: 'Решение № 1', ...version }),
  },
  'DELETE /persons/{personId}/emancipation': { at: pupil, may: DEPUTIES },
  'GET /employees': { may: `${OFFICE} head personnel` },
  'POST /employees': {
    may: `${DEPUTIES} personnel`,
    body: () => ({ ...FULL, ...EMPLOYEE, post: null, evenSo: true }),
  },
  'PUT /employees/{personId}': [
    { at: employee, may: `${DEPUTIES} personnel`, body: () => ({ ...EMPLOYEE, ...version }) },
    // Making an employee of a pupil's card is not for who may not see pupils.
    { at: pupil, may: DEPUTIES, body: () => ({ ...EMPLOYEE, ...version }) },
  ],
  'PUT /employees/{personId}/personnel': {
    at: employee,
    may: 'personnel',
    body: () => ({ personnelNumber: '17', education: null, employedOn: null, ...version }),
  },
  'PUT /employees/{personId}/categories': {
    at: employee,
    may: `${DEPUTIES} personnel`,
    body: () => ({ marked: ['newPost'], ...version }),
  },
  'GET /teacher-categories': { may: `${OFFICE} head personnel` },
  'GET /employees/{personId}/dismissal': { at: employee, may: `${DEPUTIES} personnel` },
  'POST /employees/{personId}/dismiss': {
    at: employee,
    may: `${DEPUTIES} personnel`,
    body: () => ({ on: '2024-11-20', ...version }),
  },
  'GET /pupils': { may: `${OFFICE} teacher psychologist parent` },
  'POST /pupils': {
    may: DEPUTIES,
    body: (ids) => ({ ...FULL, birthDate: '2011-01-01', classId: ids['classId'], enrolledOn: null, evenSo: true }),
  },
  'PUT /pupils/{personId}': {
    at: pupil,
    may: DEPUTIES,
    body: () => ({ studyForm: 'fullTime', enrolledOn: null, ...version }),
  },
  'POST /pupils/{personId}/move': {
    at: pupil,
    may: DEPUTIES,
    body: (ids) => ({ classId: ids['classId'], on: '2024-11-20' }),
  },
  'POST /pupils/{personId}/leave': {
    at: pupil,
    may: DEPUTIES,
    body: () => ({ on: '2024-11-20', reason: 'otherSchool' }),
  },
  'POST /pupils/{personId}/return': { at: pupil, may: DEPUTIES },
  'POST /persons/{personId}/representatives': {
    at: pupil,
    may: DEPUTIES,
    own: 'teacher',
    body: () => ({
      who: { is: 'new', ...NAME, email: null, phone: null, birthDate: null, evenSo: true },
      kind: 'father',
      document: DOCUMENT,
      startedOn: null,
    }),
  },
  'PUT /representations/{representationId}': {
    may: DEPUTIES,
    own: 'teacher',
    body: () => ({ kind: 'mother', document: DOCUMENT, startedOn: '2024-09-01' }),
  },
  'POST /representations/verify': {
    may: DEPUTIES,
    own: 'teacher',
    body: (ids) => ({ childIds: [ids['pupil']] }),
  },
  'POST /representations/{representationId}/verify': { may: DEPUTIES, own: 'teacher' },
  'POST /representations/{representationId}/end': {
    may: DEPUTIES,
    own: 'teacher',
    body: () => ({ on: '2024-11-20', reason: 'решение суда' }),
  },
  'DELETE /representations/{representationId}': { may: DEPUTIES, own: 'teacher' },
  'PUT /representations/{representationId}/objection': {
    may: DEPUTIES,
    own: 'teacher',
    body: () => ({ objection: { on: '2024-11-20', note: 'против' } }),
  },
  'GET /persons/duplicates': { may: DEPUTIES },
  'POST /persons/apart': { may: DEPUTIES, body: (ids) => ({ oneId: ids['kept'], otherId: ids['twin'], apart: true }) },
  'POST /persons/merge-preview': { may: DEPUTIES, body: (ids) => ({ keptId: ids['kept'], goneId: ids['twin'] }) },
  'GET /persons/merges': { may: DEPUTIES },
  'POST /persons/merges': { may: DEPUTIES, body: (ids) => ({ keptId: ids['kept'], goneId: ids['twin'] }) },
  'POST /persons/merges/{mergeId}/undo': { may: DEPUTIES },
  'GET /classes': { may: EMPLOYEES },
  'POST /classes': { may: DEPUTIES, body: () => ({ grade: 9, letter: 'Я', schoolYear: 2024 }) },
  'GET /classes/{classId}': { may: EMPLOYEES },
  'PUT /classes/{classId}': { may: DEPUTIES, body: () => ({ grade: 9, letter: 'Я' }) },
  'DELETE /classes/{classId}': { may: DEPUTIES },
  'POST /classes/{classId}/teachers': {
    may: DEPUTIES,
    body: (ids) => ({ personId: ids['employee'], startedOn: '2024-11-20' }),
  },
  'POST /classes/{classId}/teachers/{teacherId}/end': { may: DEPUTIES, body: () => ({ endedOn: '2024-11-20' }) },
  // Numbers by age, nobody by name.
  'GET /contingent': { may: `${OFFICE} group municipal regional` },
  'PUT /contingent': { may: DEPUTIES, body: () => ({ onDay: '2024-09-01', rows: [{ age: 10, count: 20 }] }) },
  'GET /list-imports': { may: `${DEPUTIES} personnel` },
  'GET /list-import-templates/{kind}': [
    { at: { kind: 'pupils' }, may: DEPUTIES },
    { at: { kind: 'employees' }, may: `${DEPUTIES} personnel` },
  ],
  'POST /list-imports/{kind}': [
    { at: { kind: 'pupils' }, may: DEPUTIES, file: () => ({}) },
    { at: { kind: 'employees' }, may: `${DEPUTIES} personnel`, file: () => ({}) },
  ],
  'GET /list-imports/{importId}': listCalls(),
  'GET /list-imports/{importId}/rows': listCalls(),
  'GET /list-imports/{importId}/errors': listCalls(),
  'PUT /list-imports/{importId}/mapping': listCalls({ columns: [{ column: 0, field: 'familyName' }], ...version }),
  'PUT /list-imports/{importId}/decisions': listCalls({ decisions: [{ row: 2, decision: 'new' }], ...version }),
  'POST /list-imports/{importId}/check': listCalls(),
  'POST /list-imports/{importId}/apply': listCalls({ ...version }),
  'POST /list-imports/{importId}/discard': listCalls(),
  'POST /roll-over/preview': { may: DEPUTIES, body: () => ({ fromYear: 2024 }) },
  'POST /roll-over': { may: DEPUTIES, body: () => ({ fromYear: 2024 }) },
  'POST /access-codes': {
    may: 'administrator curator',
    own: 'teacher',
    body: (ids) => ({ personIds: [ids['gone']] }),
    leftOut: /access\.denied|person\.not-found/,
  },
};

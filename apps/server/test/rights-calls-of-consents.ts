import { type Calls, EMPLOYEES, EVERYBODY, NOBODY, OFFICE } from './rights-call.ts';

const pupil = { personId: 'pupil' };
const SEE = `${OFFICE} officer`;
/** The paper itself bears the passport: not the director's. */
const READ = 'curator deputy officer';
const COLLECT = 'curator officer';
const SIGNERS = 'mentee parent';
const COLLECTORS = 'curator officer teacher personnel';
const HASH = 'a'.repeat(64);
const scanned = { consentId: 'scanned' };
const TEMPLATE = {
  kind: 'processing',
  audience: 'adult',
  version: 1,
  scopeVersion: 1,
  title: 'Согласие',
  summary: '',
  purposes: [],
  dataItems: [],
  actions: [],
  processing: null,
  receivers: [],
  term: null,
  withdrawal: '',
  blocks: [],
  resources: [],
};
const DEMANDS = 'officer curator';
const DESTRUCTION = 'officer curator director';
const IDENTITY = { kind: 'passport', number: '41 00', issuedOn: null, issuer: null, address: 'Лесная, 5' };

export const CONSENT_CALLS: Calls = {
  'GET /consent-templates': { may: `${SEE} teacher personnel` },
  'GET /consent-templates/{templateId}': { may: `${SEE} teacher personnel` },
  'PUT /consent-templates/{templateId}': { may: COLLECT, body: () => ({ version: 1, template: TEMPLATE }) },
  'POST /consent-templates/check': { may: `${SEE} teacher personnel`, body: () => ({ template: TEMPLATE }) },
  'GET /resources': { may: `${SEE} teacher personnel` },
  'POST /resources': {
    may: 'curator deputy officer',
    body: () => ({ name: 'Группа', address: 'https://group.example/club', owner: 'Школа', country: 'KZ' }),
  },
  'POST /resources/{resourceId}/decide': { may: 'officer', body: () => ({ allowed: false, reason: 'Чужая страна' }) },
  'POST /resources/{resourceId}/close': { may: 'curator deputy officer' },
  'GET /policies': { may: 'anonymous' },
  'GET /policies/{tenantId}': {
    may: 'anonymous',
    at: { tenantId: '01a1fbed-529a-7b1c-a805-1e463d5f3534' },
    gap: 'organization.not-found',
  },
  'GET /policy': { may: SEE },
  'PUT /policy': {
    may: 'curator director officer',
    body: () => ({ rknRegistryNumber: null, url: null, text: null }),
  },
  'GET /operator': { may: `${SEE} teacher personnel` },
  'PUT /operator': {
    may: 'administrator director curator',
    body: () => ({
      address: 'Приозёрск',
      inn: null,
      ogrn: null,
      accountSigning: true,
    }),
  },
  'GET /consents': { may: SEE, own: `teacher ${SIGNERS}`, query: (ids) => `personId=${ids['pupil']}` },
  'GET /consents/mine': { may: EVERYBODY },
  'GET /consents/register': { may: SEE },
  'POST /consents/register/export': { may: SEE, body: () => ({ format: 'csv', purpose: 'Отчёт' }) },
  'GET /consents/coverage': { may: `${SEE} group` },
  'GET /consents/people': { may: SEE, own: 'personnel' },
  'GET /consents/classes/{classId}': { may: SEE, own: 'teacher' },
  'GET /consents/{consentId}': { may: READ, own: `teacher ${SIGNERS}` },
  'POST /consents/{consentId}/sign': {
    may: NOBODY,
    own: SIGNERS,
    body: () => ({ documentHash: HASH, purposes: [] }),
  },
  'POST /consents/{consentId}/refuse': { may: NOBODY, own: SIGNERS },
  'PUT /consents/{consentId}/choices': { may: NOBODY, own: SIGNERS, body: () => ({ version: 1, choices: [] }) },
  'POST /consents/{consentId}/withdraw': { at: scanned, may: NOBODY, own: SIGNERS },
  'POST /consents/issue': {
    may: 'curator',
    own: 'teacher',
    body: (ids) => ({ personIds: [ids['gone']], kinds: ['processing'] }),
    leftOut: /access\.denied|person\.not-found/,
  },
  'POST /consents/{consentId}/record-refusal': {
    may: COLLECT,
    own: 'teacher',
    body: (ids) => ({ by: ids['parent'], saidOn: '2024-11-20' }),
  },
  'POST /consents/{consentId}/record-withdrawal': {
    at: scanned,
    may: COLLECT,
    own: 'teacher',
    body: (ids) => ({ by: ids['parent'], receivedOn: '2024-11-20' }),
  },
  'POST /consents/{consentId}/invalidate': { may: 'officer', body: () => ({ defect: 'Не та подпись' }) },
  'POST /persons/{personId}/objection-decision': {
    at: pupil,
    may: 'director',
    body: (ids) => ({ representationId: ids['representationId'], publish: true, decision: 'Участвует' }),
    gap: 'representation.not-found',
  },
  'GET /persons/{personId}/identity': { at: pupil, may: COLLECT, own: 'teacher mentee' },
  'PUT /persons/{personId}/identity': { at: pupil, may: COLLECT, own: `teacher ${SIGNERS}`, body: () => IDENTITY },
  'POST /consents/print': {
    may: READ,
    own: `teacher ${SIGNERS}`,
    body: (ids) => ({ consentIds: [ids['consentId']], format: 'docx', purpose: 'Раздать' }),
  },
  'POST /consents/remind': { may: 'curator', own: 'teacher', body: (ids) => ({ consentIds: [ids['consentId']] }) },
  'POST /consents/slips': { may: 'curator', own: 'teacher', body: (ids) => ({ consentIds: [ids['consentId']] }) },
  'POST /consents/{consentId}/scan': {
    may: COLLECT,
    own: 'teacher',
    file: (ids) => ({ signedOn: '2024-11-20', by: `${ids['parent']}`, purposes: 'all' }),
  },
  'POST /consents/{consentId}/qualified-signature': {
    may: COLLECT,
    own: `teacher ${SIGNERS}`,
    file: (ids) => ({ signedOn: '2024-11-20', by: `${ids['parent']}`, purposes: 'all' }),
  },
  'GET /consents/{consentId}/scans/{scanId}': { at: scanned, may: READ, own: `teacher ${SIGNERS}` },
  'GET /consents/{consentId}/signatures/{personId}': {
    at: { ...scanned, personId: 'pupil' },
    may: READ,
    own: `teacher ${SIGNERS}`,
    gap: 'file.not-found',
  },
  'GET /demands': [
    { may: DESTRUCTION },
    { may: DESTRUCTION, own: SIGNERS, query: (ids) => `personId=${ids['pupil']}` },
  ],
  'POST /demands': {
    may: NOBODY,
    own: SIGNERS,
    body: (ids) => ({ personId: ids['pupil'], kind: 'information', text: 'Прошу' }),
  },
  'POST /demands/record': {
    may: DEMANDS,
    body: (ids) => ({
      personId: ids['pupil'],
      kind: 'information',
      text: 'Прошу',
      receivedOn: '2024-11-20',
      askedBy: ids['parent'],
    }),
  },
  'POST /demands/{demandId}/extend': { may: DEMANDS, body: () => ({ reason: 'Ищем' }) },
  'POST /demands/{demandId}/answer': { may: DEMANDS, body: () => ({ answer: 'Вот' }) },
  'GET /demands/{demandId}/receipt': { may: DESTRUCTION, own: SIGNERS },
  'GET /consents/{consentId}/receipt': { may: DESTRUCTION, own: SIGNERS, gap: 'demand.not-found' },
  'GET /duties': { may: EMPLOYEES },
  'POST /duties/{dutyId}/done': { may: SEE, hidden: true, own: 'teacher', body: () => ({ proof: 'Сделано' }) },
  'GET /scan-batches': { may: COLLECTORS },
  'POST /scan-batches': { may: COLLECTORS, file: () => ({}) },
  // A pile is there for who brought it and for the office that collects; to others it does not exist.
  'GET /scan-batches/{batchId}': { may: 'curator officer', hidden: true, own: 'teacher' },
  'DELETE /scan-batches/{batchId}': { may: 'curator officer', hidden: true, own: 'teacher' },
  'GET /scan-batches/{batchId}/pages/{page}': {
    at: { page: '1' },
    may: 'curator officer',
    hidden: true,
    own: 'teacher',
  },
  'GET /scan-batches/{batchId}/pages/{page}/picture': {
    at: { page: '1' },
    may: 'curator officer',
    hidden: true,
    own: 'teacher',
  },
  'POST /scan-batches/{batchId}/assign': {
    may: 'curator officer',
    hidden: true,
    own: 'teacher',
    body: (ids) => ({ page: 1, consentId: ids['consentId'] }),
  },
  'POST /scan-batches/{batchId}/file': {
    may: 'curator officer',
    hidden: true,
    own: 'teacher',
    body: (ids) => ({
      entries: [{ consentId: ids['consentId'], signedOn: '2024-11-20', by: [ids['parent']], purposes: 'all' }],
    }),
    leftOut: /"filed":\[\]/,
  },
  'GET /erasures': { may: DESTRUCTION },
  'POST /erasures/run': { may: 'officer', body: (ids) => ({ ids: [ids['erasureId']] }), inTwoSteps: true },
  'POST /erasures/{erasureId}/cancel': { may: 'officer', body: () => ({ reason: 'Ошибка' }) },
  'GET /destruction-runs/{runId}/act': { may: DESTRUCTION, gap: 'file.not-found' },
  'GET /destruction-runs/{runId}/log': { may: DESTRUCTION, gap: 'file.not-found' },
  'GET /closed-cycles': { may: DESTRUCTION },
  'POST /cycles/{cycleId}/depersonalise': { may: 'officer director', body: () => ({ title: '2024/25' }) },
  'GET /my/data': [{ may: EVERYBODY }, { may: NOBODY, own: SIGNERS, query: (ids) => `personId=${ids['pupil']}` }],
  'POST /my/data/export': [
    { may: EVERYBODY, body: () => ({}) },
    { may: NOBODY, own: SIGNERS, body: (ids) => ({ personId: ids['pupil'] }) },
  ],
};

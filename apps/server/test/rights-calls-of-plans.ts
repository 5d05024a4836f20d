import { type Calls, EMPLOYEES, EVERYBODY, OFFICE } from './rights-call.ts';

const PERIOD = { start: '2024-09-01', end: '2025-08-31' };
const PLANNERS = 'curator deputy';
const draft = { roadmapId: 'draft', itemId: 'draftItem' };
const waiting = { roadmapId: 'waiting' };
const plan = { importId: 'planImport' };
const version = { version: 1 };
/** The item names the teacher without further roles. */
const RESPONSIBLE = 'curator staff';
const ITEM = {
  position: 0,
  number: '1',
  title: 'Беседа',
  measure: null,
  points: [],
  deadline: 'май',
  responsible: null,
  result: null,
  condition: null,
  activityKind: null,
};
const STAGE = { number: '2', title: 'Ещё', position: 1 };
const DECISION = { person: 'Серова М. Л.', post: 'Начальник', date: '2024-11-20', comment: null };
const READ = { version: 1, period: PERIOD };

export const PLAN_CALLS: Calls = {
  'GET /imports': { may: PLANNERS },
  'POST /imports': { may: PLANNERS, file: () => ({}) },
  'POST /imports/paste': { may: PLANNERS, body: () => ({ name: 'Карта', text: 'Собрание', html: null }) },
  'GET /imports/{importId}': { at: plan, may: PLANNERS },
  'PUT /imports/{importId}/draft': {
    at: plan,
    may: PLANNERS,
    body: () => ({
      version: 1,
      settled: [],
      draft: {
        title: 'Карта',
        organizations: [],
        period: PERIOD,
        approvals: [],
        sections: [],
        columns: [],
        stages: [],
        unrecognized: [],
        remarks: [],
      },
    }),
  },
  'POST /imports/{importId}/reread': { at: plan, may: PLANNERS, body: () => ({ ...READ, columns: null }) },
  'POST /imports/{importId}/discard': { at: plan, may: PLANNERS },
  'POST /imports/{importId}/restore': { at: plan, may: PLANNERS },
  'POST /imports/{importId}/confirm': {
    at: plan,
    may: PLANNERS,
    body: () => ({ ...READ, cycleTitle: '2024/25', editionOf: null, reason: null }),
  },
  'GET /imports/{importId}/difference': {
    at: plan,
    may: PLANNERS,
    query: (ids) => `roadmapId=${ids['roadmapId']}`,
  },
  'GET /imports/{importId}/file': { at: plan, may: PLANNERS },
  'GET /roadmap-templates': { may: EMPLOYEES },
  'GET /roadmaps': { may: EMPLOYEES },
  'POST /roadmaps': {
    may: PLANNERS,
    body: (ids) => ({
      from: { kind: 'copy', roadmapId: ids['roadmapId'] },
      title: 'Копия',
      cycleTitle: '2025/26',
      period: { start: '2025-09-01', end: '2026-08-31' },
    }),
  },
  'GET /roadmaps/{roadmapId}': { may: EMPLOYEES },
  'DELETE /roadmaps/{roadmapId}': { at: draft, may: PLANNERS },
  'PUT /roadmaps/{roadmapId}/title': { at: draft, may: PLANNERS, body: () => ({ title: 'Карта', ...version }) },
  'GET /roadmaps/{roadmapId}/history': { may: EMPLOYEES },
  'GET /roadmaps/{roadmapId}/difference': { may: EMPLOYEES },
  'GET /roadmaps/{roadmapId}/snapshot': { may: EMPLOYEES },
  'POST /deadlines/read': { may: EMPLOYEES, body: () => ({ text: 'май', period: PERIOD }) },
  'POST /roadmaps/{roadmapId}/submit': { at: draft, may: 'curator' },
  'POST /roadmaps/{roadmapId}/enact': { at: waiting, may: 'curator director' },
  'POST /roadmaps/{roadmapId}/archive': { may: 'curator director' },
  'POST /roadmaps/{roadmapId}/return': { at: waiting, may: 'director', body: () => ({ comment: 'Уточните сроки' }) },
  'POST /roadmaps/{roadmapId}/consider': {
    at: waiting,
    may: 'curator',
    body: () => ({ body: 'Педсовет', number: '1', date: '2024-11-20', decision: '', fileId: null }),
  },
  'POST /roadmaps/{roadmapId}/agree': {
    at: waiting,
    may: 'curator',
    body: () => ({ body: 'Управление', person: null, post: null, date: '2024-11-20', fileId: null }),
  },
  'POST /roadmaps/{roadmapId}/approve': {
    at: waiting,
    may: 'director',
    body: () => ({
      date: '2024-11-20',
      person: 'Бережной О. П.',
      post: 'Директор',
      order: null,
      authority: null,
      fileId: null,
    }),
  },
  'POST /roadmaps/{roadmapId}/close': { may: 'director', body: () => ({ explanations: [] }) },
  'POST /roadmaps/{roadmapId}/amend': { may: 'curator', body: () => ({ reason: 'Сроки' }) },
  'POST /roadmaps/{roadmapId}/stages': { at: draft, may: PLANNERS, body: () => STAGE },
  'PUT /roadmaps/{roadmapId}/stages/{stageId}': { at: draft, may: PLANNERS, body: () => STAGE },
  'DELETE /roadmaps/{roadmapId}/stages/{stageId}': { at: draft, may: PLANNERS },
  'POST /roadmaps/{roadmapId}/items': {
    at: draft,
    may: PLANNERS,
    body: (ids) => ({ ...ITEM, stageId: ids['stageId'] }),
  },
  'PUT /roadmaps/{roadmapId}/items/{itemId}': { at: draft, may: PLANNERS, body: () => ({ ...ITEM, ...version }) },
  'DELETE /roadmaps/{roadmapId}/items/{itemId}': { at: draft, may: PLANNERS },
  'POST /items/{itemId}/cancel': { may: 'director', body: () => ({ reason: 'Карантин' }) },
  'POST /items/{itemId}/wake': { may: 'curator' },
  'POST /items/{itemId}/set-not-required': { may: 'curator' },
  'POST /items/{itemId}/occurrences': { may: RESPONSIBLE, body: () => ({ start: null, due: null, note: null }) },
  'POST /occurrences/{occurrenceId}/start': { may: RESPONSIBLE },
  'POST /occurrences/{occurrenceId}/confirm': { may: 'curator' },
  'POST /occurrences/{occurrenceId}/report-done': {
    may: RESPONSIBLE,
    body: () => ({ doneOn: '2024-11-19', note: null }),
  },
  'POST /occurrences/{occurrenceId}/send-back': { may: 'curator', body: () => ({ comment: 'Нет протокола' }) },
  'POST /occurrences/{occurrenceId}/reopen': { may: 'curator', body: () => ({ reason: 'Ошибка' }) },
  'POST /occurrences/{occurrenceId}/postpone': {
    may: 'curator director',
    body: () => ({ newDue: '2025-01-15', reason: 'Карантин' }),
  },
  'POST /occurrences/{occurrenceId}/evidence': {
    may: RESPONSIBLE,
    body: () => ({ kind: 'document', title: 'Протокол', number: '8', date: '2024-11-18' }),
  },
  'POST /evidence/{evidenceId}/remove': { may: RESPONSIBLE },
  'POST /evidence/{evidenceId}/restore': { may: RESPONSIBLE },
  'GET /items/{itemId}': { may: EMPLOYEES },
  'GET /items/{itemId}/history': { may: EMPLOYEES },
  // A file is seen by who may see what it hangs on; this one hangs on nothing yet.
  'GET /files/{fileId}': { may: 'curator', hidden: true },
  'POST /files': { may: `${OFFICE} group`, file: () => ({}) },
  'GET /today': { may: EMPLOYEES },
  'GET /today/people': { may: EMPLOYEES },
  'GET /search': { may: EMPLOYEES, query: () => 'q=собрать' },
  'GET /notices': { may: EVERYBODY },
  'POST /notices/read': { may: EVERYBODY, body: () => ({}) },
  'GET /reminder-preferences': { may: EVERYBODY },
  'PUT /reminder-preferences': { may: EVERYBODY, body: () => ({ declined: [] }) },
  'GET /reminder-templates': { may: EMPLOYEES },
  'PUT /reminder-templates/{kind}': {
    at: { kind: 'late' },
    may: 'administrator curator',
    body: () => ({ subject: 'Срок', body: 'Прошёл' }),
  },
  'DELETE /reminder-templates/{kind}': { at: { kind: 'late' }, may: 'administrator curator' },
  'GET /audit': { may: 'administrator officer' },
  'GET /deliveries': { may: 'administrator curator' },
  'GET /roadmaps/{roadmapId}/print': { may: EMPLOYEES, query: () => 'format=json' },
  'GET /roadmaps/{roadmapId}/indicators': { may: `${OFFICE} group municipal regional` },
  'GET /calendar-feed': { may: EMPLOYEES },
  'POST /calendar-feed': { may: EMPLOYEES },
  'DELETE /calendar-feed': { may: EVERYBODY },
  'GET /calendar/{file}': { may: 'anonymous', at: { file: `${'a'.repeat(43)}.ics` }, gap: 'feed.not-found' },
  'POST /roadmaps/{roadmapId}/ask-authority': { at: waiting, may: 'curator' },
  'GET /agreements': { may: 'municipal regional' },
  'GET /agreements/{requestId}': { at: { requestId: 'agreement' }, may: 'municipal regional' },
  'POST /agreements/{requestId}/agree': { at: { requestId: 'agreement' }, may: 'municipal', body: () => DECISION },
  'POST /agreements/{requestId}/return': {
    at: { requestId: 'agreement' },
    may: 'municipal',
    body: () => ({ ...DECISION, comment: 'Уточните' }),
  },
};

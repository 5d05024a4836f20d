import { ITEM_STATES, ROADMAP_STATES } from '@nastavnik/domain/roadmaps/roadmap-states';
import { z } from 'zod';
import { deadlineReading } from './deadline.ts';
import { columnMeaning, draftApproval, party, plannedResult } from './draft.ts';
import { day, id, line, may, moment, span, text } from './shapes.ts';

export const roadmapState = z.enum(ROADMAP_STATES);
export const itemState = z.enum(ITEM_STATES);
/** How the item stands towards its deadline on the day asked about. */
export const dueState = z.enum(['ahead', 'open', 'dueSoon', 'late', 'onRequest', 'asleep', 'done', 'closed']);
export type DueState = z.infer<typeof dueState>;

export const evidence = z.object({
  id,
  kind: z.enum(['file', 'link', 'document']),
  title: z.string(),
  url: z.string().nullable(),
  fileId: id.nullable(),
  mediaType: z.string().nullable(),
  size: z.number().int().nullable(),
  documentNumber: z.string().nullable(),
  documentDate: day.nullable(),
  addedBy: z.string(),
  addedAt: moment,
});

export const occurrence = z.object({
  id,
  kind: z.enum(['fixed', 'continuous', 'onDemand', 'external']),
  start: day.nullable(),
  due: day.nullable(),
  originalDue: day.nullable(),
  state: itemState,
  dueState,
  doneOn: day.nullable(),
  note: z.string().nullable(),
  reportedBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  evidence: z.array(evidence),
  may: may(['start', 'reportDone', 'confirm', 'sendBack', 'reopen', 'postpone', 'addEvidence']),
});
export type Occurrence = z.infer<typeof occurrence>;

export const itemParty = party.extend({
  personId: id.nullable(),
  bodyId: id.nullable(),
  /** The people of the staff directory behind the words, today. */
  people: z.array(z.object({ id, name: z.string() })),
});

export const item = z.object({
  id,
  stageId: id,
  position: z.number().int(),
  number: z.string().nullable(),
  title: z.string(),
  measure: z.string().nullable(),
  points: z.array(z.string()),
  activityKind: z.string().nullable(),
  deadline: z.object({ text: z.string(), reading: deadlineReading }).nullable(),
  responsible: z.object({ text: z.string(), parties: z.array(itemParty) }).nullable(),
  result: plannedResult.nullable(),
  condition: z.string().nullable(),
  awake: z.boolean(),
  state: itemState,
  dueState,
  /** The next day that matters: the due day of the first open occurrence. */
  nextDue: day.nullable(),
  lateDays: z.number().int().nullable(),
  stateReason: z.string().nullable(),
  occurrences: z.array(occurrence),
  mine: z.boolean(),
  changed: z.enum(['added', 'changed', 'moved']).nullable(),
  version: z.number().int(),
  may: may(['edit', 'remove', 'start', 'cancel', 'wake', 'setNotRequired', 'addOccurrence']),
});
export type Item = z.infer<typeof item>;

export const stage = z.object({
  id,
  position: z.number().int(),
  number: z.string().nullable(),
  title: z.string(),
  notes: z.array(z.string()),
  done: z.number().int(),
  due: z.number().int(),
  total: z.number().int(),
});

export const approval = draftApproval.omit({ source: true }).extend({
  id,
  imported: z.boolean(),
  recordedBy: z.string().nullable(),
  recordedAt: moment.nullable(),
  fileId: id.nullable(),
});

export const roadmapSummary = z.object({
  id,
  title: z.string(),
  cycle: z.object({ id, title: z.string(), start: day, end: day }),
  state: roadmapState,
  edition: z.number().int(),
  stages: z.number().int(),
  items: z.number().int(),
  late: z.number().int(),
  completion: z.object({ numerator: z.number().int(), denominator: z.number().int() }),
});
export const roadmapsAnswer = z.object({
  roadmaps: z.array(roadmapSummary),
  may: may(['create']),
});

export const roadmap = z.object({
  id,
  title: z.string(),
  cycle: z.object({ id, title: z.string(), start: day, end: day }),
  state: roadmapState,
  edition: z.number().int(),
  /** The running version an amendment prepares to replace, or the version that replaced this one. */
  amends: id.nullable(),
  supersededBy: id.nullable(),
  amendmentReason: z.string().nullable(),
  returnComment: z.string().nullable(),
  organizations: z.array(z.object({ name: z.string(), language: z.string() })),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
  columns: z.array(columnMeaning),
  approvals: z.array(approval),
  outerAgreement: z.object({
    required: z.boolean(),
    state: z.enum(['notAsked', 'asked', 'agreed', 'returned']),
    authority: z.string().nullable(),
    onThisServer: z.boolean(),
  }),
  stages: z.array(stage),
  items: z.array(item),
  importId: id.nullable(),
  version: z.number().int(),
  may: may([
    'edit',
    'submit',
    'return',
    'considerByCouncil',
    'agree',
    'askAuthority',
    'approve',
    'enact',
    'amend',
    'close',
    'archive',
    'print',
    'remove',
  ]),
});
export type Roadmap = z.infer<typeof roadmap>;

export const newRoadmapBody = z.strictObject({
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('template'), template: z.string().max(60) }),
    z.strictObject({ kind: z.literal('copy'), roadmapId: id }),
  ]),
  title: line(500),
  cycleTitle: line(200),
  period: span,
});
export const templatesAnswer = z.object({
  templates: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      description: z.string(),
      stages: z.number().int(),
      items: z.number().int(),
    }),
  ),
});

export const stageBody = z.strictObject({
  number: line(20).nullable(),
  title: line(500),
  position: z.number().int().min(0),
});
export const itemBody = z.strictObject({
  stageId: id,
  position: z.number().int().min(0),
  number: line(30).nullable(),
  title: line(3000),
  measure: line(1000).nullable(),
  points: z.array(line(3000)).max(100),
  deadline: line(500).nullable(),
  responsible: line(1000).nullable(),
  result: line(3000).nullable(),
  condition: line(500).nullable(),
  activityKind: z.string().max(10).nullable(),
});
export const editItemBody = itemBody.partial().extend({ version: z.number().int() });

/** Commands of LIFECYCLE 4.1. */
export const versionBody = z.strictObject({ version: z.number().int() });
export const returnBody = z.strictObject({ comment: line(2000) });
export const considerBody = z.strictObject({
  body: line(300),
  number: line(50),
  date: day,
  decision: text(2000),
  fileId: id.nullable(),
});
export const agreeBody = z.strictObject({
  body: line(300),
  person: line(200).nullable(),
  post: line(300).nullable(),
  date: day,
  fileId: id.nullable(),
});
export const approveBody = z.strictObject({
  date: day,
  person: line(200),
  post: line(300),
  order: z.strictObject({ number: line(50), date: day }).nullable(),
  /** The document that gives the power to an acting director. */
  authority: line(300).nullable(),
  fileId: id.nullable(),
});
export const amendBody = z.strictObject({ reason: line(1000) });
export const closeBody = z.strictObject({
  explanations: z.array(z.strictObject({ itemId: id, text: line(1000) })).max(500),
});

/** Commands of LIFECYCLE 4.2. */
export const reportDoneBody = z.strictObject({ doneOn: day, note: text(2000).nullable() });
export const postponeBody = z.strictObject({ newDue: day, reason: line(1000) });
export const sendBackBody = z.strictObject({ comment: line(1000) });
export const addOccurrenceBody = z.strictObject({
  start: day.nullable(),
  due: day.nullable(),
  note: line(500).nullable(),
});
export const linkEvidenceBody = z.strictObject({ kind: z.literal('link'), title: line(300), url: z.url().max(2000) });
export const documentEvidenceBody = z.strictObject({
  kind: z.literal('document'),
  title: line(300),
  number: line(50),
  date: day,
});
export const evidenceBody = z.discriminatedUnion('kind', [linkEvidenceBody, documentEvidenceBody]);

export const historyAnswer = z.object({
  events: z.array(
    z.object({
      id,
      at: moment,
      who: z.string(),
      type: z.string(),
      /** From, to, reason and what else the sentence needs. */
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});

const todayEntry = z.object({
  roadmapId: id,
  itemId: id,
  occurrenceId: id.nullable(),
  stage: z.string(),
  title: z.string(),
  due: day.nullable(),
  dueState,
  state: itemState,
  days: z.number().int().nullable(),
  responsible: z.string().nullable(),
  mine: z.boolean(),
});
export type TodayEntry = z.infer<typeof todayEntry>;
export const todayAnswer = z.object({
  today: day,
  late: z.array(todayEntry),
  week: z.array(todayEntry),
  soon: z.array(todayEntry),
  onRequest: z.array(todayEntry),
  waitingForMe: z.array(todayEntry),
  waitingForOthers: z.array(todayEntry),
  /** Things that are not items: an import to finish, a roadmap to submit, agree, approve. */
  tasks: z.array(
    z.object({
      kind: z.enum(['import', 'submit', 'returned', 'consider', 'agree', 'approve', 'enact', 'wake', 'close']),
      title: z.string(),
      roadmapId: id.nullable(),
      importId: id.nullable(),
    }),
  ),
  unreadNotices: z.number().int(),
});

const ratio = z.object({
  numerator: z.number().int(),
  denominator: z.number().int(),
  target: z.number(),
  met: z.boolean().nullable(),
});
export const indicatorsAnswer = z.object({
  on: day,
  completion: ratio,
  timeliness: ratio,
  byStage: z.array(z.object({ id, title: z.string(), completion: ratio, timeliness: ratio, late: z.number().int() })),
  byResponsible: z.array(z.object({ name: z.string(), completion: ratio, timeliness: ratio, late: z.number().int() })),
  /** The very occurrences behind the numbers, so that every number opens. */
  rows: z.array(
    z.object({
      itemId: id,
      occurrenceId: id,
      stage: z.string(),
      title: z.string(),
      responsible: z.string().nullable(),
      due: day.nullable(),
      originalDue: day.nullable(),
      doneOn: day.nullable(),
      counts: z.enum(['done', 'notDone', 'excluded']),
      inTime: z.boolean().nullable(),
      why: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type IndicatorsAnswer = z.infer<typeof indicatorsAnswer>;

export const printQuery = z.strictObject({
  format: z.enum(['docx', 'pdf', 'xlsx', 'json', 'html', 'txt']),
  variant: z.enum(['full', 'public', 'report']).default('full'),
});

export const feedAnswer = z.object({ active: z.boolean(), createdAt: moment.nullable() });
/** The address is shown once. */
export const newFeedAnswer = z.object({ url: z.string() });

export const noticesAnswer = z.object({
  notices: z.array(
    z.object({
      id,
      kind: z.string(),
      at: moment,
      read: z.boolean(),
      subject: z.string(),
      body: z.string(),
      roadmapId: id.nullable(),
      itemId: id.nullable(),
    }),
  ),
});

export const agreementRequest = z.object({
  id,
  tenantId: id,
  organization: z.string(),
  title: z.string(),
  state: z.enum(['asked', 'agreed', 'returned', 'withdrawn']),
  askedAt: moment,
  decidedAt: moment.nullable(),
  comment: z.string().nullable(),
});
export const agreementsAnswer = z.object({ requests: z.array(agreementRequest) });
export const agreementAnswer = agreementRequest.extend({
  period: z.object({ start: day, end: day }),
  stages: z.array(
    z.object({
      number: z.string().nullable(),
      title: z.string(),
      items: z.array(
        z.object({
          number: z.string().nullable(),
          title: z.string(),
          points: z.array(z.string()),
          deadline: z.string().nullable(),
          responsible: z.string().nullable(),
          result: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export const decideAgreementBody = z.strictObject({
  person: line(200),
  post: line(300),
  date: day,
  comment: text(2000).nullable(),
});

export const searchQuery = z.strictObject({ q: z.string().trim().min(2).max(200) });
export const searchAnswer = z.object({
  hits: z.array(
    z.object({
      kind: z.enum(['item', 'person', 'body', 'roadmap', 'evidence', 'participant', 'pupil']),
      id,
      title: z.string(),
      place: z.string(),
      path: z.string(),
    }),
  ),
});

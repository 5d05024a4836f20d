import { z } from 'zod';
import { deadlineReading } from './deadline.ts';
import { day } from './shapes.ts';

/** The shapes of a source document and of the draft read from it; the types live in the domain. */

export const sourcePlace = z.object({
  block: z.number().int(),
  row: z.number().int().optional(),
  cell: z.number().int().optional(),
  line: z.number().int().optional(),
  page: z.number().int().optional(),
});

const sourceLine = z.object({ text: z.string(), marker: z.string().optional(), bold: z.boolean().optional() });
const sourceParagraph = z.object({
  kind: z.literal('paragraph'),
  text: z.string(),
  page: z.number().int().optional(),
  marker: z.string().optional(),
  heading: z.number().int().optional(),
  bold: z.boolean().optional(),
  centered: z.boolean().optional(),
  aside: z.enum(['textbox', 'footnote', 'header', 'footer']).optional(),
});
const sourceTable = z.object({
  kind: z.literal('table'),
  page: z.number().int().optional(),
  sheet: z.string().optional(),
  rows: z.array(
    z.object({
      page: z.number().int().optional(),
      cells: z.array(
        z.object({
          column: z.number().int(),
          columnSpan: z.number().int(),
          rowSpan: z.number().int(),
          lines: z.array(sourceLine),
        }),
      ),
    }),
  ),
});
export const sourceDocument = z.object({
  format: z.enum(['docx', 'doc', 'pdf', 'xlsx', 'odt', 'html', 'text']),
  blocks: z.array(z.discriminatedUnion('kind', [sourceParagraph, sourceTable])),
  notes: z.array(z.object({ code: z.string(), place: sourcePlace.optional() })),
});

export const columnMeaning = z.enum([
  'number',
  'stage',
  'measure',
  'content',
  'deadline',
  'responsible',
  'result',
  'note',
  'audience',
  'unknown',
]);
export const party = z.object({
  kind: z.enum(['person', 'post', 'body', 'organization']),
  name: z.string().nullable(),
  post: z.string().nullable(),
});
export const responsible = z.object({ text: z.string(), parties: z.array(party) });
export const plannedResult = z.object({
  text: z.string(),
  documents: z.array(
    z.object({
      kind: z.enum([
        'plan',
        'order',
        'agreement',
        'register',
        'regulation',
        'report',
        'publication',
        'survey',
        'training',
        'event',
        'metric',
        'other',
      ]),
      text: z.string(),
    }),
  ),
  target: z
    .object({
      comparison: z.enum(['atLeast', 'atMost', 'equal']),
      value: z.number(),
      unit: z.enum(['percent', 'count']).nullable(),
    })
    .nullable(),
});
export const draftApproval = z.object({
  kind: z.enum(['approved', 'agreed', 'adopted']),
  person: z.string().nullable(),
  post: z.string().nullable(),
  body: z.string().nullable(),
  date: day.nullable(),
  document: z
    .object({ kind: z.enum(['order', 'minutes']), number: z.string().nullable(), date: day.nullable() })
    .nullable(),
  /** The stamp as it stands in the source. */
  text: z.string().optional(),
  source: sourcePlace,
});
export const draftActivity = z.object({
  number: z.string().nullable(),
  title: z.string(),
  measure: z.string().nullable(),
  items: z.array(z.string()),
  deadline: deadlineReading.nullable(),
  responsible: responsible.nullable(),
  result: plannedResult.nullable(),
  condition: z.string().nullable(),
  /** Cells of columns that have no field of their own. */
  notes: z.array(z.string()).optional(),
  source: sourcePlace,
});
export const draftStage = z.object({
  number: z.string().nullable(),
  title: z.string(),
  notes: z.array(z.string()),
  activities: z.array(draftActivity),
  source: sourcePlace,
});
export const draftRemark = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  text: z.string(),
  source: sourcePlace.nullable(),
  mend: z.object({ path: z.array(z.union([z.string(), z.number()])), value: z.unknown() }).optional(),
});
export const roadmapDraft = z.object({
  title: z.string(),
  organizations: z.array(z.object({ name: z.string(), language: z.string() })),
  period: z.object({ start: day, end: day }).nullable(),
  approvals: z.array(draftApproval),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()), source: sourcePlace })),
  columns: z.array(columnMeaning),
  stages: z.array(draftStage),
  unrecognized: z.array(z.object({ text: z.string(), source: sourcePlace })),
  remarks: z.array(draftRemark),
  /** Pieces that carry no content but were understood: heads of tables, marks, repeated titles. */
  layout: z
    .array(z.object({ text: z.string(), role: z.enum(['head', 'layout', 'repeated']), source: sourcePlace }))
    .optional(),
});

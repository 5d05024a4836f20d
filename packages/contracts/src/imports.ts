import { z } from 'zod';
import { columnMeaning, roadmapDraft, sourceDocument } from './draft.ts';
import { day, id, line, may, moment, span } from './shapes.ts';

export const importState = z.enum(['received', 'reading', 'read', 'failed', 'applied', 'discarded']);

export const importSummary = z.object({
  id,
  name: z.string(),
  state: importState,
  receivedAt: moment,
  receivedBy: z.string(),
  expiresOn: day,
  /** What stopped the reading: a refusal code. */
  failure: z.string().nullable(),
  stages: z.number().int(),
  activities: z.number().int(),
  remarks: z.number().int(),
  roadmapId: id.nullable(),
});
export const importsAnswer = z.object({ imports: z.array(importSummary) });

export const importAnswer = importSummary.extend({
  source: sourceDocument.nullable(),
  draft: roadmapDraft.nullable(),
  /** The period the deadlines are read in: from the document, or chosen. */
  period: z.object({ start: day, end: day }).nullable(),
  /** Remarks that a person has looked at and left as they are, by index key «code|block|row|text». */
  settled: z.array(z.string()),
  version: z.number().int(),
  /** Earlier roadmaps that this file may be a newer edition of. */
  editionsOf: z.array(z.object({ roadmapId: id, title: z.string(), likeness: z.number() })),
  may: may(['edit', 'confirm', 'discard']),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** Text or HTML from the clipboard. A file goes as multipart/form-data in the field `file` to the same address. */
export const pasteBody = z.strictObject({
  name: line(200),
  text: z.string().max(2_000_000),
  html: z.string().max(5_000_000).nullable(),
});

export const draftBody = z.strictObject({
  version: z.number().int(),
  draft: roadmapDraft,
  settled: z.array(z.string()).max(2000),
});
export const rereadBody = z.strictObject({
  version: z.number().int(),
  period: span.nullable(),
  columns: z.array(columnMeaning).max(40).nullable(),
});
/** The draft as it is read now. Edits that the new reading has no room for are named, so that nobody misses them later. */
export const rereadAnswer = importAnswer.extend({
  edits: z.object({
    kept: z.number().int(),
    lost: z.array(
      z.object({
        title: z.string(),
        field: z.enum([
          'number',
          'title',
          'measure',
          'items',
          'deadline',
          'responsible',
          'result',
          'condition',
          'stage',
          'order',
          'removed',
          'head',
        ]),
        text: z.string(),
      }),
    ),
  }),
});
export type RereadAnswer = z.infer<typeof rereadAnswer>;
export const confirmImportBody = z.strictObject({
  version: z.number().int(),
  period: span,
  cycleTitle: line(200),
  /** The roadmap this file is a newer edition of: what was done is kept. Null makes a new roadmap. */
  editionOf: id.nullable(),
  reason: line(1000).nullable(),
});
export const confirmImportAnswer = z.object({ roadmapId: id });

export const differenceField = z.enum([
  'title',
  'stage',
  'deadline',
  'responsible',
  'result',
  'number',
  'points',
  'measure',
  'condition',
]);
export const differenceLine = z.object({
  change: z.enum(['added', 'removed', 'changed', 'moved', 'same']),
  stage: z.string(),
  title: z.string(),
  /** What differs, field by field, in words of the plan. */
  fields: z.array(z.object({ field: differenceField, before: z.string().nullable(), after: z.string().nullable() })),
  done: z.boolean(),
});
export const differenceAnswer = z.object({
  lines: z.array(differenceLine),
  kept: z.number().int(),
  lost: z.number().int(),
});

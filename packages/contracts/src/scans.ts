import { z } from 'zod';
import { consentTemplate } from './consent-templates.ts';
import { consentSummary, disseminationChoice, fileWarning, paperMarks } from './consents.ts';
import { day, id, may, moment } from './shapes.ts';

export const scanPage = z.object({
  /** From 1. */
  page: z.number().int(),
  consentId: id.nullable(),
  /** Found by its square code, or assigned by a person. */
  by: z.enum(['code', 'hand', 'neighbour']).nullable(),
  /** Why the page has no home: `scan.no-code`, `scan.other-school`, `scan.unknown`, `scan.unreadable`. */
  code: z.string().nullable(),
});
export const scanBatchState = z.enum(['received', 'splitting', 'split', 'filed', 'failed']);
export const scanBatchSummary = z.object({
  id,
  name: z.string(),
  state: scanBatchState,
  donePages: z.number().int(),
  pages: z.number().int().nullable(),
  homeless: z.number().int(),
  failure: z.string().nullable(),
  createdAt: moment,
  createdBy: z.string(),
});
export const scanBatchesAnswer = z.object({ batches: z.array(scanBatchSummary) });
export const scanBatch = scanBatchSummary.extend({
  pageList: z.array(scanPage),
  /** The consents found, with what is still to be said: who signed, and when. */
  consents: z.array(
    z.object({
      consent: consentSummary,
      pages: z.array(z.number().int()),
      /** What the paper has boxes for: its lines, and of DOC-15 the items and the places. */
      boxes: consentTemplate.pick({ purposes: true, dataItems: true, resources: true }),
      /** The same scan lies with this consent already. */
      alreadyFiled: z.boolean(),
    }),
  ),
  may: may(['assign', 'file', 'discard']),
});
export const receivedBatchAnswer = z.object({
  id,
  /** The same file was brought before: this is that batch. */
  known: z.boolean(),
});
export const assignPageBody = z.strictObject({ page: z.number().int().min(1), consentId: id.nullable() });
export const fileBatchBody = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        consentId: id,
        signedOn: day,
        by: z.array(id).min(1).max(5),
        purposes: paperMarks.optional(),
        choices: z.array(disseminationChoice).max(1000).optional(),
      }),
    )
    .min(1)
    .max(500),
});
export const filedBatchAnswer = z.object({
  filed: z.array(z.object({ consentId: id, state: z.string(), warnings: z.array(fileWarning) })),
  refused: z.array(z.object({ consentId: id, code: z.string() })),
});

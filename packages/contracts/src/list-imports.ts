import { IMPORT_FIELDS, IMPORT_KINDS } from '@nastavnik/domain/people-import/import-columns';
import { z } from 'zod';
import { personMatch } from './persons.ts';
import { id, may, moment } from './shapes.ts';

export const listKind = z.enum(IMPORT_KINDS);
export const importField = z.enum(IMPORT_FIELDS);
export const listImportState = z.enum([
  'received',
  'checking',
  'checked',
  'applying',
  'applied',
  'failed',
  'discarded',
]);
export const rowOutcome = z.enum(['new', 'changed', 'unchanged', 'duplicateSuspected', 'error']);

export const listColumn = z.object({
  /** From 0, as it stands in the sheet. */
  column: z.number().int(),
  header: z.string(),
  field: importField.nullable(),
  /** 0 … 1; below 0.5 a person should look. */
  confidence: z.number(),
  why: z.enum(['remembered', 'header', 'content', 'none', 'person']),
  /** The first values, so that one sees what the column holds. */
  examples: z.array(z.string()),
});

export const listImport = z.object({
  id,
  kind: listKind,
  state: listImportState,
  fileName: z.string(),
  receivedAt: moment,
  receivedBy: z.string(),
  appliedAt: moment.nullable(),
  columns: z.array(listColumn),
  /** Fields the kind needs and no column holds. */
  missingFields: z.array(z.array(importField)).meta({ description: 'Each entry: any one of these is needed' }),
  counts: z.record(rowOutcome, z.number().int()).nullable(),
  /** Rows that look like somebody known and wait for a decision. */
  undecided: z.number().int(),
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  /** A refusal's code, or `list-import.interrupted` when the database went away in the middle; nothing was written then. */
  failure: z.string().nullable(),
  version: z.number().int(),
  may: may(['map', 'apply', 'discard', 'check']),
});
export type ListImport = z.infer<typeof listImport>;
export const listImportsQuery = z.strictObject({ kind: listKind.optional() });
export const listImportsAnswer = z.object({
  imports: z.array(listImport.omit({ columns: true, missingFields: true })),
  may: z.object({ import: z.array(listKind) }),
});

export const mappingBody = z.strictObject({
  columns: z
    .array(z.strictObject({ column: z.number().int().min(0).max(500), field: importField.nullable() }))
    .max(200),
  version: z.number().int(),
});

/** Codes and data of domain/people-import (CellFault, RowFault, CellRemark); the words are the web's. */
const finding = z.looseObject({ code: z.string(), field: importField.optional() });
export const importedRow = z.object({
  /** Number in the sheet, from 1, the header counted. */
  row: z.number().int(),
  outcome: rowOutcome,
  who: z.string(),
  cells: z.array(z.string()).meta({ description: 'As they stand in the sheet' }),
  faults: z.array(finding),
  remarks: z.array(finding),
  /** Of a changed row: the fields. */
  changes: z.array(z.string()),
  matches: z.array(personMatch),
  /** What was decided about a suspected duplicate: another person, or this known one. */
  decision: z.union([z.literal('new'), z.literal('leaveOut'), id]).nullable(),
});
export const rowsQuery = z.strictObject({
  outcome: rowOutcome.optional(),
  undecided: z.stringbool().optional(),
  /** Rows with a greater number. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const rowsAnswer = z.object({ rows: z.array(importedRow), next: z.number().int().nullable() });

export const rowDecisionsBody = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        row: z.number().int().min(1),
        decision: z.union([z.literal('new'), z.literal('leaveOut'), id]).nullable(),
      }),
    )
    .min(1)
    .max(5000),
  version: z.number().int(),
});
/** `leaveOutErrors`: the right rows are taken, the wrong ones stay for the file of errors. Otherwise one error stops all. */
export const applyListBody = z.strictObject({ leaveOutErrors: z.boolean().default(false), version: z.number().int() });

import { z } from 'zod';

/** The heads of the entries of a backup, in their order: backup, tables, jobs, files, end. */
export const head = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('backup'),
    madeAt: z.string(),
    /** What the schema of the rows was made by. */
    migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('table'),
    schema: z.string(),
    name: z.string(),
    columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
  }),
  z.strictObject({ kind: z.literal('jobs') }),
  z.strictObject({ kind: z.literal('file'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ kind: z.literal('end'), tables: z.number(), rows: z.number(), files: z.number() }),
]);
export type Head = z.infer<typeof head>;

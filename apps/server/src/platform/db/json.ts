import type { ColumnType } from 'kysely';

/** A `jsonb` column: unknown until its shape has been checked, written as a JSON text. */
export type Json = ColumnType<unknown, string, string>;

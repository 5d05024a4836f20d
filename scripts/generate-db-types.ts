import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const FILE = join(ROOT, 'apps/server/src/platform/db/schema.generated.ts');

/**
 * Writes the types of all tables from a migrated database.
 * @param url connection address of its owner
 */
export function generateDatabaseTypes(url: string): void {
  execFileSync(
    join(ROOT, 'node_modules/.bin/kysely-codegen'),
    [
      ['--dialect', 'postgres', '--url', url, '--out-file', FILE, '--log-level', 'error'],
      ['--include-pattern', '(public|auth).*', '--exclude-pattern', 'public.migrations'],
      // Days stay texts, counts are numbers, JSON is unknown until its shape is checked (see db/pool.ts, db/json.ts).
      ['--type-mapping', JSON.stringify({ date: 'PlainDate', int8: 'number', jsonb: 'Json' })],
    ].flat(),
    { stdio: 'inherit' },
  );
  const text = readFileSync(FILE, 'utf8').replace(
    'import type { ColumnType } from "kysely";',
    [
      'import type { PlainDate } from "@nastavnik/domain/calendar/plain-date";',
      'import type { ColumnType } from "kysely";',
      'import type { Json } from "./json.ts";',
    ].join('\n'),
  );
  writeFileSync(FILE, text);
}

if (process.argv[1] === import.meta.filename) {
  const url = process.argv[2];
  if (!url) throw new Error('usage: generate-db-types.ts postgres://owner@host/database');
  generateDatabaseTypes(url);
}

import { sql } from 'kysely';
import pg from 'pg';

const MARK = '/* planned once */';

/**
 * Begins a statement that finds rows by their keys, so that its best plan is the same whatever it is asked with: each
 * connection keeps it, parsed and planned. Of a question over twelve tables the planning is more than half of the time.
 * No `select *`: where a migration adds a column, a kept statement would be refused.
 */
export const plannedOnce = sql.raw(`${MARK} `);

/** The names are those of the process; a connection is told what stands behind one when it meets it first. */
const names = new Map<string, string>();

/** Texts that are put together of parts are many; of those beyond, each is planned as it comes. */
const MOST_NAMES = 100;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `once${names.size}`;
  names.set(text, name);
  return name;
}

/** A connection that keeps the statements marked. */
export class KeepingClient extends pg.Client {
  override readonly query = ((text: string, ...rest: [unknown[]]) => {
    // Behind `select` where Kysely has put the statement together.
    const name = typeof text === 'string' && text.slice(0, 40).includes(MARK) ? nameOf(text) : undefined;
    return name === undefined ? super.query(text, ...rest) : super.query({ name, text }, ...rest);
  }) as pg.Client['query'];
}

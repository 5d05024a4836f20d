import { inject } from 'vitest';
import type { TestDatabase } from './database.ts';
import { asAdmin } from './server.ts';

/** How many stand at a lock in this database now. Only a superuser sees what others wait for. */
export async function howManyWait(database: TestDatabase): Promise<number> {
  let count = 0;
  await asAdmin(inject('testServer').adminUrl, async (client) => {
    const { rowCount } = await client.query(
      "select pid from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'",
      [new URL(database.applicationUrl).pathname.slice(1)],
    );
    count = rowCount ?? 0;
  });
  return count;
}

import { Client } from 'pg';
import { newId } from '../ids.ts';

type MadeBackup = {
  readonly fileName: string;
  readonly madeAt: Date;
  /** `YYYY-MM-DD`, the last day on which it is kept; null where nobody said. */
  readonly keptUntil: string | null;
};

/** Remembers a backup for the acts of destruction: whoever is destroyed later still stands in it (RULE-16). */
export async function recordBackup(ownerUrl: string, made: MadeBackup): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('insert into backups_made (id, file_name, made_at, kept_until) values ($1, $2, $3, $4)', [
      newId(made.madeAt),
      made.fileName,
      made.madeAt,
      made.keptUntil,
    ]);
  } finally {
    await client.end();
  }
}

import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export const DATABASE = 'nastavnik';
/** Owns the tables and runs the migrations. */
export const OWNER_ROLE = 'nastavnik_owner';
/** What the application is while it works: owns nothing, so row-level security holds for it. Migrations grant to this name. */
export const APPLICATION_ROLE = 'nastavnik_app';

export type RolePasswords = { ownerPassword: string; applicationPassword: string };

/** Roles and the empty database; may be broken off anywhere and run again. */
export async function ensureRolesAndDatabase(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await ensureRole(client, OWNER_ROLE, passwords.ownerPassword);
    await ensureRole(client, APPLICATION_ROLE, passwords.applicationPassword);
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(DATABASE)} owner ${escapeIdentifier(OWNER_ROLE)}`);
    }
  } finally {
    await client.end();
  }
}

/** Creates the role if it is missing. One that is there keeps its password. */
export async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (found.rowCount !== 0) return;
  await client.query(`create role ${escapeIdentifier(name)} login password ${escapeLiteral(password)}`);
}

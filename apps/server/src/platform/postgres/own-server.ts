import { createHmac } from 'node:crypto';
import { Client } from 'pg';
import { errorCode, StartupError } from '../startup-error.ts';
import { APPLICATION_ROLE, ensureRole } from './roles.ts';

/**
 * PostgreSQL 15: 14 went out of support in November 2026, and 15 is the first with ICU order for a whole database,
 * `unique nulls not distinct` and `security_invoker` views, on which the schema may rely.
 */
const OLDEST_SERVER = 15;
const CONNECT_WITHIN_MS = 10_000;

export type OwnServer = { ownerUrl: string; applicationUrl: string };

export type OwnServerSettings = {
  /** Owner of the database: runs the migrations. */
  databaseUrl: string;
  /** The application's role, where the owner may not create roles. Without it the role is made here. */
  applicationUrl?: string | undefined;
};

/** Looks at the server named in DATABASE_URL before anything is done to it. Throws `StartupError`. */
export async function openOwnServer({ databaseUrl, applicationUrl }: OwnServerSettings): Promise<OwnServer> {
  const client = await connect('DATABASE_URL', databaseUrl);
  try {
    await checkServer(client);
    if (applicationUrl === undefined) {
      const derived = await applicationRole(client, databaseUrl);
      await checkApplicationRole(derived);
      return { ownerUrl: databaseUrl, applicationUrl: derived };
    }
  } finally {
    await client.end();
  }
  await checkApplicationRole(applicationUrl);
  return { ownerUrl: databaseUrl, applicationUrl };
}

async function connect(setting: string, url: string): Promise<Client> {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
    await client.connect();
    return client;
  } catch (error) {
    throw unreachable(setting, url, error);
  }
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<ServerFacts>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
            current_setting('server_encoding') as encoding`,
  );
  const unfit = rows[0] && unfitServer(rows[0]);
  if (unfit) throw unfit;
}

export type ServerFacts = { version: string; number: number; encoding: string };

/** Why this server will not do, if so. `number` is `server_version_num`: 150004 is 15.4. */
export function unfitServer(server: ServerFacts): StartupError | undefined {
  if (server.number < OLDEST_SERVER * 10_000) {
    return new StartupError('database-too-old', {
      ru: `Сервер базы данных слишком старый: PostgreSQL ${server.version}, нужен ${OLDEST_SERVER} или новее.`,
      en: `The database server is too old: PostgreSQL ${server.version}, ${OLDEST_SERVER} or newer is required.`,
    });
  }
  if (server.encoding !== 'UTF8') {
    return new StartupError('database-unfit', {
      ru: `База в DATABASE_URL хранит текст в кодировке ${server.encoding}, нужна UTF8: создайте её заново с encoding 'UTF8'.`,
      en: `The database in DATABASE_URL keeps text as ${server.encoding}, UTF8 is required: create it anew with encoding 'UTF8'.`,
    });
  }
  return undefined;
}

/** The same for every process that was given the same DATABASE_URL, so that they need not share a folder. */
async function applicationRole(client: Client, databaseUrl: string): Promise<string> {
  const url = new URL(databaseUrl);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(APPLICATION_ROLE).digest('base64url');
  try {
    await ensureRole(client, APPLICATION_ROLE, password);
  } catch (cause) {
    // Two processes that start together: the other has just made it.
    if (!['42710', '23505'].includes(errorCode(cause) ?? '')) throw roleMissing(cause);
  }
  url.username = APPLICATION_ROLE;
  url.password = password;
  return url.toString();
}

async function checkApplicationRole(url: string): Promise<void> {
  let client: Client;
  try {
    client = await connect('DATABASE_APP_URL', url);
  } catch (cause) {
    throw roleMissing(cause);
  }
  try {
    const { rows } = await client.query<{ above: boolean }>(
      'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
    );
    if (rows[0]?.above !== false) {
      throw new StartupError('database-roles', {
        ru: 'Роль приложения в DATABASE_APP_URL стоит выше защиты строк (superuser или bypassrls): дайте обычную роль.',
        en: 'The application role in DATABASE_APP_URL stands above row-level security (superuser or bypassrls): give an ordinary role.',
      });
    }
  } finally {
    await client.end();
  }
}

function roleMissing(cause: unknown): StartupError {
  return new StartupError(
    'database-roles',
    {
      ru: `Роль ${APPLICATION_ROLE} не удалось создать или войти под ней: создайте её сами (create role ${APPLICATION_ROLE} login password '…') и укажите в DATABASE_APP_URL.`,
      en: `The role ${APPLICATION_ROLE} could not be created or used: create it yourself (create role ${APPLICATION_ROLE} login password '…') and name it in DATABASE_APP_URL.`,
    },
    { cause },
  );
}

/** Says where it tried, never with which password. */
function unreachable(setting: string, url: string, cause: unknown): StartupError {
  const where = withoutPassword(url);
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : (errorCode(cause) ?? 'no answer');
  return new StartupError(
    'database-unreachable',
    {
      ru: `Сервер базы данных из ${setting} (${where}) недоступен: ${reason}.`,
      en: `The database server in ${setting} (${where}) cannot be reached: ${reason}.`,
    },
    { cause },
  );
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'not an address';
  const { username, host, pathname } = new URL(url);
  return `${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@nastavnik/domain/access/roles';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { buildApp } from '../src/app.ts';
import type { App, Deps } from '../src/deps.ts';
import { jobHandlers } from '../src/jobs.ts';
import { openAuth } from '../src/platform/auth/auth.ts';
import { MovableClock } from '../src/platform/clock.ts';
import { writing } from '../src/platform/db/transactions.ts';
import { folderStore } from '../src/platform/files/store.ts';
import { newId } from '../src/platform/ids.ts';
import { type Mailer, openMailer } from '../src/platform/mail/mailer.ts';
import { type TestDatabase, useDatabase } from './database.ts';

const SECRET = 'a secret of tests that is long enough';

/** The application over a database of its own, with a clock that tests move and a mail server of their choice. */
export type Server = {
  readonly db: TestDatabase;
  readonly clock: MovableClock;
  readonly app: App;
  readonly deps: Deps;
  /** Where the file store keeps its files. */
  readonly files: string;
  /** Runs the jobs that wait now, in order, until none is left; returns the names of those that were run. */
  runJobs(): Promise<string[]>;
  /** Runs a clockwork's handler. */
  run(name: string, payload?: unknown): Promise<void>;
};

export function useServer(options: { at?: string; mailer?: () => Mailer } = {}): Server {
  const db = useDatabase();
  const clock = new MovableClock(options.at ?? '2024-11-20T09:00:00Z');
  const files = mkdtempSync(join(tmpdir(), 'nastavnik-files-'));
  let opened: { app: App; deps: Deps; close: () => Promise<void> } | undefined;
  beforeAll(async () => {
    const { auth, close } = openAuth({
      database: { connectionString: db.applicationUrl },
      secret: SECRET,
      publicUrl: undefined,
    });
    const deps: Deps = {
      pool: db.pool,
      auth,
      clock,
      files: folderStore(files),
      mailer: options.mailer?.() ?? openMailer(undefined, 'school@example.org'),
      log: pino({ level: process.env['TEST_LOG'] ?? 'error' }),
      publicUrl: undefined,
      demo: false,
    };
    opened = { app: await buildApp(deps, { web: '/nowhere' }), deps, close };
  });
  afterAll(async () => {
    await opened?.app.close();
    await opened?.close();
    opened?.deps.mailer.close();
  });
  const run = async (name: string, payload: unknown = {}) => {
    const handler = jobHandlers(opened!.deps).find((each) => each.name === name);
    if (!handler) throw new Error(`no job is called ${name}`);
    await handler.run(payload);
  };
  return {
    db,
    clock,
    get app() {
      return opened!.app;
    },
    get deps() {
      return opened!.deps;
    },
    files,
    run,
    runJobs: () => runJobs(db, run),
  };
}

async function runJobs(db: TestDatabase, run: (name: string, payload: unknown) => Promise<void>): Promise<string[]> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: db.ownerUrl });
  await client.connect();
  const done: string[] = [];
  try {
    for (;;) {
      const { rows } = await client.query<{ id: string; name: string; payload: unknown }>(
        `select j.id, t.identifier as name, j.payload from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where j.attempts < j.max_attempts order by j.id limit 1`,
      );
      const job = rows[0];
      if (!job) return done;
      await client.query('delete from graphile_worker._private_jobs where id = $1', [job.id]);
      await run(job.name, job.payload);
      done.push(job.name);
    }
  } finally {
    await client.end();
  }
}

export type Person = { readonly id: string; readonly cookie: string };
export type School = { readonly tenantId: string; readonly people: Readonly<Record<string, Person>> };

export type PersonSeed = {
  readonly name: string;
  readonly roles?: readonly Role[];
  readonly post?: string;
  readonly email?: string;
};

/** A fresh organisation with people, each with an open session. `name` is «Фамилия Имя Отчество». */
export async function aSchool(
  server: Server,
  people: Readonly<Record<string, PersonSeed>> = STAFF,
  more: {
    kind?: string;
    name?: string;
    authorityTenantId?: string;
    requiresOuterAgreement?: boolean;
    requireSecondFactor?: boolean;
  } = {},
): Promise<School> {
  const now = server.clock.now();
  const tenantId = newId(now);
  const made: Record<string, Person> = {};
  await writing(server.db.pool, { tenantId }, async (tx) => {
    await tx
      .insertInto('organizations')
      .values({
        tenant_id: tenantId,
        full_name: more.name ?? 'Школа № 7',
        short_name: more.name ?? 'Школа № 7',
        municipality: 'Приозёрск',
        kind: more.kind ?? 'school',
        authority_tenant_id: more.authorityTenantId ?? null,
        requires_outer_agreement: more.requiresOuterAgreement ?? false,
        require_second_factor: more.requireSecondFactor ?? false,
      })
      .execute();
    for (const [key, seed] of Object.entries(people)) {
      const [family = '', given = '', patronymic] = seed.name.split(' ');
      const id = newId(now);
      await tx
        .insertInto('people')
        .values({
          tenant_id: tenantId,
          id,
          family_name: family,
          given_name: given,
          patronymic: patronymic ?? null,
          email: seed.email ?? null,
        })
        .execute();
      await tx.insertInto('employees').values({ tenant_id: tenantId, person_id: id }).execute();
      if (seed.post) {
        await tx
          .insertInto('posts')
          .values({ tenant_id: tenantId, id: newId(now), person_id: id, title: seed.post })
          .execute();
      }
      for (const role of seed.roles ?? ['staff']) {
        await tx
          .insertInto('role_assignments')
          .values({ tenant_id: tenantId, id: newId(now), person_id: id, role, started_on: '2020-09-01' as never })
          .execute();
      }
      made[key] = { id, cookie: await openSession(tx, server, { tenantId, personId: id, name: seed.name }) };
    }
  });
  return { tenantId, people: made };
}

/** A curator, a director and a teacher without further roles. */
export const STAFF = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'], post: 'Заместитель директора по воспитательной работе' },
  director: { name: 'Бережной Олег Павлович', roles: ['director'], post: 'Директор' },
  teacher: { name: 'Перова Анна Сергеевна', roles: ['staff'], post: 'Учитель математики' },
} as const satisfies Record<string, PersonSeed>;

async function openSession(
  tx: Parameters<Parameters<typeof writing>[2]>[0],
  server: Server,
  who: { tenantId: string; personId: string; name: string },
): Promise<string> {
  const real = new Date();
  const userId = newId(real);
  const token = randomBytes(24).toString('hex');
  await tx
    .insertInto('auth.user')
    .values({
      id: userId,
      name: who.name,
      email: `${userId}@no-mail.invalid`,
      emailVerified: false,
      createdAt: real,
      updatedAt: real,
    })
    .execute();
  await tx
    .insertInto('auth.session')
    .values({
      id: newId(real),
      token,
      userId,
      activeTenantId: who.tenantId,
      createdAt: real,
      updatedAt: real,
      expiresAt: new Date(real.getTime() + 3_600_000),
    })
    .execute();
  await tx
    .insertInto('memberships')
    .values({ tenant_id: who.tenantId, user_id: userId, person_id: who.personId })
    .execute();
  const signature = createHmac('sha256', SECRET).update(token).digest('base64');
  return `nastavnik.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

export type Answer<Body = Record<string, unknown>> = {
  readonly status: number;
  readonly body: Body;
  readonly headers: Record<string, unknown>;
  readonly bytes: Buffer;
};

/** One request as somebody, or as nobody. */
export async function ask<Body = Record<string, never>>(
  server: Server,
  who: Person | undefined,
  request: string,
  body?: unknown,
): Promise<Answer<Body>> {
  const [method = 'GET', url = '/'] = request.split(' ');
  const multipart = body instanceof FormDataBody ? body : undefined;
  const answer = await server.app.inject({
    method: method as 'GET',
    url: url.startsWith('/api') ? url : `/api/v1${url}`,
    headers: { ...(who ? { cookie: who.cookie } : {}), ...(multipart ? multipart.headers : {}) },
    ...(body === undefined ? {} : { payload: multipart ? multipart.bytes : (body as object) }),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return {
    status: answer.statusCode,
    body: (isJson ? answer.json() : {}) as Body,
    headers: answer.headers,
    bytes: answer.rawPayload,
  };
}

/** A multipart form with one file. */
export class FormDataBody {
  readonly bytes: Buffer;
  readonly headers: Record<string, string>;
  constructor(file: { name: string; bytes: Uint8Array }, fields: Record<string, string> = {}) {
    const boundary = 'a-boundary-of-tests';
    const texts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `${texts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    this.bytes = Buffer.concat([Buffer.from(head), Buffer.from(file.bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]);
    this.headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  }
}

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@nastavnik/domain/access/roles';
import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { pino } from 'pino';
import { buildApp } from '../src/app.ts';
import type { Deps } from '../src/deps.ts';
import {
  approveRoadmap,
  cycleFor,
  enactRoadmap,
  insertPlan,
  type NewPlan,
  planOf,
  planOfTemplate,
  submitRoadmap,
} from '../src/features/roadmaps/door.ts';
import { createOrganization } from '../src/features/session/door.ts';
import { createAccount } from '../src/platform/auth/accounts.ts';
import { openAuth } from '../src/platform/auth/auth.ts';
import type { Caller } from '../src/platform/caller.ts';
import { systemClock } from '../src/platform/clock.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openPool } from '../src/platform/db/pool.ts';
import { type Writing, writing } from '../src/platform/db/transactions.ts';
import { folderStore } from '../src/platform/files/store.ts';
import { newId } from '../src/platform/ids.ts';
import { openMailer } from '../src/platform/mail/mailer.ts';
import { startEmbeddedServer } from '../src/platform/postgres/embedded-server.ts';

const ITEMS = 500;
const CONNECTIONS = 50;
const WRITERS = 5;
const SECONDS = 8;
const PASSWORD = `b${randomBytes(9).toString('hex')}`;

/** `GET` of a roadmap with 500 items and of «Сегодня» over real HTTP: 50 people without a pause while 5 writers work. */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const folder = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
  const embedded = await startEmbeddedServer({ dataDir: folder });
  await migrate({ connectionString: embedded.ownerUrl });
  const pool = openPool({ connectionString: embedded.applicationUrl }, { max: 20 });
  const { auth, close } = openAuth({
    database: { connectionString: embedded.applicationUrl },
    secret: 'x'.repeat(40),
    publicUrl: undefined,
  });
  const deps: Deps = {
    pool,
    auth,
    clock: systemClock,
    files: folderStore(join(folder, 'files')),
    mailer: openMailer(undefined, 'bench@example.org'),
    log: pino({ level: 'silent' }),
    publicUrl: undefined,
    demo: false,
  };
  const app = await buildApp(deps, { web: join(folder, 'none') });
  try {
    const { roadmapId, occurrenceIds } = await prepare(deps);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const port = (app.server.address() as { port: number }).port;
    const http = new Agent({ keepAlive: true, maxSockets: CONNECTIONS + WRITERS });
    const curator = asker(http, port, await signedIn(port, 'curator'));
    const readers: Ask[] = [];
    for (let reader = 0; reader < CONNECTIONS; reader += 1)
      readers.push(asker(http, port, await signedIn(port, `teacher${reader}`)));
    const alone = await measure([curator], (ask) => ask('GET', `/api/v1/roadmaps/${roadmapId}`), 2);
    const work = { readers, curator, occurrenceIds };
    const roadmap = await underLoad(work, `/api/v1/roadmaps/${roadmapId}`);
    const today = await underLoad(work, '/api/v1/today');
    http.destroy();
    return {
      name: `GET roadmap with ${ITEMS} items and «Сегодня», ${CONNECTIONS} people read, ${WRITERS} write`,
      figures: {
        'roadmap, one reader, no writers, p50 ms': alone.p50,
        ...named('roadmap', roadmap),
        ...named('today', today),
      },
    };
  } finally {
    await app.close();
    await close();
    await pool.destroy();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Measured = { readonly p50: number; readonly p99: number; readonly perSecond: number };
type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<number>;

function named(what: string, { reads, writes }: { reads: Measured; writes: Measured }): Record<string, number> {
  return {
    [`${what} p50 ms`]: reads.p50,
    [`${what} p99 ms`]: reads.p99,
    [`${what} requests/s`]: reads.perSecond,
    [`${what}: writes/s meanwhile`]: writes.perSecond,
    [`${what}: write p99 ms`]: writes.p99,
  };
}

type Work = { readonly readers: readonly Ask[]; readonly curator: Ask; readonly occurrenceIds: readonly string[] };

async function underLoad({ readers, curator, occurrenceIds }: Work, path: string) {
  let next = 0;
  const write = (ask: Ask) => {
    next = (next + 1) % occurrenceIds.length;
    return ask('POST', `/api/v1/occurrences/${occurrenceIds[next]}/evidence`, {
      kind: 'document',
      title: 'Протокол',
      number: '1',
      date: '2024-10-01',
    });
  };
  const [reads, writes] = await Promise.all([
    measure(readers, (ask) => ask('GET', path), SECONDS),
    measure(
      Array.from({ length: WRITERS }, () => curator),
      write,
      SECONDS,
    ),
  ]);
  return { reads, writes };
}

/** Each asks again as soon as it is answered. */
async function measure(askers: readonly Ask[], one: (ask: Ask) => Promise<number>, seconds: number): Promise<Measured> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const began = performance.now();
  await Promise.all(
    askers.map(async (ask) => {
      while (performance.now() < end) {
        const start = performance.now();
        const status = await one(ask);
        if (status !== 200) throw new Error(`answered ${status}`);
        times.push(performance.now() - start);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)) / 10;
  return { p50: at(0.5), p99: at(0.99), perSecond: Math.round((10 * sorted.length) / took) / 10 };
}

function asker(http: Agent, port: number, cookie: string): Ask {
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      // Packed, as every browser asks.
      const headers = {
        cookie,
        'accept-encoding': 'gzip, br',
        ...(body ? { 'content-type': 'application/json' } : {}),
      };
      const asked = send({ agent: http, port, host: '127.0.0.1', method, path, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      asked.on('error', reject);
      asked.end(body ? JSON.stringify(body) : undefined);
    });
}

async function signedIn(port: number, username: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

type Member = { tenantId: string; login: string; family: string; roles: readonly Role[] };

async function aMember(tx: Writing, deps: Deps, { tenantId, login, family, roles }: Member) {
  const now = deps.clock.now();
  const personId = newId(now);
  const account = { name: family, login, email: null, password: PASSWORD };
  const userId = await createAccount(tx, deps.auth, account, now, 'setup.login-taken');
  await tx
    .insertInto('people')
    .values({ tenant_id: tenantId, id: personId, family_name: family, given_name: 'Ирина', patronymic: 'Юрьевна' })
    .execute();
  await tx.insertInto('employees').values({ tenant_id: tenantId, person_id: personId }).execute();
  const started_on = plainDate('2024-09-01');
  await tx
    .insertInto('role_assignments')
    .values(roles.map((role) => ({ tenant_id: tenantId, id: newId(now), person_id: personId, role, started_on })))
    .execute();
  await tx.insertInto('memberships').values({ tenant_id: tenantId, user_id: userId, person_id: personId }).execute();
  return { personId, userId };
}

/** One school with a director who is the curator too, fifty teachers, and a plan of 500 items in force. */
async function prepare(deps: Deps): Promise<{ roadmapId: string; occurrenceIds: string[] }> {
  const now = deps.clock.now();
  const tenantId = newId(now);
  const period = { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') };
  return writing(deps.pool, { tenantId }, async (tx) => {
    await createOrganization(tx, {
      tenantId,
      fullName: 'Школа',
      shortName: 'Школа',
      secondName: null,
      secondLanguage: null,
      municipality: 'Город',
      kind: 'school',
      timeZone: 'Europe/Moscow',
      cycle: period,
      host: true,
      now,
    });
    const roles = ['curator', 'director'] as const;
    const { personId, userId } = await aMember(tx, deps, { tenantId, login: 'curator', family: 'Лугова', roles });
    for (let reader = 0; reader < CONNECTIONS; reader += 1)
      await aMember(tx, deps, { tenantId, login: `teacher${reader}`, family: `Читаев-${reader}`, roles: ['staff'] });
    const caller: Caller = {
      userId,
      tenantId,
      personId,
      name: 'Лугова И. Ю.',
      roles,
      today: plainDate('2024-11-20'),
      now,
      secondFactorNeeded: false,
      seenBy: null,
      host: true,
    };
    const cycle = await cycleFor(tx, caller, { title: '2024/25', period });
    const roadmapId = await insertPlan(tx, caller, { cycle }, manyItems(planOfTemplate('student-7', period)));
    await submitRoadmap(tx, caller, roadmapId);
    await approveRoadmap(tx, caller, roadmapId, {
      date: period.start,
      person: 'Лугова И. Ю.',
      post: 'Директор',
      order: null,
      authority: null,
      fileId: null,
    });
    await enactRoadmap(tx, caller, roadmapId);
    const plan = (await planOf(tx, caller, roadmapId))!;
    return { roadmapId, occurrenceIds: plan.items.flatMap((item) => item.occurrences.map((each) => each.id)) };
  });
}

/** The template over and over, until it has as many items as a region's plan. */
function manyItems(plan: NewPlan): NewPlan {
  const items = plan.stages.flatMap((stage) => stage.items);
  const size = Math.ceil(ITEMS / plan.stages.length);
  let left = ITEMS;
  const stages = plan.stages.map((stage) => {
    const count = Math.min(size, left);
    left -= count;
    return { ...stage, items: Array.from({ length: count }, (_each, at) => items[at % items.length]!) };
  });
  return { ...plan, stages };
}

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import pg from 'pg';
import { pino } from 'pino';
import { buildApp } from '../src/app.ts';
import type { Deps } from '../src/deps.ts';
import { createOrganization } from '../src/features/session/door.ts';
import { jobHandlers } from '../src/jobs.ts';
import { createAccount } from '../src/platform/auth/accounts.ts';
import { openAuth } from '../src/platform/auth/auth.ts';
import { systemClock } from '../src/platform/clock.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openPool } from '../src/platform/db/pool.ts';
import { writing } from '../src/platform/db/transactions.ts';
import { folderStore } from '../src/platform/files/store.ts';
import { newId } from '../src/platform/ids.ts';
import { openMailer } from '../src/platform/mail/mailer.ts';
import { startEmbeddedServer } from '../src/platform/postgres/embedded-server.ts';

const PEOPLE = 50_000;
const TENANTS = 1000;
const PEOPLE_ELSEWHERE = 100;
const ROWS = 5000;
const CONNECTIONS = 50;
const SECONDS = 3;
const PASSWORD = `b${randomBytes(9).toString('hex')}`;

/** Lists of 50,000 pupils of one tenant among 1,000 over real HTTP, 50 at a time, and a list of 5,000 brought in. */
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
    const tenantId = await prepare(deps);
    await fill(embedded.superuserUrl, new URL(embedded.ownerUrl).pathname.slice(1), tenantId);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const port = (app.server.address() as { port: number }).port;
    const http = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const cookie = await signedIn(port);
    const ask = (path: string) => asked(http, port, cookie, path);
    const figures: Record<string, number> = {};
    for (const [what, path] of QUESTIONS) {
      const alone = await measure(() => ask(path), 1, 1);
      const together = await measure(() => ask(path), CONNECTIONS, SECONDS).catch((error: Error) => {
        throw new Error(`${what}: ${error.message}`);
      });
      figures[`${what}: one asks, p50 ms`] = alone.p50;
      figures[`${what}: ${CONNECTIONS} ask, p50 ms`] = together.p50;
      figures[`${what}: ${CONNECTIONS} ask, p99 ms`] = together.p99;
      figures[`${what}: answers/s`] = together.perSecond;
    }
    Object.assign(figures, await bringIn(deps, port, cookie, tenantId));
    http.destroy();
    return {
      name: `Lists of ${PEOPLE} people in a tenant, ${TENANTS} tenants on the server; ${ROWS} rows from a sheet`,
      figures,
    };
  } finally {
    await app.close();
    await close();
    await pool.destroy();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const QUESTIONS: readonly (readonly [string, string])[] = [
  ['pupils, first page', '/api/v1/pupils'],
  ['pupils, filtered', '/api/v1/pupils?grade=7'],
  ['pupils, surname', `/api/v1/pupils?search=${encodeURIComponent('воробьёв')}`],
  ['pupils, misspelt surname', `/api/v1/pupils?search=${encodeURIComponent('варобьёв')}`],
  ['everybody, first page', '/api/v1/persons'],
];

/** The organisation, and a curator who signs in. */
async function prepare(deps: Deps): Promise<string> {
  const now = deps.clock.now();
  const tenantId = newId(now);
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
      cycle: { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') },
      host: true,
      now,
    });
    // Nobody types a second factor here.
    await tx.updateTable('organizations').set({ require_second_factor: false }).execute();
    const personId = newId(now);
    const account = { name: 'Лугова', login: 'curator', email: null, password: PASSWORD };
    const userId = await createAccount(tx, deps.auth, account, now, 'setup.login-taken');
    await tx
      .insertInto('people')
      .values({ tenant_id: tenantId, id: personId, family_name: 'Лугова', given_name: 'Ирина', patronymic: 'Юрьевна' })
      .execute();
    await tx.insertInto('employees').values({ tenant_id: tenantId, person_id: personId }).execute();
    await tx
      .insertInto('role_assignments')
      .values({
        tenant_id: tenantId,
        id: newId(now),
        person_id: personId,
        role: 'curator',
        started_on: plainDate('2024-09-01'),
      })
      .execute();
    await tx.insertInto('memberships').values({ tenant_id: tenantId, user_id: userId, person_id: personId }).execute();
    return tenantId;
  });
}

/** People by the thousand, past the wall: other tenants first, then this one with classes and places. */
async function fill(superuserUrl: string, database: string, tenantId: string): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  const names = `
    (array['Воробьёв','Карпов','Щукин','Окунев','Синицын','Галкин','Соколов','Журавлёв','Лебедев','Орлов','Петров','Иванов',
      'Сидоров','Кузнецов','Смирнов','Попов','Васильев','Фёдоров','Морозов','Волков','Алексеев','Егоров','Павлов','Козлов',
      'Степанов','Николаев','Макаров','Никитин','Захаров','Зайцев'])[1 + n % 30] || (array['','ский','енко','ин','ых'])[1 + n / 30 % 5],
    (array['Пётр','Иван','Олег','Анна','Мария','Семён','Глеб','Дарья','Юлия','Роман'])[1 + n / 7 % 10],
    (array['Ильич','Олегович','Петровна','Львовна','Сергеевич'])[1 + n / 11 % 5]`;
  try {
    await client.query(`
      insert into organizations (tenant_id, full_name, short_name, municipality, kind)
        select gen_random_uuid(), 'Школа', 'Школа', 'Город', 'school' from generate_series(2, ${TENANTS});
      insert into people (tenant_id, id, family_name, given_name, patronymic)
        select o.tenant_id, gen_random_uuid(), ${names} from organizations o, generate_series(1, ${PEOPLE_ELSEWHERE}) n
        where o.tenant_id <> '${tenantId}';
      insert into people (tenant_id, id, family_name, given_name, patronymic, birth_date)
        select '${tenantId}', gen_random_uuid(), ${names}, date '2008-01-01' + n % 3600 from generate_series(1, ${PEOPLE}) n;
      insert into pupils (tenant_id, person_id)
        select tenant_id, id from people p where not exists
          (select from employees e where e.tenant_id = p.tenant_id and e.person_id = p.id);
      insert into classes (tenant_id, id, school_year, grade, letter)
        select '${tenantId}', gen_random_uuid(),
          extract(year from now() - interval '8 months')::int, 1 + n % 11, n::text from generate_series(0, 1800) n;
      insert into class_places (tenant_id, id, class_id, person_id, started_on)
        select u.tenant_id, gen_random_uuid(), c.id, u.person_id, date '2020-09-01'
        from (select tenant_id, person_id, row_number() over () n from pupils where tenant_id = '${tenantId}') u
        join (select id, row_number() over () n from classes where tenant_id = '${tenantId}') c on c.n = 1 + u.n % 1801;
      insert into participants (tenant_id, id, person_id, role, cycle_id, state, state_since, source, created_at)
        select u.tenant_id, gen_random_uuid(), u.person_id, 'mentee', y.id, 'inBank', date '2024-10-01', 'classTeacher', now()
        from pupils u join program_cycles y on y.tenant_id = u.tenant_id where u.tenant_id = '${tenantId}';
      analyze;`);
  } finally {
    await client.end();
  }
}

/** A sheet of pupils with 5,000 rows: read and tried, then written, with the memory of this process watched. */
async function bringIn(deps: Deps, port: number, cookie: string, tenantId: string): Promise<Record<string, number>> {
  const rows = Array.from({ length: ROWS }, (_, at) => `Новиков${russian(at)};Пётр;Ильич;${day(at)};${1 + (at % 11)}я`);
  const form = new FormData();
  form.append('file', new Blob([['Фамилия;Имя;Отчество;Дата рождения;Класс', ...rows].join('\n')]), 'список.csv');
  const origin = `http://127.0.0.1:${port}`;
  const headers = { cookie, origin };
  const answer = await fetch(`${origin}/api/v1/list-imports/pupils`, { method: 'POST', body: form, headers });
  const { id } = (await answer.json()) as { id: string };
  const handlers = new Map(jobHandlers(deps).map((each) => [each.name, each.run]));
  let peak = process.memoryUsage().rss;
  const before = peak;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  await handlers.get('check-list')?.({ tenantId, importId: id, version: 1 });
  const tried = performance.now();
  const seen = (await (await fetch(`${origin}/api/v1/list-imports/${id}`, { headers })).json()) as {
    version: number;
    counts: { new: number };
  };
  if (seen.counts.new !== ROWS) throw new Error(`of ${ROWS} rows ${seen.counts.new} are new`);
  await fetch(`${origin}/api/v1/list-imports/${id}/apply`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ version: seen.version }),
  });
  const confirmed = performance.now();
  await handlers.get('apply-list')?.({ tenantId, importId: id });
  const done = performance.now();
  clearInterval(watch);
  const { state } = (await (await fetch(`${origin}/api/v1/list-imports/${id}`, { headers })).json()) as {
    state: string;
  };
  if (state !== 'applied') throw new Error(`the list is ${state}`);
  return {
    [`${ROWS} rows: read and tried, s`]: Math.round(tried - began) / 1000,
    [`${ROWS} rows: tried again and written, s`]: Math.round(done - confirmed) / 1000,
    [`${ROWS} rows: peak memory of the server, MB`]: Math.round(peak / 1e6),
    [`${ROWS} rows: of that for the list, MB`]: Math.round((peak - before) / 1e6),
  };
}

const russian = (at: number) => Array.from(String(at), (digit) => 'абвгдежзик'[Number(digit)]).join('');
const day = (at: number) => `${String(1 + (at % 28)).padStart(2, '0')}.${String(1 + (at % 12)).padStart(2, '0')}.2012`;

type Measured = { readonly p50: number; readonly p99: number; readonly perSecond: number };

/** So many ask again and again, each as soon as it is answered. */
async function measure(one: () => Promise<number>, connections: number, seconds: number): Promise<Measured> {
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        const status = await one();
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

function asked(http: Agent, port: number, cookie: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    // Packed, as every browser asks.
    const headers = { cookie, 'accept-encoding': 'gzip, br' };
    const request = send({ agent: http, port, host: '127.0.0.1', path, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end();
  });
}

async function signedIn(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ username: 'curator', password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Deps } from '../src/deps.ts';
import { jobHandlers } from '../src/jobs.ts';
import { writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { aMember, aSchool } from './a-school.ts';
import { asker, connections, measure, signedIn } from './asking.ts';
import { withServer } from './bench-server.ts';

const PEOPLE = 50_000;
const TENANTS = 1000;
const PEOPLE_ELSEWHERE = 100;
const ROWS = 5000;
const CONNECTIONS = 50;
const SECONDS = 3;

/** Lists of 50,000 pupils of one tenant among 1,000 over real HTTP, 50 at a time, and a list of 5,000 brought in. */
export function run(): Promise<{ name: string; figures: Record<string, number> }> {
  return withServer(async ({ deps, superuserUrl, ownerUrl, listen }) => {
    const tenantId = await prepare(deps);
    await fill(superuserUrl, new URL(ownerUrl).pathname.slice(1), tenantId);
    const port = await listen();
    const http = connections(CONNECTIONS);
    const cookie = await signedIn(port, 'curator');
    const curator = asker(http, port, cookie);
    const many = Array.from({ length: CONNECTIONS }, () => curator);
    const figures: Record<string, number> = {};
    for (const [what, path] of QUESTIONS) {
      const alone = await measure([curator], (ask) => ask('GET', path), 1);
      const together = await measure(many, (ask) => ask('GET', path), SECONDS).catch((error: Error) => {
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
  });
}

const QUESTIONS: readonly (readonly [string, string])[] = [
  ['pupils, first page', '/api/v1/pupils'],
  ['pupils, filtered', '/api/v1/pupils?grade=7'],
  ['pupils, surname', `/api/v1/pupils?search=${encodeURIComponent('воробьёв')}`],
  ['pupils, misspelt surname', `/api/v1/pupils?search=${encodeURIComponent('варобьёв')}`],
  ['everybody, first page', '/api/v1/persons'],
];

/** The organisation, and a curator who signs in. */
function prepare(deps: Deps): Promise<string> {
  const now = deps.clock.now();
  const tenantId = newId(now);
  return writing(deps.pool, { tenantId }, async (tx) => {
    await aSchool(tx, tenantId, now);
    await aMember(tx, deps, { tenantId, login: 'curator', family: 'Лугова', roles: ['curator'] });
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
  const told = await toldWhile(
    async () => handlers.get('apply-list')?.({ tenantId, importId: id }),
    async () => {
      const answer = await fetch(`${origin}/api/v1/list-imports/${id}`, { headers });
      return ((await answer.json()) as { progress: { done: number } | null }).progress?.done;
    },
  );
  const done = performance.now();
  clearInterval(watch);
  const { state } = (await (await fetch(`${origin}/api/v1/list-imports/${id}`, { headers })).json()) as {
    state: string;
  };
  if (state !== 'applied') throw new Error(`the list is ${state}`);
  return {
    [`${ROWS} rows: read and tried, s`]: Math.round(tried - began) / 1000,
    [`${ROWS} rows: tried again and written, s`]: Math.round(done - confirmed) / 1000,
    [`${ROWS} rows: steps of progress that a person sees meanwhile`]: told.steps,
    [`${ROWS} rows: longest time without news, s`]: told.longestSeconds,
    [`${ROWS} rows: peak memory of the server, MB`]: Math.round(peak / 1e6),
    [`${ROWS} rows: of that for the list, MB`]: Math.round((peak - before) / 1e6),
  };
}

/** Asks again and again while the work is done, as the screen does; how often the answer was another, and how long it stood. */
async function toldWhile(work: () => Promise<unknown>, ask: () => Promise<number | undefined>) {
  let [isDone, last, steps, longest, since]: [boolean, number | undefined, number, number, number] = [
    false,
    undefined,
    0,
    0,
    performance.now(),
  ];
  const working = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const now = await ask();
    longest = Math.max(longest, performance.now() - since);
    if (now !== undefined && now !== last) {
      [last, steps, since] = [now, steps + 1, performance.now()];
    }
    await pause(250);
  }
  await working;
  return { steps, longestSeconds: Math.round(longest / 100) / 10 };
}

const russian = (at: number) => Array.from(String(at), (digit) => 'абвгдежзик'[Number(digit)]).join('');
const day = (at: number) => `${String(1 + (at % 28)).padStart(2, '0')}.${String(1 + (at % 12)).padStart(2, '0')}.2012`;

import pg from 'pg';
import type { Deps } from '../src/deps.ts';
import { writing } from '../src/platform/db/transactions.ts';
import { newId } from '../src/platform/ids.ts';
import { aMember, aSchool } from './a-school.ts';
import { type Ask, asker, connections, measure, signedIn } from './asking.ts';
import { withServer } from './bench-server.ts';

const PARTICIPANTS = 50_000;
const TENANTS = 1000;
const PEOPLE_ELSEWHERE = 50;
const CONNECTIONS = 50;
const SECONDS = 5;
/** Years of history behind the present one, with so many participants in each. */
const PAST_YEARS = 9;
const A_YEAR = 5000;

/**
 * The bank of mentees with 50,000 participants of one tenant among 1,000, each with consents, every third with a request;
 * the register of a past day over ten years. Over real HTTP, one asks and 50 ask.
 */
export function run(): Promise<{ name: string; figures: Record<string, number> }> {
  return withServer(async ({ deps, superuserUrl, ownerUrl, listen }) => {
    const tenantId = await prepare(deps);
    const classId = await fill(superuserUrl, new URL(ownerUrl).pathname.slice(1), tenantId);
    const port = await listen();
    const http = connections(CONNECTIONS);
    const curator = asker(http, port, await signedIn(port, 'curator'));
    const figures: Record<string, number> = {};
    for (const [what, path] of questions(classId)) Object.assign(figures, await figuresOf(curator, what, path));
    http.destroy();
    return {
      name: `Bank of ${PARTICIPANTS} participants, ${TENANTS} tenants on the server; ten years of the register`,
      figures,
    };
  });
}

async function figuresOf(curator: Ask, what: string, path: string): Promise<Record<string, number>> {
  const alone = await measure([curator], (ask) => ask('GET', path), 2);
  const many = Array.from({ length: CONNECTIONS }, () => curator);
  const together = await measure(many, (ask) => ask('GET', path), SECONDS);
  return {
    [`${what}: one asks, p50 ms`]: alone.p50,
    [`${what}: ${CONNECTIONS} ask, p50 ms`]: together.p50,
    [`${what}: ${CONNECTIONS} ask, p99 ms`]: together.p99,
    [`${what}: answers/s`]: together.perSecond,
  };
}

function questions(classId: string): readonly (readonly [string, string])[] {
  const search = (words: string) => `/api/v1/bank/mentees?search=${encodeURIComponent(words)}`;
  return [
    ['bank, first page', '/api/v1/bank/mentees'],
    ['bank, by urgency', '/api/v1/bank/mentees?sort=urgency'],
    ['bank, filtered by class', `/api/v1/bank/mentees?classId=${classId}`],
    ['bank, urgent requests', '/api/v1/bank/mentees?urgency=urgent'],
    ['bank, surname', search('воробьёвин')],
    ['bank, misspelt surname', search('варобьёвин')],
    ['search of everything, surname', `/api/v1/search?q=${encodeURIComponent('воробьёвин')}`],
    ['register on a day five years ago, first page', '/api/v1/register?on=2019-11-20'],
    ['register of today, first page', '/api/v1/register'],
  ];
}

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

const NAMES = `
  (array['Воробьёв','Карпов','Щукин','Окунев','Синицын','Галкин','Соколов','Журавлёв','Лебедев','Орлов','Петров','Иванов',
    'Сидоров','Кузнецов','Смирнов','Попов','Васильев','Фёдоров','Морозов','Волков','Алексеев','Егоров','Павлов','Козлов',
    'Степанов','Николаев','Макаров','Никитин','Захаров','Зайцев'])[1 + n % 30]
    || (array['','ский','енко','ин','ых','чук','ец','юк','ов','ян'])[1 + n / 30 % 10],
  (array['Пётр','Иван','Олег','Анна','Мария','Семён','Глеб','Дарья','Юлия','Роман'])[1 + n / 7 % 10],
  (array['Ильич','Олегович','Петровна','Львовна','Сергеевич'])[1 + n / 11 % 5]`;

/** People by the thousand, past the wall. Returns one of the classes. */
async function fill(superuserUrl: string, database: string, tenantId: string): Promise<string> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(peopleOf(tenantId));
    await client.query(participantsOf(tenantId));
    await client.query(historyOf(tenantId));
    // The planner's statistics, and the visibility that lets an index answer alone: both come by themselves in a night.
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ id: string }>(
      `select id from classes where tenant_id = '${tenantId}' limit 1`,
    );
    return rows[0]!.id;
  } finally {
    await client.end();
  }
}

const peopleOf = (tenantId: string) => `
  insert into organizations (tenant_id, full_name, short_name, municipality, kind)
    select gen_random_uuid(), 'Школа', 'Школа', 'Город', 'school' from generate_series(2, ${TENANTS});
  insert into people (tenant_id, id, family_name, given_name, patronymic)
    select o.tenant_id, gen_random_uuid(), ${NAMES} from organizations o, generate_series(1, ${PEOPLE_ELSEWHERE}) n
    where o.tenant_id <> '${tenantId}';
  insert into people (tenant_id, id, family_name, given_name, patronymic, birth_date)
    select '${tenantId}', gen_random_uuid(), ${NAMES}, date '2008-01-01' + n % 3600
    from generate_series(1, ${PARTICIPANTS}) n;
  insert into pupils (tenant_id, person_id)
    select tenant_id, id from people p where tenant_id = '${tenantId}' and birth_date is not null;
  insert into classes (tenant_id, id, school_year, grade, letter)
    select '${tenantId}', gen_random_uuid(), 2025, 1 + n % 11, n::text from generate_series(0, 1800) n;
  insert into class_places (tenant_id, id, class_id, person_id, started_on)
    select u.tenant_id, gen_random_uuid(), c.id, u.person_id, date '2015-09-01'
    from (select tenant_id, person_id, row_number() over () n from pupils where tenant_id = '${tenantId}') u
    join (select id, row_number() over () n from classes where tenant_id = '${tenantId}') c on c.n = 1 + u.n % 1801;`;

const participantsOf = (tenantId: string) => `
  insert into participants (tenant_id, id, person_id, role, cycle_id, state, state_since, source, created_at)
    select u.tenant_id, gen_random_uuid(), u.person_id, 'mentee', y.id, 'inBank', date '2024-10-01', 'classTeacher', now()
    from pupils u join program_cycles y on y.tenant_id = u.tenant_id where u.tenant_id = '${tenantId}';
  insert into consent_templates (tenant_id, id, kind, audience, version, scope_version, template, created_at)
    select '${tenantId}', gen_random_uuid(), kind, 'adult', 1, 1, '{}', now() from unnest(array['processing', 'participation']) kind;
  insert into consents (tenant_id, id, number, year, kind, person_id, template_id, state, document, issued_on, valid_from, created_at)
    select t.tenant_id, gen_random_uuid(), row_number() over (), 2024, c.kind, t.person_id, c.id, 'valid', '{}',
      date '2024-09-20', date '2024-09-25', now()
    from participants t join consent_templates c on c.tenant_id = t.tenant_id where t.tenant_id = '${tenantId}';
  insert into consent_signers (tenant_id, consent_id, person_id, side, signed_on, method)
    select tenant_id, id, person_id, 'subject', date '2024-09-25', 'paper' from consents where tenant_id = '${tenantId}';
  insert into request_themes (tenant_id, id, name, audience, position)
    select '${tenantId}', gen_random_uuid(), 'Тема ' || n, 'pupil', n from generate_series(1, 20) n;
  insert into mentee_requests (tenant_id, id, participant_id, theme_id, source, found_on, state, description, urgency, created_by, created_at)
    select t.tenant_id, gen_random_uuid(), t.id, h.id, 'classTeacher', date '2024-10-05', 'accepted', 'Помочь с проектом',
      (array['calm', 'calm', 'calm', 'calm', 'soon', 'soon', 'soon', 'urgent'])[1 + t.n % 8], t.person_id, now()
    from (select *, row_number() over () n from participants where tenant_id = '${tenantId}') t
    join (select *, row_number() over () n from request_themes where tenant_id = '${tenantId}') h on h.n = 1 + t.n % 20
    where t.n % 3 = 0;`;

const historyOf = (tenantId: string) => `
  insert into program_cycles (tenant_id, id, title, started_on, ended_on)
    select '${tenantId}', gen_random_uuid(), y || '/' || y + 1, make_date(y, 9, 1), make_date(y + 1, 8, 31)
    from generate_series(${2024 - PAST_YEARS}, 2023) y;
  insert into participants (tenant_id, id, person_id, role, cycle_id, state, state_since, source, created_at)
    select y.tenant_id, gen_random_uuid(), u.person_id, 'mentee', y.id, 'completed', y.ended_on - 30, 'classTeacher', y.started_on
    from program_cycles y
    join (select tenant_id, person_id, row_number() over () n from pupils where tenant_id = '${tenantId}') u
      on u.tenant_id = y.tenant_id and u.n <= ${A_YEAR}
    where y.tenant_id = '${tenantId}' and y.started_on < '2024-09-01';
  insert into participant_changes (tenant_id, id, participant_id, on_day, at, command, from_state, to_state, actor_name, version)
    select t.tenant_id, gen_random_uuid(), t.id, y.started_on + s.days, y.started_on + s.days, s.command, s.was, s.state, 'Лугова И. Ю.', s.version
    from participants t join program_cycles y on y.tenant_id = t.tenant_id and y.id = t.cycle_id
    join (values (10, 'nominate', null, 'nominated', 1), (12, 'invite', 'nominated', 'invited', 2), (30, 'enterBank', 'invited', 'inBank', 3),
      (330, 'complete', 'inBank', 'completed', 4)) s(days, command, was, state, version)
      on s.days < 300 or t.state = 'completed'
    where t.tenant_id = '${tenantId}';`;

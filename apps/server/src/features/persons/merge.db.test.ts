import type { PersonCard } from '@nastavnik/contracts/persons';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';
import { personReferences, SIDES } from './references.queries.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });

type Made = { readonly school: School; readonly cycles: readonly string[] };

async function inside<Value>(school: School, work: (tx: Parameters<typeof personReferences>[0]) => Promise<Value>) {
  return server.db.pool.transaction().execute(async (tx) => {
    await sql`select set_config('app.tenant', ${school.tenantId}, true)`.execute(tx);
    return work(tx);
  });
}

async function made(): Promise<Made> {
  const school = await aSchool(server);
  const cycles = await inside(school, async (tx) => {
    const { rows } = await sql<{ id: string }>`insert into program_cycles (tenant_id, id, title, started_on, ended_on)
      select ${school.tenantId}, gen_random_uuid(), y || '', make_date(y, 9, 1), make_date(y + 1, 8, 31)
      from generate_series(2022, 2024) y returning id`.execute(tx);
    return rows.map(({ id }) => id);
  });
  return { school, cycles };
}

/** A small generator of its own: the same cards at every run. */
function chances(seed: number): (share: number) => boolean {
  let state = seed;
  return (share) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648 < share;
  };
}

/** A card with some of everything that may hang on a person; `side` keeps two cards from holding one thing twice. */
async function aCard({ school, cycles }: Made, side: number, chance: (share: number) => boolean): Promise<string> {
  const tenant = school.tenantId;
  const today = '2024-09-01';
  return inside(school, async (tx) => {
    const { rows } = await sql<{
      id: string;
    }>`insert into people (tenant_id, id, family_name, given_name, patronymic, birth_date, phone)
      values (${tenant}, gen_random_uuid(), 'Карпов', 'Пётр', ${chance(0.5) ? 'Ильич' : null}, '2010-02-03',
        ${chance(0.5) ? '+7 900' : null}) returning id`.execute(tx);
    const id = rows[0]!.id;
    if (chance(0.7)) {
      await sql`insert into pupils (tenant_id, person_id) values (${tenant}, ${id})`.execute(tx);
      await sql`with c as (insert into classes (tenant_id, id, school_year, grade, letter)
          values (${tenant}, gen_random_uuid(), ${2022 + side}, 7, ${id.slice(0, 8)}) returning id)
        insert into class_places (tenant_id, id, class_id, person_id, started_on, ended_on)
        select ${tenant}, gen_random_uuid(), id, ${id}, make_date(${2022 + side}, 9, 1), make_date(${2023 + side}, 8, 31) from c`.execute(
        tx,
      );
    }
    if (chance(0.5)) {
      await sql`insert into employees (tenant_id, person_id, subjects) values (${tenant}, ${id}, '{физика}')`.execute(
        tx,
      );
      await sql`insert into posts (tenant_id, id, person_id, title) values (${tenant}, gen_random_uuid(), ${id}, 'Учитель')`.execute(
        tx,
      );
      await sql`insert into role_assignments (tenant_id, id, person_id, role, started_on)
        values (${tenant}, gen_random_uuid(), ${id}, 'staff', ${today})`.execute(tx);
    }
    if (chance(0.5)) {
      await sql`insert into achievements (tenant_id, id, person_id, field, title, recorded_by, recorded_at)
        values (${tenant}, gen_random_uuid(), ${id}, 'физика', 'диплом', ${id}, now())`.execute(tx);
    }
    if (chance(0.6)) {
      await sql`insert into participants (tenant_id, id, person_id, role, cycle_id, state, state_since, source, created_at)
        values (${tenant}, gen_random_uuid(), ${id}, 'mentee', ${cycles[side]}, 'inBank', ${today}, 'office', now())`.execute(
        tx,
      );
    }
    if (chance(0.5)) {
      const child = await sql<{ id: string }>`insert into people (tenant_id, id, family_name, given_name)
        values (${tenant}, gen_random_uuid(), 'Дитя', 'Малое') returning id`.execute(tx);
      await sql`insert into representations (tenant_id, id, representative_id, child_id, kind, started_on)
        values (${tenant}, gen_random_uuid(), ${id}, ${child.rows[0]!.id}, 'father', ${today})`.execute(tx);
    }
    return id;
  });
}

/** Everything that names a person, and the persons themselves, apart from versions and the trace of the merge. */
async function everything(school: School): Promise<string> {
  return inside(school, async (tx) => {
    const tables = [...new Set([...(await personReferences(tx)).map(({ table }) => table), ...SIDES, 'people'])];
    const found: unknown[] = [];
    for (const table of tables.toSorted()) {
      const { rows } = await sql<{ row: object }>`select to_jsonb(t) - 'version' as row from ${sql.table(table)} t
        where tenant_id = ${school.tenantId} order by to_jsonb(t)::text`.execute(tx);
      found.push([table, rows.map(({ row }) => row)]);
    }
    return JSON.stringify(found);
  });
}

const curator = (school: School) => school.people['curator'];

describe('two records of one person', () => {
  test('become one with all that hangs on them, and come apart again exactly as they were', async () => {
    for (const seed of [1, 2, 3, 5, 8, 13]) {
      const chance = chances(seed);
      const world = await made();
      const { school } = world;
      const keptId = await aCard(world, 0, chance);
      const goneId = await aCard(world, 1, chance);
      const before = await everything(school);
      const merged = await ask<{ id: string }>(server, curator(school), 'POST /persons/merges', {
        keptId,
        goneId,
        choices: {},
      });
      expect(merged.body).toMatchObject({ kept: { id: keptId }, may: { undo: true } });
      const still = await inside(school, async (tx) => {
        const counts = [];
        for (const { table, column } of await personReferences(tx)) {
          const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${goneId}`.execute(
            tx,
          );
          if (rows.length > 0) counts.push(`${table}.${column}`);
        }
        return counts;
      });
      expect(still).toEqual([]);
      expect((await ask<PersonCard>(server, curator(school), `GET /persons/${goneId}`)).body.mergedInto).toBe(keptId);
      await ask(server, curator(school), `POST /persons/merges/${merged.body.id}/undo`);
      expect(await everything(school)).toBe(before);
    }
  });

  test('who both stand in one role in one cycle are not merged, and the reason is named', async () => {
    const world = await made();
    const [one, other] = [await aCard(world, 0, () => true), await aCard(world, 0, () => true)];
    const preview = await ask(server, curator(world.school), 'POST /persons/merge-preview', {
      keptId: one,
      goneId: other,
    });
    expect(preview.body).toMatchObject({
      blocks: expect.arrayContaining([{ code: 'merge.slot-taken', kind: 'participants', what: 'mentee, inBank' }]),
    });
    const before = await everything(world.school);
    const refused = await ask(server, curator(world.school), 'POST /persons/merges', { keptId: one, goneId: other });
    expect(refused.body).toMatchObject({ status: 409, code: 'merge.blocked' });
    expect(await everything(world.school)).toBe(before);
  });

  test('who differ in a value wait for a choice, and are found by the list of duplicates', async () => {
    const world = await made();
    const [one, other] = [await aCard(world, 0, () => false), await aCard(world, 1, () => false)];
    await inside(world.school, (tx) =>
      sql`update people set email = case id when ${one} then 'a@example.org' else 'b@example.org' end
        where id in (${one}, ${other})`.execute(tx),
    );
    const found = await ask<{ pairs: { strength: string }[] }>(
      server,
      curator(world.school),
      'GET /persons/duplicates',
    );
    expect(found.body.pairs).toMatchObject([{ strength: 'certain', one: { name: 'Карпов Пётр' } }]);
    const body = { keptId: one, goneId: other };
    expect((await ask(server, curator(world.school), 'POST /persons/merges', body)).body).toMatchObject({
      code: 'merge.undecided',
      details: { fields: ['email'] },
    });
    await ask(server, curator(world.school), 'POST /persons/merges', { ...body, choices: { email: 'gone' } });
    expect((await ask<PersonCard>(server, curator(world.school), `GET /persons/${one}`)).body.contacts?.email).toBe(
      'b@example.org',
    );
    expect((await ask(server, world.school.people['teacher'], 'POST /persons/merges', body)).status).toBe(403);
  });
});

test('an office that the merger may not give is joined to nobody: the copy with an account would come out as it', async () => {
  const school = await aSchool(server, {
    director: { name: 'Бережной Олег Павлович', roles: ['director'] },
    deputy: { name: 'Тихонин Лев Ильич', roles: ['deputyDirector'] },
    officer: { name: 'Фёдорова Анна Олеговна', roles: ['dataProtectionOfficer'] },
    copy: { name: 'Федорова Анна Олеговна', roles: [] },
  });
  const id = (who: string) => school.people[who]!.id;
  for (const [keptId, goneId] of [
    [id('officer'), id('copy')],
    [id('copy'), id('officer')],
  ]) {
    const body = { keptId, goneId, choices: { familyName: 'kept' } };
    const answer = await ask(server, school.people['deputy'], 'POST /persons/merges', body);
    expect(answer.body).toMatchObject({ code: 'merge.holds-office' });
  }
});

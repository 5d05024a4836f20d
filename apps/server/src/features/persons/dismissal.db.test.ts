import type { SchoolClass } from '@nastavnik/contracts/classes';
import type { dismissalAnswer, PersonCard } from '@nastavnik/contracts/persons';
import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { aDraft } from '../../../test/plans.ts';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';
import { writing } from '../../platform/db/transactions.ts';
import { newId } from '../../platform/ids.ts';

const TODAY = '2024-11-20T09:00:00Z';
const server = useServer({ at: TODAY });

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'] },
  personnel: { name: 'Кадрова Нина Львовна', roles: ['personnelOfficer'] },
  leaver: { name: 'Перова Анна Сергеевна', roles: ['deputyDirector', 'staff'], post: 'Учитель' },
  other: { name: 'Сомов Пётр Ильич', roles: ['staff'], post: 'Учитель' },
} as const;

let school: School;
let classId: string;
beforeEach(async () => {
  server.clock.moveTo(TODAY);
  school = await aSchool(server, PEOPLE);
  const made = await ask<{ id: string }>(server, who('curator'), 'POST /classes', {
    schoolYear: 2024,
    grade: 7,
    letter: 'А',
  });
  classId = made.body.id;
  await lead('leaver', '2024-09-01');
});

const who = (name: keyof typeof PEOPLE) => school.people[name]!;
const lead = (name: keyof typeof PEOPLE, startedOn: string) =>
  ask(server, who('curator'), `POST /classes/${classId}/teachers`, { personId: who(name).id, startedOn });
const card = async () => (await ask<PersonCard>(server, who('curator'), `GET /persons/${who('leaver').id}`)).body;
const dismiss = async (on: string | null, by: keyof typeof PEOPLE = 'curator') =>
  ask<PersonCard & { code?: string }>(server, who(by), `POST /employees/${who('leaver').id}/dismiss`, {
    on,
    version: (await card()).version,
  });
const teachers = async () =>
  (await ask<SchoolClass>(server, who('curator'), `GET /classes/${classId}`)).body.teachers.map(
    ({ personId, endedOn }) => [personId, endedOn],
  );
const seesPupils = async () => (await ask(server, who('leaver'), 'GET /pupils')).status;

/** A mentor's participation since September. */
async function aMentor(): Promise<string> {
  const id = newId(new Date(TODAY));
  await writing(server.db.pool, { tenantId: school.tenantId }, async (tx) => {
    const cycle_id = newId(new Date(TODAY));
    const tenant_id = school.tenantId;
    const day = (text: string) => text as PlainDate;
    await tx
      .insertInto('program_cycles')
      .values({ tenant_id, id: cycle_id, title: '2024/25', started_on: day('2024-09-01'), ended_on: day('2025-08-31') })
      .execute();
    await tx
      .insertInto('participants')
      .values({
        tenant_id,
        id,
        person_id: who('leaver').id,
        role: 'mentor',
        cycle_id,
        state: 'inBank',
        state_since: day('2024-10-01'),
        source: 'office',
        created_at: new Date('2024-09-10T09:00:00Z'),
      })
      .execute();
  });
  return id;
}

const stateOf = (id: string) =>
  writing(server.db.pool, { tenantId: school.tenantId }, (tx) =>
    tx.selectFrom('participants').select(['state', 'state_since']).where('id', '=', id).executeTakeFirstOrThrow(),
  );

describe('the dismissal of an employee', () => {
  test('shows before what hangs on the work: open items, classes, roles, the mentoring', async () => {
    await aDraft(server, school, [{ title: 'Подвести итоги', responsible: 'Перова А.С.' }]);
    await aMentor();
    const address = `GET /employees/${who('leaver').id}/dismissal`;
    const { body } = await ask<z.infer<typeof dismissalAnswer>>(server, who('curator'), address);
    expect(body).toMatchObject({
      tasks: [{ title: 'Подвести итоги' }],
      taskCount: 1,
      classes: [{ name: '7А' }],
      roles: ['deputyDirector'],
      participations: [{ role: 'mentor' }],
    });
    expect((await ask(server, who('other'), address)).status).toBe(403);
    const stranger = await aSchool(server, { curator: { name: 'Чужая Анна Ильинична', roles: ['curator'] } });
    expect((await ask(server, stranger.people['curator'], address)).body).toMatchObject({ code: 'person.not-found' });
  });

  test('takes the roles away at the next request after the last day, and ends classes and mentoring with it', async () => {
    const mentor = await aMentor();
    expect(await seesPupils()).toBe(200);
    await dismiss('2024-11-20');
    expect(await seesPupils()).toBe(200);
    expect(await teachers()).toEqual([[who('leaver').id, '2024-11-20']]);
    expect((await stateOf(mentor)).state).toBe('inBank');
    server.clock.moveTo('2024-11-21T09:00:00Z');
    expect(await seesPupils()).toBe(403);
    await server.run('close-dismissed');
    await server.run('close-dismissed');
    expect(await stateOf(mentor)).toEqual({ state: 'withdrawn', state_since: '2024-11-20' });
    const directory = await ask<{ people: { id: string }[] }>(server, who('other'), 'GET /people');
    expect(directory.body.people.map(({ id }) => id)).not.toContain(who('leaver').id);
  });

  test('of a past day closes at once, and an item of the plan names the person no more', async () => {
    const plan = await aDraft(server, school, [{ title: 'Подвести итоги', responsible: 'Перова А.С.' }]);
    const mentor = await aMentor();
    await dismiss('2024-11-15');
    expect((await stateOf(mentor)).state).toBe('withdrawn');
    expect(await seesPupils()).toBe(403);
    const { body } = await ask<Roadmap>(server, who('curator'), `GET /roadmaps/${plan.id}`);
    expect(JSON.stringify(body.items[0]?.responsible?.parties ?? [])).not.toContain(who('leaver').id);
  });

  test('is taken back: roles return, and the class if nobody has taken it over', async () => {
    await dismiss('2024-11-15');
    expect((await dismiss(null, 'personnel')).status).toBe(200);
    expect(await seesPupils()).toBe(200);
    expect(await teachers()).toEqual([[who('leaver').id, null]]);
    await dismiss('2024-11-15');
    await lead('other', '2024-11-18');
    await dismiss(null);
    expect(await teachers()).toContainEqual([who('leaver').id, '2024-11-15']);
  });

  test('is refused of oneself, of the last administrator, and to who keeps no employees', async () => {
    const own = await ask<PersonCard>(server, who('curator'), `GET /persons/${who('curator').id}`);
    const address = `POST /employees/${who('curator').id}/dismiss`;
    const body = { on: '2024-11-20', version: own.body.version };
    expect((await ask(server, who('curator'), address, body)).status).toBe(403);
    expect((await dismiss('2024-11-20', 'other')).status).toBe(403);
    const stale = { on: '2024-11-20', version: 99 };
    const late = await ask(server, who('curator'), `POST /employees/${who('leaver').id}/dismiss`, stale);
    expect(late.body).toMatchObject({ code: 'person.changed-meanwhile' });
    await writing(server.db.pool, { tenantId: school.tenantId }, (tx) =>
      tx
        .updateTable('role_assignments')
        .set({ role: 'systemAdministrator' })
        .where('person_id', '=', who('leaver').id)
        .where('role', '=', 'deputyDirector')
        .execute(),
    );
    expect((await dismiss('2024-11-20')).body).toMatchObject({ code: 'person.last-administrator' });
  });
});

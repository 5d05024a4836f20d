import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openMailer } from '../src/platform/mail/mailer.ts';
import { aPlanInForce } from './plans.ts';
import { aSchool, ask, type School, useServer } from './school.ts';

// Nobody listens there: letters stay where they wait.
const server = useServer({ mailer: () => openMailer('smtp://127.0.0.1:9', 'school@example.org') });
const STAFF = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'], email: 'curator@school.example' },
  director: { name: 'Бережной Олег Павлович', roles: ['director'] },
} as const;

/** Two organisations, the first of which every sweep comes to first and cannot read a table of. */
async function troubledAndSound(table: string, schools: readonly School[]): Promise<School[]> {
  const { rows } = await sql<{ id: string }>`select all_tenants() as id`.execute(server.db.pool);
  const inOrder = rows.flatMap(({ id }) => schools.filter((school) => school.tenantId === id));
  await sql`create or replace function trouble(tenant uuid) returns boolean language plpgsql as $$
    begin
      if tenant = ${sql.lit(inOrder[0]!.tenantId)} then raise exception 'the table of this organisation is broken'; end if;
      return true;
    end $$`.execute(server.db.owner);
  await sql`create policy trouble on ${sql.table(table)} as restrictive using (trouble(tenant_id))`.execute(
    server.db.owner,
  );
  return inOrder;
}

const mended = (table: string) => sql`drop policy trouble on ${sql.table(table)}`.execute(server.db.owner);

test('imports that nobody finished expire in every school, though one school’s cannot be read; the failure is told', async () => {
  const schools = [await aSchool(server), await aSchool(server)];
  const imports = new Map<School, string>();
  for (const school of schools) {
    const pasted = { name: 'План', text: 'Дорожная карта', html: null };
    const { body } = await ask<{ id: string }>(server, school.people['curator'], 'POST /imports/paste', pasted);
    imports.set(school, body.id);
  }
  await server.runJobs();
  const [, sound] = await troubledAndSound('roadmap_imports', schools);
  server.clock.moveTo('2025-02-20T09:00:00Z');
  await expect(server.run('expire-imports')).rejects.toThrow('broken');
  const { body } = await ask(server, sound!.people['curator'], `GET /imports/${imports.get(sound!)}`);
  expect(body).toMatchObject({ state: 'discarded' });
  await mended('roadmap_imports');
  server.clock.moveTo('2024-11-20T09:00:00Z');
});

test('abandoned letters of every school are taken up again, though one school’s cannot be read; the failure is told', async () => {
  const schools = [await aSchool(server, STAFF), await aSchool(server, STAFF)];
  for (const school of schools) {
    await aPlanInForce(server, school, [{ title: 'Пункт', deadline: 'до 27.11.2024', responsible: 'Лугова И.Ю.' }]);
  }
  await server.run('remind-of-terms');
  // The queue was lost with its server.
  await sql`delete from graphile_worker._private_jobs`.execute(server.db.owner);
  const [troubled, sound] = await troubledAndSound('mail_deliveries', schools);
  server.clock.moveTo('2024-11-20T09:16:00Z');
  await expect(server.run('send-abandoned-letters')).rejects.toThrow('broken');
  const { rows } = await sql<{ tenant: string }>`
    select distinct payload ->> 'tenantId' as tenant from graphile_worker._private_jobs`.execute(server.db.owner);
  expect(rows.map(({ tenant }) => tenant)).toContain(sound!.tenantId);
  expect(rows.map(({ tenant }) => tenant)).not.toContain(troubled!.tenantId);
  await mended('mail_deliveries');
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from './database.ts';

const db = useDatabase();

test('the application works under a role that owns nothing and cannot step around row-level security', async () => {
  const { rows } = await sql<{ role: string; owned: number; above: boolean }>`
    select current_user as role,
           (select count(*) from pg_class where relowner = r.oid) as owned,
           rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as above
    from pg_roles r where rolname = current_user`.execute(db.pool);
  expect(rows).toEqual([{ role: 'nastavnik_app', owned: 0, above: false }]);
});

test('Russian words are compared without regard to case, found by their stem and put in Russian order', async () => {
  const { rows } = await sql<{ upper: string; stem: boolean; order: string[] }>`
    select upper('ёж') as upper,
           to_tsvector('russian', 'Сбор согласий') @@ to_tsquery('russian', 'согласие') as stem,
           (select array_agg(w order by w) from unnest(array['яма', 'Ель', 'ёлка', 'Жук']) w) as order`.execute(
    db.pool,
  );
  expect(rows).toEqual([{ upper: 'ЁЖ', stem: true, order: ['ёлка', 'Ель', 'Жук', 'яма'] }]);
});

import type { ImportAnswer, RereadAnswer } from '@nastavnik/contracts/imports';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { received } from '../../../test/imports.ts';
import { aSchool, ask, type School, useServer } from '../../../test/school.ts';
import { reading } from '../../platform/db/transactions.ts';

const server = useServer();
const NEXT_YEAR = { start: '2025-09-01', end: '2026-08-31' };

type Draft = NonNullable<ImportAnswer['draft']>;
type Conflict = { code: string; details: { draft: Draft } };
const renamed = (draft: Draft, title: string): Draft => {
  const [first, ...stages] = draft.stages;
  const [activity, ...activities] = first!.activities;
  return { ...draft, stages: [{ ...first!, activities: [{ ...activity!, title }, ...activities] }, ...stages] };
};

const saved = async (school: School, one: ImportAnswer, draft: Draft, settled: string[] = []) =>
  (
    await ask<ImportAnswer>(server, school.people['curator'], `PUT /imports/${one.id}/draft`, {
      version: one.version,
      draft,
      settled,
    })
  ).body;
const reread = (school: School, one: ImportAnswer, more: object = {}) =>
  ask<RereadAnswer & Conflict>(server, school.people['curator'], `POST /imports/${one.id}/reread`, {
    version: one.version,
    period: null,
    columns: null,
    ...more,
  });

test('a file read again in another period has its terms there, and what was typed and settled stays', async () => {
  const school = await aSchool(server);
  const one = await received(server, school.people['curator']!);
  const edited = await saved(school, one, renamed(one.draft!, 'Разработать своё положение'), ['settled|||by me']);
  const { body } = await reread(school, edited, { period: NEXT_YEAR });
  expect(body.edits).toEqual({ kept: 1, lost: [] });
  expect(body.draft!.stages[0]!.activities[0]!.title).toBe('Разработать своё положение');
  expect(body.draft!.stages[2]!.activities[0]!.deadline!.windows).toEqual([{ start: '2026-05-01', end: '2026-05-31' }]);
  expect(body).toMatchObject({ period: NEXT_YEAR, settled: ['settled|||by me'], version: edited.version + 1 });
  expect(await history(school, one.id)).toContainEqual({
    type: 'import.reread',
    data: { period: NEXT_YEAR, columns: null, kept: 1, lost: 0 },
  });
});

test('an edit of a column that is read anew is named in the answer, with what had been typed', async () => {
  const school = await aSchool(server);
  const one = await received(server, school.people['curator']!);
  const [first, ...stages] = one.draft!.stages;
  const [activity, ...activities] = first!.activities;
  const result = { text: 'Моё положение', documents: [], target: null };
  const draft = {
    ...one.draft!,
    stages: [{ ...first!, activities: [{ ...activity!, result }, ...activities] }, ...stages],
  };
  const columns = one.draft!.columns.map((each) =>
    each === 'result' ? 'responsible' : each === 'responsible' ? 'result' : each,
  );
  const { body } = await reread(school, await saved(school, one, draft), { columns });
  expect(body.edits).toEqual({ kept: 0, lost: [{ title: activity!.title, field: 'result', text: 'Моё положение' }] });
  expect(body.draft!.stages[0]!.activities[0]!.result!.text).toBe('Лугова И.Ю.');
});

test('of a re-reading and an edit at once, neither overwrites the other', async () => {
  const school = await aSchool(server);
  const one = await received(server, school.people['curator']!);
  const [again, edit] = await Promise.all([
    reread(school, one, { period: NEXT_YEAR }),
    ask<Conflict>(server, school.people['curator'], `PUT /imports/${one.id}/draft`, {
      version: one.version,
      draft: renamed(one.draft!, 'Правка'),
      settled: [],
    }),
  ]);
  expect([again.status, edit.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
  const loser = again.status === 409 ? again : edit;
  expect(loser.body.code).toBe('import.changed-meanwhile');
});

function history(school: School, id: string) {
  return reading(server.db.pool, school, async (tx) => {
    const { rows } = await sql<{ type: string; data: unknown }>`
      select type, data from audit_events where tenant_id = ${school.tenantId} and object_id = ${id}`.execute(tx);
    return rows;
  });
}

import { afterEach, expect, test } from 'vitest';
import { aFamily, type ConsentSchool, consentSchool, issueOneFor, sign } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';
import { recordBackup } from '../../platform/backup/record-backup.ts';
import { newId } from '../../platform/ids.ts';

const START = '2024-10-15T09:00:00+03:00';
const server = useServer({ at: START });
afterEach(() => server.clock.moveTo(START));

async function withdrawnFamily(at: ConsentSchool) {
  const family = await aFamily(at, '2009-03-05');
  const consentId = await issueOneFor(at, family.pupil.personId);
  await sign(family.mother, consentId);
  await sign(family.pupil, consentId);
  await at.participation(family.pupil.personId, { state: 'inBank' });
  await family.mother.post(`/api/v1/consents/${consentId}/withdraw`);
  return { ...family, consentId };
}

async function destroy(at: ConsentSchool) {
  server.clock.moveTo('2024-11-14T09:00:00+03:00');
  await server.run('destroy-due');
  await server.runJobs();
  expect((await at.officer.get('/api/v1/erasures')).json().runs).toHaveLength(1);
}

test('no history that may not be rewritten holds the name of a pupil or a parent, though it says who acted', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await withdrawnFamily(at);
  const histories = () =>
    at.write(async (tx) => [
      ...(await tx.selectFrom('audit_events').selectAll().where('tenant_id', '=', at.place.tenantId).execute()),
      ...(await tx.selectFrom('participant_changes').selectAll().where('tenant_id', '=', at.place.tenantId).execute()),
    ]);
  const before = await histories();
  expect(JSON.stringify(before)).not.toContain('Лосев');
  const actors = new Set(before.map((row) => row.actor_person_id));
  expect(actors).toContain(mother.personId);
  expect(actors).toContain(pupil.personId);
  const [{ id }] = (await mother.get(`/api/v1/my/participation?personId=${pupil.personId}`)).json().participations;
  const { history } = (await mother.get(`/api/v1/participants/${id}`)).json();
  expect(history.at(-1)).toMatchObject({ command: 'withdraw', actor: 'Лосева Анна Игоревна' });
  await destroy(at);
  expect(JSON.stringify(await histories())).not.toContain('Лосев');
});

test('the sheet by which the person came goes with its file, and a pile that is filed through goes with its pages', async () => {
  const at = await consentSchool(server);
  const { consentId } = await withdrawnFamily(at);
  const tenant = { tenant_id: at.place.tenantId };
  const now = at.place.now;
  const kept: string[] = [];
  const aFile = async (text: string, name: string) => {
    const { sha256, size } = await server.deps.files.put(Buffer.from(text));
    const id = newId(now);
    await at.write((tx) =>
      tx
        .insertInto('files')
        .values({ ...tenant, id, sha256, size, media_type: 'text/csv', name, added_at: now })
        .execute(),
    );
    kept.push(sha256);
    return { id, sha256 };
  };
  const made = { created_by: at.curator.personId, created_at: now };
  const [applied, waiting, other, pile, open] = [
    await aFile('Лосев;Анна', 'дети.csv'),
    await aFile('Лосев;Анна;7А', 'дети-2.csv'),
    await aFile('Оленев;Пётр', 'новые.csv'),
    await aFile('страницы', 'скан.pdf'),
    await aFile('ещё страницы', 'скан-2.pdf'),
  ];
  await at.write(async (tx) => {
    for (const [file, state, cells] of [
      [applied, 'applied', ['Лосев', 'Анна']],
      [waiting, 'checked', ['Лосев', 'Анна', '7А']],
      [other, 'checked', ['Оленев', 'Пётр']],
    ] as const) {
      await tx
        .insertInto('list_imports')
        .values({ ...tenant, ...made, id: file.id, kind: 'pupils', state, file_id: file.id })
        .execute();
      await tx
        .insertInto('list_import_rows')
        .values({ ...tenant, import_id: file.id, row: 1, cells: [...cells] })
        .execute();
    }
    for (const [file, pages] of [
      [pile, [{ page: 1, consentId, by: 'code', code: null }]],
      // A page of nobody known is still to be looked at: the pile waits for it.
      [
        open,
        [
          { page: 1, consentId, by: 'code', code: null },
          { page: 2, consentId: null, by: null, code: 'scan.no-code' },
        ],
      ],
    ] as const) {
      await tx
        .insertInto('scan_batches')
        .values({
          ...tenant,
          ...made,
          id: file.id,
          file_id: file.id,
          sha256: file.sha256,
          state: 'split',
          result: JSON.stringify({ pages }),
        })
        .execute();
    }
  });
  await destroy(at);
  const there = await Promise.all(
    kept.map((sha256) =>
      server.deps.files.get(sha256).then(
        () => true,
        () => false,
      ),
    ),
  );
  expect(there).toEqual([false, false, true, false, true]);
});

test('the act names the backups in which the person still stands, and until when they are kept', async () => {
  const at = await consentSchool(server);
  await withdrawnFamily(at);
  for (const [fileName, madeAt, keptUntil] of [
    ['до-всех.nst', '2020-01-01T10:00:00Z', null],
    ['октябрь.nst', '2024-10-20T10:00:00Z', '2025-01-20'],
    ['без-срока.nst', '2024-10-21T10:00:00Z', null],
    ['перезаписана.nst', '2024-10-22T10:00:00Z', '2024-11-01'],
  ] as const) {
    await recordBackup(server.db.ownerUrl, { fileName, madeAt: new Date(madeAt), keptUntil });
  }
  await destroy(at);
  const { record } = await at.write((tx) =>
    tx
      .selectFrom('destruction_runs')
      .select('record')
      .where('tenant_id', '=', at.place.tenantId)
      .executeTakeFirstOrThrow(),
  );
  expect((record as { backups: object[] }).backups).toEqual([
    { name: 'октябрь.nst', madeOn: '2024-10-20', keptUntil: '2025-01-20' },
    { name: 'без-срока.nst', madeOn: '2024-10-21', keptUntil: null },
  ]);
});

test('the act names of each what was really there, and nobody signs it for a person', async () => {
  const at = await consentSchool(server);
  await withdrawnFamily(at);
  await destroy(at);
  const { id, record } = await at.write((tx) =>
    tx
      .selectFrom('destruction_runs')
      .select(['id', 'record'])
      .where('tenant_id', '=', at.place.tenantId)
      .executeTakeFirstOrThrow(),
  );
  const { by, subjects } = record as { by: string | null; subjects: { groups: string[] }[] };
  expect(by).toBeNull();
  const bySize = subjects.map(({ groups }) => groups).toSorted((one, other) => other.length - one.length);
  const both = ['name', 'representation', 'searchIndex', 'account'];
  expect(bySize).toEqual([['name', 'classAndPost', 'birthDate', 'representation', 'searchIndex', 'account'], both]);
  const log = (await at.officer.get(`/api/v1/destruction-runs/${id}/log`)).rawPayload.toString();
  expect(log).toContain('фамилия, имя, отчество');
  for (const never of ['собеседование', 'справки', 'обучение', 'поддержке', 'запросы', 'ограничения', 'пожелания'])
    expect(log).not.toContain(never);
  expect(log).not.toContain('Информационная система');
});

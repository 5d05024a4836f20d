import { expect, test } from 'vitest';
import { consentSchool } from '../../../test/consents.ts';
import { aClass, aPerson, aPupil } from '../../../test/pupils.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });
const URL = '/api/v1/representations/verify';

test('the documents of a class are seen in one go; who has none entered is named, who is checked stays as it was', async () => {
  const at = await consentSchool(server);
  const family = async (surname: string, verified = false) => {
    const child = await aPupil(at.place, `${surname} Иван Ильич`, at.classId);
    const power = await at.representation(await aPerson(at.place, `${surname}а Вера Львовна`), child, { verified });
    return { child, power };
  };
  const [one, two, bare, done] = [
    await family('Бобров'),
    await family('Волков'),
    await family('Ежов'),
    await family('Жуков', true),
  ];
  await at.write((tx) =>
    tx.updateTable('representations').set({ document_kind: null }).where('id', '=', bare.power).execute(),
  );
  const childIds = [one, two, bare, done].map(({ child }) => child);
  expect((await at.teacher.post(URL, { childIds })).json()).toEqual({
    verified: 2,
    skipped: [{ child: 'Ежов Иван', name: 'Ежова Вера', code: 'representation.document-missing' }],
  });
  const rows = await at.write((tx) =>
    tx
      .selectFrom('representations')
      .select(['id', 'verified_by', 'verified_on'])
      .where('tenant_id', '=', at.place.tenantId)
      .execute(),
  );
  const now = { verified_by: at.teacher.personId, verified_on: '2024-10-15' };
  expect(rows).toEqual(
    expect.arrayContaining([
      { id: one.power, ...now },
      { id: two.power, ...now },
      { id: bare.power, verified_by: null, verified_on: null },
      { id: done.power, ...now, verified_on: '2024-09-01' },
    ]),
  );
  const events = await at.write((tx) =>
    tx
      .selectFrom('audit_events')
      .select('object_id')
      .where('tenant_id', '=', at.place.tenantId)
      .where('type', '=', 'representation.verified')
      .execute(),
  );
  expect(events.map(({ object_id }) => object_id).toSorted()).toEqual([one.power, two.power].toSorted());
});

test('one child of another class or school refuses the whole list', async () => {
  const [at, elsewhere] = [await consentSchool(server), await consentSchool(server, 'Школа № 9')];
  const own = await aPupil(at.place, 'Бобров Иван Ильич', at.classId);
  const power = await at.representation(await aPerson(at.place, 'Боброва Вера Львовна'), own, { verified: false });
  const stranger = await aPupil(at.place, 'Зайцев Иван Ильич', await aClass(at.place, 7, 'Б'));
  expect((await at.teacher.post(URL, { childIds: [own, stranger] })).json()).toMatchObject({ code: 'access.denied' });
  expect((await at.mentor.post(URL, { childIds: [own] })).json()).toMatchObject({ code: 'access.denied' });
  expect((await elsewhere.curator.post(URL, { childIds: [own] })).json()).toMatchObject({ code: 'person.not-found' });
  expect((await at.teacher.post(URL, { childIds: [] })).statusCode).toBe(400);
  const [row] = await at.write((tx) =>
    tx.selectFrom('representations').select('verified_on').where('id', '=', power).execute(),
  );
  expect(row).toEqual({ verified_on: null });
});

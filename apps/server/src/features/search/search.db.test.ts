import { describe, expect, test } from 'vitest';
import { aPlanInForce, theRoadmap } from '../../../test/plans.ts';
import { aSchool, ask, FormDataBody, type Person, type School, STAFF, useServer } from '../../../test/school.ts';

const server = useServer();
const ITEMS = [
  { title: 'Провести встречу пар', deadline: 'ноябрь', responsible: 'Перова А.С.' },
  { title: 'Издать приказ', deadline: 'декабрь', responsible: 'Лугова И.Ю.' },
];
const PEOPLE = { ...STAFF, other: { name: 'Дальний Пётр Ильич', roles: ['staff'], post: 'Учитель физики' } } as const;

type Found = { hits: { kind: string; id: string; title: string; place: string; path: string }[] };
const search = async (who: Person | undefined, text: string) =>
  (await ask<Found>(server, who, `GET /search?q=${encodeURIComponent(text)}`)).body.hits.filter(
    ({ kind }) => kind === 'evidence',
  );

/** A plan whose first item, the teacher's, has a file and whose second, the curator's, has an order. */
async function aSchoolWithEvidence(): Promise<{ school: School; roadmapId: string; itemIds: string[] }> {
  const school = await aSchool(server, PEOPLE);
  const { id: roadmapId } = await aPlanInForce(server, school, ITEMS);
  const { items } = await theRoadmap(server, school, roadmapId);
  const at = (index: number) => `POST /occurrences/${items[index]!.occurrences[0]!.id}/evidence`;
  const photo = { name: 'Сканворд 2024.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') };
  const file = new FormDataBody(photo, { title: 'Фотографии круглого стола' });
  expect((await ask(server, school.people['teacher'], at(0), file)).status).toBe(200);
  const order = { kind: 'document', title: 'Приказ о закреплении', number: '41-од', date: '2024-11-18' };
  expect((await ask(server, school.people['curator'], at(1), order)).status).toBe(200);
  return { school, roadmapId, itemIds: items.map(({ id }) => id) };
}

describe('evidence is found', () => {
  test('by its title, the name of its file and the number of its document, and leads to its item', async () => {
    const { school, roadmapId, itemIds } = await aSchoolWithEvidence();
    const photos = [
      { title: 'Фотографии круглого стола', place: ITEMS[0]!.title, path: `/roadmap/${roadmapId}?item=${itemIds[0]}` },
    ];
    expect(await search(school.people['curator'], 'фотография')).toMatchObject(photos);
    expect(await search(school.people['curator'], 'сканворд')).toMatchObject(photos);
    const order = [{ title: 'Приказ о закреплении № 41-од', path: `/roadmap/${roadmapId}?item=${itemIds[1]}` }];
    expect(await search(school.people['curator'], '41-од')).toMatchObject(order);
    expect(await search(school.people['curator'], '№ 41-од')).toMatchObject(order);
  });

  test('by those who may see it on the item, and by nobody else', async () => {
    const { school } = await aSchoolWithEvidence();
    expect(await search(school.people['director'], 'фотография')).toHaveLength(1);
    expect(await search(school.people['teacher'], 'фотография')).toHaveLength(1);
    expect(await search(school.people['teacher'], '41-од')).toEqual([]);
    expect(await search(school.people['other'], 'фотография')).toEqual([]);
    const elsewhere = await aSchool(server);
    expect(await search(elsewhere.people['curator'], 'фотография')).toEqual([]);
  });

  test('no longer when it was taken away', async () => {
    const { school } = await aSchoolWithEvidence();
    const [hit] = await search(school.people['curator'], 'фотография');
    const removed = await ask(server, school.people['curator'], `POST /evidence/${hit!.id}/remove`);
    expect(removed.status).toBe(200);
    expect(await search(school.people['curator'], 'фотография')).toEqual([]);
  });
});

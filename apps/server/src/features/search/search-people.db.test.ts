import { beforeAll, describe, expect, test } from 'vitest';
import { aBankSchool, type BankSchool } from '../../../test/banks.ts';
import { type Person, useServer } from '../../../test/school.ts';

const server = useServer();
let bank: BankSchool;
let record: string;
let classmate: string;

beforeAll(async () => {
  bank = await aBankSchool(server);
  record = await bank.participant(bank.pupil.id);
  classmate = await bank.child('Соловьёва Дарья Ильинична');
  await bank.child('Соседская Анна Олеговна', bank.class7b);
});

type Hit = { kind: string; id: string; title: string; place: string; path: string };
const search = async (who: Person, text: string) =>
  (await bank.as<{ hits: Hit[] }>(who, `GET /search?q=${encodeURIComponent(text)}`)).body.hits;
const titles = async (who: Person, text: string) => (await search(who, text)).map((hit) => hit.title);

describe('people by name', () => {
  test('a participant leads to the record, another pupil to the card, with a slip and е for ё', async () => {
    expect(await search(bank.people.curator, 'лосев пётр')).toMatchObject([
      {
        kind: 'participant',
        id: record,
        title: 'Лосев Пётр Ильич',
        place: '7А',
        path: `/people/participants/${record}`,
      },
    ]);
    const card = [{ kind: 'pupil', title: 'Соловьёва Дарья Ильинична', path: `/people/pupils?pupil=${classmate}` }];
    expect(await search(bank.people.curator, 'соловьева')).toMatchObject(card);
    expect(await search(bank.people.curator, 'саловьёва')).toMatchObject(card);
  });

  test('a class teacher finds the own class, the working group participants only, a colleague no pupil at all', async () => {
    const { teacher, other, group, colleague, personnel } = bank.people;
    expect(await titles(teacher, 'соловьёва')).toEqual(['Соловьёва Дарья Ильинична']);
    expect(await titles(teacher, 'соседская')).toEqual([]);
    expect(await titles(other, 'соседская')).toEqual(['Соседская Анна Олеговна']);
    expect(await titles(group, 'лосев')).toEqual(['Лосев Пётр Ильич']);
    expect(await titles(group, 'соловьёва')).toEqual([]);
    for (const who of [colleague, personnel]) {
      expect(await titles(who, 'лосев')).toEqual([]);
      expect(await titles(who, 'соловьёва')).toEqual([]);
    }
  });

  test('a pupil and a parent have no search; another school finds nobody of ours', async () => {
    for (const who of [bank.pupil, bank.mother]) {
      expect((await bank.as(who, `GET /search?q=${encodeURIComponent('лосев')}`)).status).toBe(403);
    }
    const elsewhere = await aBankSchool(server, 'Школа № 6');
    const { body } = await elsewhere.as<{ hits: Hit[] }>(
      elsewhere.people.curator,
      `GET /search?q=${encodeURIComponent('соловьёва')}`,
    );
    expect(body.hits).toEqual([]);
  });

  test('without the second factor the curator finds colleagues and no pupil', async () => {
    const strict = (asked: boolean) =>
      bank.write((tx) =>
        tx
          .updateTable('organizations')
          .set({ require_second_factor: asked })
          .where('tenant_id', '=', bank.tenantId)
          .execute(),
      );
    await strict(true);
    expect(await titles(bank.people.curator, 'лосев')).toEqual([]);
    expect(await titles(bank.people.curator, 'дубов')).toEqual(['Дубов Егор Ильич']);
    await strict(false);
    expect(await titles(bank.people.curator, 'лосев')).toEqual(['Лосев Пётр Ильич']);
  });

  test('who was erased, merged or has withdrawn is found no more', async () => {
    const gone = {
      merged_into: bank.pupil.id,
      erased_at: new Date(),
      blocked_at: new Date(),
      deactivated_at: new Date(),
    };
    for (const [column, value] of Object.entries(gone)) {
      const child = await bank.child('Исчезнов Иван Ильич');
      await bank.participant(child);
      await bank.write((tx) =>
        tx
          .updateTable('people')
          .set({ [column]: value })
          .where('id', '=', child)
          .execute(),
      );
    }
    expect(await titles(bank.people.curator, 'исчезнов')).toEqual([]);
  });
});

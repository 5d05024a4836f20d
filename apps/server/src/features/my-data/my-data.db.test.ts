import { expect, test } from 'vitest';
import { aFamily, type Client, consentSchool, issueOneFor } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });

type Seer = { name: string; roles: string[]; sees: string[] };
const pageOf = async (who: Client, child?: string) =>
  (await who.get(`/api/v1/my/data${child ? `?personId=${child}` : ''}`)).json<{
    seenBy: Seer[];
    held: { group: string }[];
    colleagues: boolean;
  }>();

test('whoever can open the card stands on the page «Мои данные», and nobody else does', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2009-03-05');
  const names = new Map([
    ['Лугова Ирина Юрьевна', at.curator],
    ['Бережной Олег Павлович', at.director],
    ['Ильина Вера Львовна', at.officer],
    ['Перова Анна Сергеевна', at.teacher],
    ['Дубов Егор Ильич', at.mentor],
    ['Лосев Анна Игоревна', pupil],
    ['Лосева Анна Игоревна', mother],
  ]);
  for (const subject of [pupil, mother, at.teacher, at.mentor]) {
    const { seenBy } = await pageOf(subject);
    for (const [name, asker] of names) {
      if (asker === subject) continue;
      const opens = (await asker.get(`/api/v1/persons/${subject.personId}`)).statusCode === 200;
      const shown = seenBy.find((each) => each.name === name)?.sees.includes('card') ?? false;
      expect([name, shown]).toEqual([name, opens]);
    }
  }
});

test('of a parent the class teacher is named with what she may do; the paper of the power is among what is held', async () => {
  const at = await consentSchool(server);
  const { mother, pupil } = await aFamily(at, '2009-03-05');
  const own = await pageOf(mother);
  expect(own.seenBy.find(({ name }) => name.startsWith('Перова'))).toMatchObject({
    roles: ['classTeacher'],
    sees: ['card', 'account'],
  });
  expect(own.held.map(({ group }) => group)).toContain('representation');
  expect(own.colleagues).toBe(false);
  // The officer of data protection comes in with the first document.
  const officer = (page: { seenBy: Seer[] }) => page.seenBy.find(({ name }) => name.startsWith('Ильина'));
  expect(officer(await pageOf(mother, pupil.personId))).toBeUndefined();
  await issueOneFor(at, pupil.personId);
  expect(officer(await pageOf(mother, pupil.personId))?.sees).toEqual(['consents']);
});

test('of a colleague it says that everybody who works here knows the name and the post', async () => {
  const at = await consentSchool(server);
  expect((await pageOf(at.teacher)).colleagues).toBe(true);
});

test('the page holds the data themselves, of oneself and of the own child, and of nobody else', async () => {
  const at = await consentSchool(server);
  const { pupil, mother } = await aFamily(at, '2009-03-05');
  const held = async (who: Client, child?: string) =>
    Object.fromEntries(
      (await who.get(`/api/v1/my/data${child ? `?personId=${child}` : ''}`))
        .json<{ held: { group: string; values: string[] }[] }>()
        .held.map(({ group, values }) => [group, values]),
    );
  expect(await held(mother, pupil.personId)).toMatchObject({
    name: ['Лосев Анна Игоревна'],
    birthDate: ['05.03.2009'],
    classAndPost: ['7А, 2024/25'],
    identityDocument: ['41 00 000000'],
    address: ['Приозёрск, ул. Лесная, 5'],
    representation: ['Лосева Анна Игоревна, свидетельство о рождении, I-АА 123456'],
  });
  expect(await held(mother)).toMatchObject({ name: ['Лосева Анна Игоревна'] });
  expect((await at.mentor.get(`/api/v1/my/data?personId=${pupil.personId}`)).statusCode).toBe(403);
});

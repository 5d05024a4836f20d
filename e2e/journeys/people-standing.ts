import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makePupil, openPeople, switchSecondFactorOn } from '../harness/school-people.ts';

journey(
  'Who works in two schools and is a mother in one chooses where and as whom, and every page says it',
  async (world) => {
    const host = await world.host();
    const curator = { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } as const;
    const first = await host.organization({
      name: 'Школа у реки',
      people: { curator, teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] } },
    });
    const second = await host.organization({ name: 'Школа на горе', people: { curator } });
    const api = await first.as('curator');
    await switchSecondFactorOn(api);
    const classId = await makeClass(api, { grade: 6, letter: 'Б', schoolYear: 2026 });
    const child = { name: 'Перов Тихон Ильич', birthDate: '2014-03-01', classId, enrolledOn: '2026-09-01' };
    const childId = await makePupil(api, child);
    const { id: power } = await done<{ id: string }>(
      api.post(`/api/v1/persons/${childId}/representatives`, {
        data: {
          who: { is: 'known', personId: first.people['teacher']!.personId },
          kind: 'mother',
          document: { kind: 'Свидетельство о рождении', number: 'I-АБ 100200', date: null },
          startedOn: '2014-03-01',
        },
      }),
    );
    await done(api.post(`/api/v1/representations/${power}/verify`));
    const there = await second.as('curator');
    const { id } = await done<{ id: string }>(
      there.post('/api/v1/people', {
        data: {
          familyName: 'Перова',
          givenName: 'Анна',
          patronymic: 'Сергеевна',
          email: null,
          phone: null,
          post: 'Логопед',
        },
      }),
    );
    const { link } = await done<{ link: string }>(there.post(`/api/v1/people/${id}/invitation`));
    const teacher = await first.as('teacher');
    await done(teacher.post('/api/v1/invitations/join', { data: { token: link.split('#')[1] } }));

    const page = await world.page(first.url);
    await first.signIn(page, 'teacher');
    const top = page.getByRole('banner');
    const choose = async (from: string, to: RegExp) => {
      await top.getByRole('button', { name: from }).click();
      await page.getByRole('menuitem', { name: to }).click();
    };
    const isSeen = async (school: string, who: string) => {
      await top.getByText(`Вы здесь: ${who}`).waitFor();
      await top.getByRole('button', { name: school }).waitFor();
    };
    await top.getByRole('button', { name: /Школа/ }).click();
    await page.getByRole('menuitem').nth(2).waitFor();
    await examine(page, 'standing-menu');
    await page.keyboard.press('Escape');
    const now = (await top.getByRole('button', { name: /Школа/ }).innerText()).includes('у реки')
      ? 'у реки'
      : 'на горе';
    await choose(`Школа ${now}`, /Школа у реки.*законный представитель/s);
    await page.waitForURL((url) => url.pathname === '/my');
    await isSeen('Школа у реки', 'законный представитель');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await examine(page, 'standing-mother');
    await choose('Школа у реки', /Школа у реки.*сотрудник/s);
    await page.waitForURL((url) => url.pathname === '/');
    await isSeen('Школа у реки', 'сотрудник');
    await choose('Школа у реки', /Школа на горе/);
    await isSeen('Школа на горе', 'сотрудник');
    await examine(page, 'standing-second');
  },
);

journey(
  'Two curators edit one card: nothing that was typed is lost, and what differs is shown before it is saved',
  async (world) => {
    const school = await (await world.host()).organization({
      name: 'Школа двух кураторов',
      people: {
        curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
        second: { name: 'Бережной Олег Павлович', post: 'Педагог-организатор', roles: ['curator'] },
      },
    });
    const api = await school.as('second');
    await switchSecondFactorOn(api);
    const classId = await makeClass(api, { grade: 6, letter: 'Б', schoolYear: 2026 });
    const pupil = { name: 'Щукин Тихон Ильич', birthDate: '2014-03-01', classId, enrolledOn: '2026-09-01' };
    const id = await makePupil(api, pupil);
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    await page.goto(`/people/pupils?pupil=${id}`);
    const names = page.getByRole('region', { name: 'Имя и контакты' });
    await names.getByLabel('Фамилия').fill('Щукин-Ли');
    const { version } = await done<{ version: number }>(api.get(`/api/v1/persons/${id}`));
    await done(
      api.put(`/api/v1/persons/${id}`, {
        data: {
          familyName: 'Щукинский',
          givenName: 'Тихон',
          patronymic: 'Ильич',
          phone: '+7 900 100-20-30',
          email: null,
          version,
        },
      }),
    );
    await names.getByRole('button', { name: 'Сохранить' }).click();
    await names.getByText('Фамилия: у вас «Щукин-Ли», в карточке теперь «Щукинский»').waitFor();
    await names.getByText(/Телефон.*: теперь «\+7 900 100-20-30»/).waitFor();
    if ((await names.getByLabel('Фамилия').inputValue()) !== 'Щукин-Ли') throw new Error('what was typed is lost');
    await examine(page, 'card-meanwhile');
    await names.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Сохранено.').waitFor();
    const saved = await done<{ familyName: string; contacts: { phone: string } }>(api.get(`/api/v1/persons/${id}`));
    if (saved.familyName !== 'Щукин-Ли' || saved.contacts.phone !== '+7 900 100-20-30')
      throw new Error(`the card holds ${JSON.stringify(saved)}`);
  },
);

import { journey } from '../harness/journey.ts';
import { done, openHost, signInByPage } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { openPeople } from '../harness/school-people.ts';

journey(
  'The policy stands open to everybody; a place abroad waits for the officer; a period that is over loses its names; the audit tells who did what',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-10-15T09:00:00+03:00');
    const school = await (await openHost(application)).organization({
      name: 'Школа правил',
      people: {
        curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
        officer: { name: 'Ильина Вера Львовна', post: 'Делопроизводитель', roles: ['dataProtectionOfficer'] },
      },
    });

    const visitor = await world.page(school.url, 360);
    await visitor.goto('/sign-in');
    await visitor.getByRole('link', { name: 'Политика обработки персональных данных' }).click();
    await visitor.getByRole('link', { name: 'Школа правил' }).click();
    await visitor.getByText(/7\. Ваши права/).waitFor();
    await examine(visitor, 'policy');

    const curator = await world.page(school.url);
    await signInByPage(curator, school.people['curator']!);
    await openPeople(curator);
    await curator.goto('/');
    await curator.getByText(/Номер школы в реестре операторов Роскомнадзора не указан/).waitFor();
    await examine(curator, 'today-registry-number');
    await curator.getByRole('link', { name: 'Указать номер' }).click();
    await curator.getByText('Номера пока нет').waitFor();
    await examine(curator, 'policy-settings');
    await curator.getByLabel('Номер в реестре операторов').fill('77-24-123456');
    await curator.getByRole('button', { name: 'Сохранить' }).click();
    await curator.getByText('Номер указан').waitFor();
    await curator.goto('/');
    await curator.getByRole('heading', { name: 'Сегодня' }).waitFor();
    await curator.getByText(/Номер школы в реестре/).waitFor({ state: 'detached' });

    await curator.goto('/settings/consents/places');
    await curator.getByText('Площадок пока нет').waitFor();
    await curator.getByLabel('Название площадки').fill('Группа клуба');
    await curator.getByLabel('Точный адрес страницы или группы').fill('https://social.example/club');
    await curator.getByLabel('Чья она').fill('Social Inc.');
    await curator.getByLabel('Страна, где её держат').selectOption('US');
    await curator.getByRole('button', { name: 'Добавить', exact: true }).click();
    await curator.getByText('Ждёт решения', { exact: true }).waitFor();
    await examine(curator, 'resources-curator');

    const officer = await world.page(school.url);
    await signInByPage(officer, school.people['officer']!);
    await openPeople(officer);
    await officer.goto('/settings/consents/places');
    await officer.getByRole('button', { name: 'Разрешить: Группа клуба' }).click();
    await officer.getByLabel('Почему').fill('Открытая группа, имён не публикуем');
    await examine(officer, 'resources-decide');
    await officer.getByRole('dialog').getByRole('button', { name: 'Разрешить' }).click();
    await officer.getByText(/Разрешил Ильина Вера/).waitFor();
    await examine(officer, 'resources-officer');

    await curator.goto('/settings/consents');
    await curator.getByRole('link', { name: /^Площадки, которые/ }).waitFor();
    await examine(curator, 'consent-settings');
    await curator
      .getByText('Согласие на публикацию', { exact: true })
      .locator('..')
      .getByRole('link', { name: /Для учеников/ })
      .click();
    await curator.getByRole('checkbox', { name: 'Группа клуба' }).check();
    await examine(curator, 'template-places');
    await curator.getByRole('button', { name: 'Сохранить новую версию' }).click();
    await curator.getByText('Сохранена версия 2.').waitFor();

    const mentor = { role: 'mentor', formId: null, people: [{ personId: school.people['officer']!.personId }] };
    const headers = { origin: school.url };
    await done(curator.request.post('/api/v1/nominations', { data: mentor, headers }));
    application.moveClock('2026-09-02T09:00:00+03:00');
    await officer.goto('/people/demands');
    const period = officer.getByRole('listitem').filter({ hasText: '2024/25' });
    await period.getByRole('button', { name: 'Обезличить' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel(/Чтобы подтвердить/).fill('2024/25');
    await examine(officer, 'depersonalise');
    await dialog.getByLabel(/Чтобы подтвердить/).fill('2024/25 учебный год');
    await dialog.getByRole('button', { name: 'Обезличить' }).click();
    await officer.getByText('Только числа').waitFor();
    await officer.getByRole('link', { name: /Акт/ }).first().waitFor();
    await examine(officer, 'closed-cycles');

    await officer.goto('/settings/audit');
    await officer.getByText('Период обезличен').first().waitFor();
    await examine(officer, 'audit');
    await officer.getByLabel('Какие действия').selectOption('consents');
    await officer.getByText('Место публикации разрешено').waitFor();
    await officer.getByText('Период обезличен').waitFor({ state: 'detached' });
    await officer.getByRole('button', { name: 'Только действия: Лугова Ирина Юрьевна' }).first().click();
    await officer.getByText('Показаны действия одного человека').waitFor();
    await officer.getByText('Место публикации разрешено').waitFor({ state: 'detached' });
    await examine(officer, 'audit-of-one');
  },
);

import { YEAR_PLAN } from '../fixtures/year-plan.ts';
import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { draftPlan } from '../harness/plans.ts';

journey(
  'The municipality returns a roadmap, then agrees it by its own account, and the school sees the stamp [A6]',
  async (world) => {
    const host = await world.host();
    const authority = await host.organization({
      name: 'Управление образования Заречья',
      kind: 'municipality',
      people: { coordinator: { name: 'Седых Вера Ильинична', post: 'Методист', roles: ['municipalCoordinator'] } },
    });
    const school = await host.organization({
      name: 'Школа согласия',
      people: {
        curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
        director: { name: 'Бережной Олег Павлович', post: 'Директор', roles: ['director'] },
      },
    });
    const coordinator = await world.page(authority.url);
    await authority.signIn(coordinator, 'coordinator');
    await coordinator.getByRole('heading', { name: 'Запросов на согласование нет' }).waitFor();
    await examine(coordinator, 'today-authority');
    await coordinator.getByRole('link', { name: 'Согласование' }).click();
    await coordinator.getByRole('heading', { name: 'Запросов пока нет' }).waitFor();
    await examine(coordinator, 'agreements-empty');
    await coordinator.getByRole('link', { name: 'Открыть код для школ' }).click();
    const code = await coordinator.getByRole('textbox', { name: 'Код для школ' }).inputValue();
    await examine(coordinator, 'authority-code');

    const curator = await world.page(school.url);
    await school.signIn(curator, 'curator');
    await curator.goto('/settings');
    await curator.getByLabel('Код управления').fill(code);
    await curator.getByRole('button', { name: 'Связать' }).click();
    await curator.getByText(/Связана с организацией «Управление образования Заречья»/).waitFor();
    await curator.getByRole('checkbox', { name: 'Дорожную карту согласует муниципалитет' }).check();
    await curator.getByRole('button', { name: 'Сохранить' }).click();
    await curator.getByText('Сохранено.').waitFor();
    await examine(curator, 'authority-tied');

    const api = await school.as('curator');
    const roadmapId = await draftPlan(api, YEAR_PLAN);
    const ask = async () => {
      await done(api.post(`/api/v1/roadmaps/${roadmapId}/submit`));
      await curator.goto(`/roadmap/${roadmapId}`);
      await curator.getByRole('button', { name: 'Отправить на согласование' }).click();
      await curator.getByText('План отправлен на согласование.').waitFor();
    };
    await ask();
    await coordinator.goto('/agreements');
    await coordinator.getByRole('link', { name: 'Школа согласия' }).click();
    await coordinator.getByText('Разработка положения о наставничестве').waitFor();
    await examine(coordinator, 'agreement-asked');
    await coordinator.getByLabel('Должность').fill('Методист');
    await coordinator.getByRole('button', { name: 'Вернуть с замечаниями' }).click();
    await coordinator.getByText('Напишите, что исправить.').waitFor();
    await coordinator.getByLabel('Замечания для школы').fill('Добавьте встречу с родителями.');
    await coordinator.getByRole('button', { name: 'Вернуть с замечаниями' }).click();
    await coordinator.getByText('Замечания: Добавьте встречу с родителями.').waitFor();
    await examine(coordinator, 'agreement-returned');

    await curator.goto('/');
    await curator.getByRole('link', { name: /Посмотреть замечания/ }).click();
    await curator.getByText('Добавьте встречу с родителями.').first().waitFor();
    await ask();
    await coordinator.goto('/');
    await coordinator.getByRole('link', { name: /Прочитать и согласовать/ }).click();
    await coordinator.getByLabel('Должность').fill('Начальник управления');
    await coordinator.getByRole('button', { name: 'Согласовать' }).click();
    await coordinator.getByText('Согласована', { exact: true }).waitFor();
    await examine(coordinator, 'agreement-agreed');

    await curator.goto(`/roadmap/${roadmapId}`);
    await curator
      .getByText(/СОГЛАСОВАНО/i)
      .first()
      .waitFor();
    await curator.getByText(/Седых/).first().waitFor();
    await examine(curator, 'roadmap-agreed-by-municipality');
  },
);

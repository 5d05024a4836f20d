import { YEAR_PLAN } from '../fixtures/year-plan.ts';
import { journey } from '../harness/journey.ts';
import { done, PASSWORD } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { draftPlan, readImport } from '../harness/plans.ts';

const CURATOR = { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } as const;

journey('A second school sees nothing of the first, whatever address it types', async (world) => {
  const host = await world.host();
  const first = await host.organization({ name: 'Первая школа', people: { curator: CURATOR } });
  const second = await host.organization({ name: 'Вторая школа', people: { curator: CURATOR } });
  const api = await first.as('curator');
  const roadmapId = await draftPlan(api, YEAR_PLAN);
  const { id: importId } = await readImport(api, YEAR_PLAN);
  const plan = await done<{ items: { id: string; occurrences: { id: string }[] }[] }>(
    api.get(`/api/v1/roadmaps/${roadmapId}`),
  );
  const item = plan.items[0]!;
  const { id: bodyId } = await done<{ id: string }>(
    api.post('/api/v1/bodies', {
      data: { kind: 'workingGroup', name: 'Рабочая группа', orderNumber: null, orderDate: null },
    }),
  );
  const personId = first.people['curator']!.personId;

  const { id: fileId } = await done<{ id: string }>(
    api.post('/api/v1/files', {
      multipart: { file: { name: 'протокол.txt', mimeType: 'text/plain', buffer: Buffer.from('Протокол № 1') } },
    }),
  );

  const stranger = await second.as('curator');
  for (const path of [
    `roadmaps/${roadmapId}`,
    `roadmaps/${roadmapId}/history`,
    `roadmaps/${roadmapId}/indicators`,
    `roadmaps/${roadmapId}/print?format=docx`,
    `items/${item.id}`,
    `items/${item.id}/history`,
    `imports/${importId}`,
    `imports/${importId}/file`,
    `people/${personId}`,
    `files/${fileId}`,
  ]) {
    const answer = await stranger.get(`/api/v1/${path}`);
    if (answer.status() !== 404) throw new Error(`${path} answered ${answer.status()}`);
    if (/Первая школа|положени|Лугова|Протокол/.test(await answer.text())) throw new Error(`${path} tells something`);
  }
  const change = await stranger.put(`/api/v1/bodies/${bodyId}`, {
    data: { kind: 'workingGroup', name: 'Наша группа', orderNumber: null, orderDate: null },
  });
  const own = await api.get(`/api/v1/files/${fileId}`);
  if (!(await own.text()).includes('Протокол № 1')) throw new Error('its own file is there for the first school');
  if (change.status() !== 404) throw new Error(`another school's group answered ${change.status()}`);

  const page = await world.page(second.url);
  await second.signIn(page, 'curator');
  await page.goto(`/roadmap/${roadmapId}?item=${item.id}`);
  await page.getByText('Дорожная карта не найдена.').first().waitFor();
  await examine(page, 'foreign-roadmap');
  await page.goto(`/import/${importId}`);
  await page
    .getByText(/Загрузка не найдена/)
    .first()
    .waitFor();
  await page.goto(`/people?person=${personId}`);
  await page
    .getByText(/Сотрудник не найден/)
    .first()
    .waitFor();
  await page.goto('/roadmap');
  await page.getByRole('heading', { name: 'Дорожной карты ещё нет' }).waitFor();
});

journey(
  'The server’s administrator adds a school; its own administrator comes in by the link, shown once',
  async (world) => {
    const { application } = await world.host();
    const page = await world.page(application.url);
    await page.goto('/sign-in');
    await page.getByLabel('Логин или электронная почта').fill('host.admin');
    await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    await page.getByRole('heading', { name: 'Добавьте школы' }).waitFor();
    await examine(page, 'today-host');
    await page.getByRole('button', { name: /моя учётная запись/ }).click();
    await page.getByRole('menuitem', { name: 'Организации сервера' }).click();
    await page.getByRole('heading', { name: 'Организации сервера' }).waitFor();
    await examine(page, 'organizations');
    await page.getByRole('button', { name: 'Добавить организацию' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Создать и получить ссылку' }).click();
    await panel.getByText('Заполните это поле.').first().waitFor();
    await examine(page, 'organization-new');
    await panel.getByLabel('Полное название, как в уставе').fill('Муниципальное учреждение «Школа у реки»');
    await panel.getByLabel('Краткое название').fill('Школа у реки');
    await panel.getByLabel('Муниципалитет').fill('Заречный округ');
    await panel.getByLabel('Часовой пояс').selectOption('Asia/Yekaterinburg');
    await panel.getByLabel('Фамилия').fill('Речкина');
    await panel.getByRole('textbox', { name: /^Имя/ }).fill('Ольга');
    await panel.getByLabel('Должность').fill('Заместитель директора');
    await panel.getByRole('button', { name: 'Создать и получить ссылку' }).click();
    const link = await panel.getByRole('textbox', { name: 'Ссылка для администратора' }).inputValue();
    await examine(page, 'organization-link');

    const newcomer = await world.page(application.url);
    await newcomer.goto(link);
    await newcomer.getByText('Школа у реки').first().waitFor();
    await examine(newcomer, 'invitation');
    await newcomer.getByRole('textbox', { name: /^Логин/ }).fill(`rechkina${Date.now()}`);
    await newcomer.getByRole('textbox', { name: /^Пароль/ }).fill(PASSWORD);
    await newcomer.getByRole('button').last().click();
    await newcomer.getByRole('navigation', { name: 'Разделы' }).waitFor();
    await newcomer.goto('/settings');
    await newcomer.getByLabel('Часовой пояс').waitFor();
    if ((await newcomer.getByLabel('Часовой пояс').inputValue()) !== 'Asia/Yekaterinburg')
      throw new Error('another zone');
    await examine(newcomer, 'settings-organization');
  },
);

import { PLAN_TEXT } from '../fixtures/plan-text.ts';
import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { bringIntoForce, draftPlan } from '../harness/plans.ts';

const STAFF = {
  curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
  director: { name: 'Бережной Олег Павлович', post: 'Директор', roles: ['director'] },
} as const;

for (const format of ['docx', 'pdf', 'xlsx'] as const) {
  journey(`What one school printed as ${format.toUpperCase()} another school loads as its own plan`, async (world) => {
    const host = await world.host();
    const author = await host.organization({ name: `Автор ${format}`, people: STAFF });
    const curator = await author.as('curator');
    const roadmapId = await draftPlan(curator, PLAN_TEXT);
    const printed = await curator.get(`/api/v1/roadmaps/${roadmapId}/print?format=${format}`);
    if (!printed.ok()) throw new Error(`printing answered ${printed.status()}: ${await printed.text()}`);

    const reader = await host.organization({ name: `Читатель ${format}`, people: STAFF });
    const page = await world.page(reader.url);
    await reader.signIn(page, 'curator');
    await page.goto('/import');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: `план.${format}`, mimeType: 'application/octet-stream', buffer: await printed.body() });
    const plan = page.getByRole('region', { name: 'Как понято' });
    await plan.waitFor();
    await examine(page, `import-${format}`);
    const activities = await plan.getByRole('button', { name: /^Изменить: / }).count();
    if (activities !== 7) throw new Error(`seven activities were printed, ${activities} were read`);
  });
}

journey('A newer edition of the plan shows what changes and keeps what was done', async (world) => {
  const host = await world.host();
  const school = await host.organization({ name: 'Школа редакций', people: STAFF });
  const curator = await school.as('curator');
  const roadmapId = await draftPlan(curator, PLAN_TEXT);
  await bringIntoForce(school, roadmapId);
  const { items } = await done<{ items: { id: string; title: string; occurrences: { id: string }[] }[] }>(
    curator.get(`/api/v1/roadmaps/${roadmapId}`),
  );
  const first = items.find(({ title }) => title.startsWith('Разработка'))!.occurrences[0]!;
  await done(
    curator.post(`/api/v1/occurrences/${first.id}/evidence`, {
      data: { kind: 'document', title: 'Положение о наставничестве', number: '12', date: '2024-09-18' },
    }),
  );
  await done(
    curator.post(`/api/v1/occurrences/${first.id}/report-done`, { data: { doneOn: '2024-09-18', note: null } }),
  );

  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await page.goto('/import');
  const newer = PLAN_TEXT.replace('Перова А.С.	Аналитическая справка', 'Лугова И.Ю.	Аналитическая справка').replace(
    'сентябрь	директор',
    'до 25.09.2024	директор',
  );
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'редакция.txt', mimeType: 'text/plain', buffer: Buffer.from(newer) });
  await page.getByRole('region', { name: 'Как понято' }).waitFor();
  await page.getByRole('button', { name: 'Готово' }).click();
  await page.getByRole('radio', { name: /Да, новая редакция/ }).check();
  await page.getByText('Сохранится отметка о выполнении: 1.').waitFor();
  await page.getByText(/было «сентябрь», станет «до 25\.09\.2024»/).waitFor();
  await page.getByLabel('Почему план изменён').fill('Изменён срок издания приказа');
  await examine(page, 'import-edition');
  await page.getByRole('button', { name: 'Создать план' }).click();
  await page.waitForURL(/\/roadmap\/[0-9a-f-]{36}/);
});

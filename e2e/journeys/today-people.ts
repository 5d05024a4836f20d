import type { Page } from 'playwright-core';
import { YEAR_PLAN } from '../fixtures/year-plan.ts';
import { journey, type World } from '../harness/journey.ts';
import { done, type Organization, openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { bringIntoForce, draftPlan } from '../harness/plans.ts';

/** An application of the journey's own whose day is 25 November 2024, a Monday, with one school. */
async function schoolInNovember(world: World): Promise<Organization> {
  const application = await world.application();
  application.moveClock('2024-11-25T09:00:00+03:00');
  return (await openHost(application)).organization({
    name: 'Школа ноября',
    people: {
      curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
      director: { name: 'Бережной Олег Павлович', post: 'Директор', roles: ['director'] },
      teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
    },
  });
}

async function pageOf(world: World, school: Organization, key: string): Promise<Page> {
  const page = await world.page(school.url);
  await school.signIn(page, key);
  return page;
}

journey('Curator, director and teacher each see on «Сегодня» what is theirs to do now', async (world) => {
  const school = await schoolInNovember(world);
  const curator = await pageOf(world, school, 'curator');
  const teacher = await pageOf(world, school, 'teacher');
  await curator.goto('/');
  await curator.getByRole('heading', { name: 'Начните с дорожной карты' }).waitFor();
  await examine(curator, 'today-no-plan');
  await teacher.goto('/');
  await teacher.getByRole('heading', { name: 'Дорожной карты пока нет' }).waitFor();

  const api = await school.as('curator');
  const roadmapId = await draftPlan(api, YEAR_PLAN);
  await curator.goto('/');
  await curator.getByRole('heading', { name: 'Следующий шаг' }).waitFor();
  await curator.getByRole('link', { name: /Проверить и отправить/ }).waitFor();
  await examine(curator, 'today-draft');
  await done(api.post(`/api/v1/roadmaps/${roadmapId}/submit`));
  const director = await pageOf(world, school, 'director');
  await director.goto('/');
  await director.getByRole('heading', { name: /На подпись/ }).waitFor();
  await examine(director, 'today-to-sign');
  await director.getByRole('link', { name: /Прочитать и утвердить/ }).click();
  await director.waitForURL(`**/roadmap/${roadmapId}**`);
  await done(
    (await school.as('director')).post(`/api/v1/roadmaps/${roadmapId}/return`, { data: { comment: 'Уточните сроки' } }),
  );
  await curator.goto('/');
  await curator.getByRole('link', { name: /Посмотреть замечания/ }).waitFor();
  await bringIntoForce(school, roadmapId);

  await teacher.goto('/');
  const late = teacher.getByRole('region', { name: /Просрочено/ });
  await late.getByText('Сбор согласий').waitFor();
  if ((await teacher.getByText('Разработка положения').count()) > 0)
    throw new Error('a teacher sees only her own items');
  await examine(teacher, 'today-teacher');
  await late.getByRole('link', { name: /Отметить выполнение/ }).click();
  await teacher.waitForURL(`**/roadmap/${roadmapId}?item=*`);
  await teacher.getByRole('dialog').waitFor();

  await curator.goto('/');
  await curator
    .getByRole('region', { name: /Просрочено/ })
    .getByText('Разработка положения')
    .waitFor();
  await examine(curator, 'today-curator');
  await director.goto('/');
  await director.getByText('Причина не указана').first().waitFor();
  await examine(director, 'today-director');
});

journey('A plan begins from a template: its stages are seen before, and the plan opens after', async (world) => {
  const school = await (await world.host()).organization({
    name: 'Школа образца',
    people: { curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } },
  });
  const page = await pageOf(world, school, 'curator');
  await page.goto('/roadmap');
  await page.getByRole('heading', { name: 'Дорожной карты ещё нет' }).waitFor();
  await examine(page, 'roadmaps-empty');
  await page.getByRole('link', { name: 'Начать с образца' }).click();
  await page.getByRole('radio', { name: 'Наставничество педагогов: семь строк' }).check();
  await page.getByRole('region', { name: 'Что будет в плане' }).getByRole('listitem').first().waitFor();
  await examine(page, 'roadmap-new');
  await page.getByRole('button', { name: 'Создать план' }).click();
  await page.waitForURL(/\/roadmap\/[0-9a-f-]{36}/);
  const address = page.url();
  await page.goto('/roadmap');
  await page.waitForURL((url) => url.href.startsWith(address));
  await page.goto('/roadmap/new');
  await page.getByRole('radio', { name: /Прошлая дорожная карта/ }).check();
  await page.getByRole('button', { name: 'Создать план' }).click();
  await page.waitForURL((url) => /\/roadmap\/[0-9a-f-]{36}/.test(url.pathname) && !url.href.startsWith(address));
  await page.goto('/roadmap');
  await page.getByRole('heading', { name: 'Дорожные карты' }).waitFor();
  await examine(page, 'roadmaps');
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PLAN_TEXT } from '../fixtures/plan-text.ts';
import { bringIntoForceByPages, complete } from '../harness/approval.ts';
import { journey, type World } from '../harness/journey.ts';
import type { Organization } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { requireOuterAgreement } from '../harness/running-plans.ts';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');

const STAFF = {
  curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
  director: { name: 'Бережной Олег Павлович', post: 'Директор', roles: ['director'] },
} as const;

async function schoolOf(world: World, name: string): Promise<Organization> {
  const host = await world.host();
  return host.organization({ name, people: STAFF });
}

/** Hands the file in and waits for the draft beside its source. */
async function load(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('region', { name: 'Как понято' }).waitFor();
}

async function settleEverything(page: Page): Promise<void> {
  const plan = page.getByRole('region', { name: 'Как понято' });
  for (const name of ['Оставить как есть', 'Не нужно']) {
    const buttons = plan.getByRole('button', { name, exact: true });
    for (let left = await buttons.count(); left > 0; left = await buttons.count()) await buttons.first().click();
  }
  await page.getByText('Всё проверено').waitFor();
}

async function choosePeriod(page: Page, year: number): Promise<void> {
  if ((await page.getByLabel('с', { exact: true }).inputValue()) !== '') return;
  await page.getByLabel('Период плана').selectOption(String(year));
  await page.getByRole('button', { name: 'Прочитать заново' }).first().click();
  await page.getByText('Файл прочитан заново.').waitFor();
}

async function makePlan(page: Page): Promise<void> {
  await page.getByText('Сохранено', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Готово' }).click();
  await page.getByRole('button', { name: 'Создать план' }).click();
  await page.waitForURL(/\/roadmap\/[0-9a-f-]{36}/);
}

journey(
  'A curator pastes her plan, walks through the remarks, corrects one deadline and has a draft roadmap [A5]',
  async (world) => {
    const school = await schoolOf(world, 'Школа вставки');
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto('/import');
    await page.getByRole('button', { name: 'Вставить текст' }).click();
    await page.getByRole('textbox', { name: 'Текст дорожной карты' }).fill(PLAN_TEXT);
    await page.getByRole('button', { name: 'Прочитать' }).click();
    const plan = page.getByRole('region', { name: 'Как понято' });
    await plan.waitFor();
    await examine(page, 'import-review');
    await plan.getByRole('button', { name: /Изменить: Консультации/ }).click();
    const deadline = plan.getByRole('textbox', { name: 'Срок' });
    await deadline.fill('ежемесячно');
    await deadline.blur();
    await plan
      .getByText(/повторяется/)
      .first()
      .waitFor();
    await examine(page, 'import-review-editing');
    await plan.getByRole('button', { name: 'Свернуть' }).click();
    await settleEverything(page);
    await makePlan(page);
  },
);

journey(
  'The rows of the source are walked and picked with the keyboard, and it is said what was read from them [A5]',
  async (world) => {
    const school = await schoolOf(world, 'Школа клавиатуры');
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    const rows = ['Издать приказ|сентябрь', 'Провести опрос|октябрь', 'Подвести итоги|май'].map(
      (row) => `<tr><td>${row.replace('|', '<td>')}<td>Лугова И.Ю.`,
    );
    const html = `<h1>Дорожная карта на 2024-2025 учебный год</h1><table><tr><td>Мероприятие<td>Срок<td>Ответственный${rows.join('')}</table>`;
    await load(page, { name: 'план.html', mimeType: 'text/html', buffer: Buffer.from(html) });
    const source = page.getByRole('region', { name: 'Исходник' });
    await source.focus();
    await page.keyboard.press('Tab');
    for (const key of ['End', 'ArrowUp']) await page.keyboard.press(key);
    const row = source.getByRole('button', { name: /^Строка 3: Провести опрос · октябрь · Лугова/ });
    if (!(await row.evaluate((element) => element === document.activeElement))) throw new Error('the row has no focus');
    await page.keyboard.press('Enter');
    await source.getByText('В плане: Провести опрос').waitFor({ state: 'attached' });
    await page.locator('#activity-0-1[data-lit=true]').waitFor();
    await examine(page, 'import-source-row');
    await page.keyboard.press('Tab');
    if (await source.evaluate((element) => element.contains(document.activeElement)))
      throw new Error('the source takes more than one stop of the Tab key');

    // Another meaning of a column: an edit of its cells has no room any more, is named, and can be brought back.
    const plan = page.getByRole('region', { name: 'Как понято' });
    await plan.getByRole('button', { name: /Изменить: Провести опрос/ }).click();
    await plan.getByRole('textbox', { name: 'Ответственный' }).fill('Перова А.С.');
    await plan.getByRole('button', { name: 'Свернуть' }).click();
    await page.getByText('Что в столбцах').click();
    await page.getByLabel('Столбец 3').selectOption('result');
    await page.getByRole('button', { name: 'Прочитать заново' }).last().click();
    const lost = page.getByRole('alert', { name: /Не сохранилась 1 правка/ });
    await lost.getByText('Провести опрос — ответственный: «Перова А.С.»').waitFor();
    await examine(page, 'import-lost-edits');
    await lost.getByRole('button', { name: 'Вернуть, как было' }).click();
    await plan.getByText('Перова А.С.').first().waitFor();
  },
);

journey('An import begun and left is found again after a restart of the server, with every edit', async (world) => {
  const application = await world.application();
  const { openHost } = await import('../harness/organizations.ts');
  const school = await (await openHost(application)).organization({
    name: 'Школа перерыва',
    people: { curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } },
  });
  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await load(page, { name: 'план.txt', mimeType: 'text/plain', buffer: Buffer.from(PLAN_TEXT) });
  const title = page.getByRole('textbox', { name: 'Название плана' });
  await title.fill('Наш план наставничества');
  await title.blur();
  await page.getByText('Сохранено', { exact: true }).waitFor();
  await application.stop('SIGKILL');
  await application.again();
  await page.goto('/import');
  await page.getByRole('link', { name: 'Продолжить' }).click();
  await page.getByRole('region', { name: 'Как понято' }).waitFor();
  if ((await page.getByRole('textbox', { name: 'Название плана' }).inputValue()) !== 'Наш план наставничества') {
    throw new Error('the edit was lost');
  }
});

journey(
  'A file that is not what its name says is refused in plain words, and nothing is left half-done',
  async (world) => {
    const school = await schoolOf(world, 'Школа подмены');
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto('/import');
    await page.locator('input[type=file]').setInputFiles({
      name: 'план.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('%PDF-1.7\nне документ'),
    });
    await page.getByRole('heading', { name: 'Файл не прочитан' }).waitFor();
    await examine(page, 'import-refused');
    await page.getByRole('link', { name: 'Загрузить другой файл' }).click();
    await page.getByRole('heading', { name: 'Загрузка дорожной карты' }).waitFor();
  },
);

for (const seed of existsSync(SEEDS) ? readdirSync(SEEDS).sort() : []) {
  const number = seed.slice(0, 3);
  journey(
    `The roadmap of school ${number} as received: its remarks walked through, submitted, agreed, approved, in force [A5] [A7]`,
    async (world) => {
      const school = await schoolOf(world, `Школа образца ${number}`);
      const page = await world.page(school.url);
      await school.signIn(page, 'curator');
      await load(page, join(SEEDS, seed));
      await choosePeriod(page, 2025);
      await examine(page, `import-seed-${number}`);
      await settleEverything(page);
      await makePlan(page);

      const roadmapId = new URL(page.url()).pathname.split('/').at(-1)!;
      const curator = await school.as('curator');
      await complete(curator, roadmapId);
      await requireOuterAgreement(curator, 'Управление образования округа');
      const director = await world.page(school.url);
      await school.signIn(director, 'director');
      await bringIntoForceByPages({ curator: page, director }, roadmapId);
    },
  );
}

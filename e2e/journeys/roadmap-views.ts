import { journey } from '../harness/journey.ts';
import { examine } from '../harness/page.ts';
import { planInForce, schoolOfPlans } from '../harness/running-plans.ts';

const ITEMS = [
  { title: 'Собрать анкеты', deadline: 'октябрь', responsible: 'Педагог-психолог', result: 'Анкеты' },
  { title: 'Издать приказ', deadline: 'сентябрь', responsible: 'Директор', result: 'Приказ' },
  { title: 'Подвести итоги', deadline: 'май', responsible: 'Куратор', result: 'Справка' },
  { title: 'Консультировать пары', deadline: 'по запросу', responsible: 'Педагог-психолог', result: 'Записи' },
];

journey('A filter stays when the plan is seen as a timeline and as a calendar, and in the address', async (world) => {
  const school = await schoolOfPlans(await world.host(), 'Школа на реке');
  const id = await planInForce(school, { title: 'План реки', items: ITEMS });
  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await page.goto(`/roadmap/${id}`);
  await page.getByRole('button', { name: 'Подвести итоги' }).waitFor();
  await examine(page, 'roadmap-table');
  await page.getByLabel('Состояние').selectOption('late');
  await page.getByRole('button', { name: 'Подвести итоги' }).waitFor({ state: 'hidden' });
  await page.getByText('Лента года', { exact: true }).click();
  await page.getByRole('columnheader', { name: /сен/ }).waitFor();
  await page.getByRole('button', { name: /Собрать анкеты/ }).waitFor();
  if (await page.getByRole('button', { name: /Подвести итоги/ }).count()) throw new Error('the filter is lost');
  await examine(page, 'roadmap-timeline');
  await page.getByText('Календарь', { exact: true }).click();
  await page.getByRole('button', { name: 'Предыдущий месяц' }).click();
  await page.getByRole('button', { name: /Собрать анкеты/ }).waitFor();
  await examine(page, 'roadmap-calendar');

  const address = new URL(page.url());
  for (const part of ['view=calendar', 'state=late', 'month=2026-10']) {
    if (!address.search.includes(part)) throw new Error(`the address ${address.search} lacks ${part}`);
  }
  await page.reload();
  await page.getByRole('heading', { name: 'Октябрь 2026' }).waitFor();
});

journey('The director sees both indicators and opens the rows behind each number', async (world) => {
  const school = await schoolOfPlans(await world.host(), 'Школа у горы');
  const id = await planInForce(school, { title: 'План горы', items: ITEMS });
  const page = await world.page(school.url);
  await school.signIn(page, 'director');
  await page.goto(`/roadmap/${id}`);
  await page.getByRole('link', { name: 'Показатели' }).click();
  await page.getByText('0 из 2 · цель 100 %').waitFor();
  await examine(page, 'roadmap-indicators');
  await page.getByRole('button', { name: /Показать строки: Директор, Просрочено: 1/ }).click();
  const rows = page.getByRole('region', { name: 'Строки, из которых сложились числа' });
  await rows.getByRole('link', { name: 'Издать приказ' }).waitFor();
  if (await rows.getByRole('link', { name: 'Собрать анкеты' }).count()) throw new Error('rows of another stand here');
  await rows.getByRole('link', { name: 'Издать приказ' }).click();
  await page.getByRole('dialog').getByText('Пункт 1.2').waitFor();
});

journey('The plan goes by the keyboard alone: from row to row, open, report, close', async (world) => {
  const school = await schoolOfPlans(await world.host(), 'Школа в саду');
  const id = await planInForce(school, { title: 'План сада', items: ITEMS });
  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await page.goto(`/roadmap/${id}`);
  await page.getByRole('button', { name: 'Собрать анкеты' }).focus();
  const { keyboard } = page;
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  const panel = page.getByRole('dialog');
  await panel.getByText('Пункт 1.2').waitFor();
  // The panel takes the focus when it has opened; a person's next key comes after that.
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'));
  await panel.getByRole('button', { name: 'Начать' }).focus();
  await keyboard.press('Enter');
  await panel.getByText('работа начата').waitFor();
  await keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  const back = await page.evaluate(() => document.activeElement?.textContent ?? '');
  if (!back.includes('Издать приказ')) throw new Error(`the keyboard is lost at «${back}»`);
});

journey('The plan is printed: official forms, exchange files, and a look before', async (world) => {
  const school = await schoolOfPlans(await world.host(), 'Школа у леса');
  const id = await planInForce(school, { title: 'План леса', items: ITEMS });
  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await page.goto(`/roadmap/${id}`);
  await page.getByRole('button', { name: 'Печать и файлы' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('link', { name: 'PDF' }).waitFor();
  await examine(page, 'roadmap-print');
  await dialog.getByLabel('С отметками о выполнении').check();
  for (const [name, ending] of [
    ['Word (DOCX)', 'docx'],
    ['PDF', 'pdf'],
    ['Excel (XLSX)', 'xlsx'],
    ['Текст (TXT)', 'txt'],
    ['Данные (JSON)', 'json'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name, exact: true }).click(),
    ]);
    const failure = await download.failure();
    if (failure) throw new Error(`${name}: ${failure}`);
    // The header and not the browser's suggestion: that one depends on the locale of the machine.
    const offered = (await page.request.get(download.url())).headers()['content-disposition'] ?? '';
    if (!offered.endsWith(`.${ending}`)) throw new Error(`${name}: ${offered}`);
  }
  await dialog.getByRole('button', { name: 'Посмотреть, как выйдет' }).click();
  const paper = page.frameLocator('iframe[title="Печатный вид плана"]');
  await paper.getByText('Консультировать пары').first().waitFor();
});

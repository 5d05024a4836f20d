import { journey } from '../harness/journey.ts';
import { PASSWORD } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';

journey(
  'On an empty server the first person founds the school and lands at the loading of its roadmap',
  async (world) => {
    const application = await world.application();
    const page = await world.page(application.url);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Добро пожаловать' }).waitFor();
    await examine(page, 'setup');
    await page
      .getByLabel('Полное название, как в уставе')
      .fill('Муниципальное общеобразовательное учреждение «Школа № 5»');
    await page.getByLabel('Краткое название').fill('Школа № 5');
    await page.getByLabel('Муниципалитет').fill('Заречный округ');
    await page.getByLabel('Фамилия').fill('Морозова');
    await page.getByRole('textbox', { name: /^Имя/ }).fill('Нина');
    await page.getByLabel('Должность').fill('Заместитель директора');
    await page.getByRole('textbox', { name: /^Логин/ }).fill('morozova');
    await page.getByRole('textbox', { name: /^Пароль/ }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Создать организацию' }).click();
    await page.getByRole('heading', { name: 'Загрузка дорожной карты' }).waitFor();
    await examine(page, 'import-empty');
  },
);

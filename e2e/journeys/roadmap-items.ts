import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { planInForce, schoolOfPlans } from '../harness/running-plans.ts';

journey(
  'Who answers for an item reports it done with a document and a date, the curator confirms, the plan prints with the mark [PF1]',
  async (world) => {
    const school = await schoolOfPlans(await world.host(), 'Школа за мостом');
    const id = await planInForce(school, {
      title: 'План за мостом',
      items: [
        { title: 'Собрать анкеты', deadline: 'октябрь', responsible: 'Педагог-психолог', result: 'Анкеты' },
        { title: 'Издать приказ', deadline: 'сентябрь', responsible: 'Куратор', result: 'Приказ' },
      ],
    });
    const phone = await world.page(school.url, 360);
    await school.signIn(phone, 'psychologist');
    await phone.goto(`/roadmap/${id}?mine=true`);
    await phone.getByRole('button', { name: /Собрать анкеты/ }).click();
    const card = phone.getByRole('dialog');
    await card.getByRole('button', { name: 'Отметить выполнение' }).click();
    await card.getByText('Сначала добавьте подтверждение').waitFor();
    await card.getByRole('button', { name: 'Добавить подтверждение' }).last().click();
    await card.getByText('Номер документа').click();
    await card.getByLabel('Какой документ').fill('Сводка анкет');
    await card.getByRole('textbox', { name: /^Номер/ }).fill('7');
    await examine(phone, 'roadmap-evidence');
    await card.getByRole('button', { name: 'Добавить', exact: true }).click();
    await card.getByText('Сводка анкет № 7').waitFor();
    await card.getByRole('button', { name: 'Отметить выполнение' }).click();
    await card.getByLabel('Примечание').fill('Ответили 24 из 25');
    await card.getByRole('button', { name: 'Выполнено', exact: true }).click();
    await card.getByText('Ждёт подтверждения').first().waitFor();

    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto(`/roadmap/${id}`);
    await page.getByRole('link', { name: '1 пункт ждёт подтверждения' }).click();
    await page.getByRole('button', { name: 'Собрать анкеты' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('Ответили 24 из 25').first().waitFor();
    await panel.getByRole('button', { name: 'Подтвердить выполнение' }).click();
    await panel.getByText('выполнение подтверждено').waitFor();
    await examine(page, 'roadmap-item');

    const curator = await school.as('curator');
    const report = await curator.get(`/api/v1/roadmaps/${id}/print`, { params: { format: 'txt', variant: 'report' } });
    const row = (await report.text()).split('\n').find((line) => line.includes('Собрать анкеты')) ?? '';
    if (!/выполнено\s+\d\d\.\d\d\.\d{4}/.test(row)) throw new Error(`the printed row has no mark: ${row}`);
  },
);

journey(
  'An item is postponed with a reason, its proof is taken away and brought back, the director cancels it',
  async (world) => {
    const school = await schoolOfPlans(await world.host(), 'Школа в роще');
    const id = await planInForce(school, {
      title: 'План рощи',
      items: [{ title: 'Обучить наставников', deadline: 'до 15 октября', responsible: 'Куратор', result: 'Ведомость' }],
    });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto(`/roadmap/${id}`);
    await page
      .getByText(/Просрочено на \d+/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Обучить наставников' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Перенести срок' }).click();
    await panel.getByLabel('Новый срок').fill('2027-02-13');
    await panel.getByLabel('Почему переносим').fill('Курсы перенесли на зиму');
    await panel.getByRole('button', { name: 'Перенести срок' }).last().click();
    await panel.getByText('сначала был срок 15 октября').waitFor();
    await panel.getByText('Причина: Курсы перенесли на зиму').waitFor();

    await panel.getByRole('button', { name: 'Добавить подтверждение' }).click();
    await panel.locator('label').filter({ hasText: 'Ссылка' }).click();
    await panel.getByLabel('Адрес страницы').fill('https://school.example/kursy');
    await panel.getByLabel('Что по ссылке').fill('Программа курсов');
    await panel.getByRole('button', { name: 'Добавить', exact: true }).click();
    await panel.getByRole('link', { name: 'Программа курсов' }).waitFor();
    await panel.getByRole('button', { name: 'Убрать «Программа курсов»' }).click();
    await panel.getByRole('link', { name: 'Программа курсов' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await panel.getByRole('link', { name: 'Программа курсов' }).waitFor();

    const director = await world.page(school.url);
    await school.signIn(director, 'director');
    await director.goto(`/roadmap/${id}`);
    await director.getByRole('button', { name: 'Обучить наставников' }).click();
    const card = director.getByRole('dialog');
    await card.getByRole('button', { name: 'Отменить пункт' }).click();
    await card.getByLabel('Почему отменяем').fill('Наставники уже обучены');
    await card.getByRole('button', { name: 'Отменить пункт' }).last().click();
    await card.getByText('Отменено').first().waitFor();
    await card.getByText('Причина: Наставники уже обучены').first().waitFor();
  },
);

journey(
  'A plan in force is amended: the new edition shows what differs, and what was done stays done',
  async (world) => {
    const school = await schoolOfPlans(await world.host(), 'Школа у моря');
    const id = await planInForce(school, {
      title: 'План моря',
      items: [
        { title: 'Издать приказ', deadline: 'сентябрь', responsible: 'Куратор', result: 'Приказ' },
        { title: 'Подвести итоги', deadline: 'май', responsible: 'Куратор', result: 'Справка' },
      ],
    });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto(`/roadmap/${id}`);
    await page.getByRole('button', { name: 'Внести изменение' }).click();
    await page.getByLabel('Почему меняем план').fill('Сдвинулся календарь');
    await page.getByRole('button', { name: 'Начать изменение' }).click();
    await page.getByText('Причина: Сдвинулся календарь').waitFor();
    await page.getByRole('button', { name: /Срок пункта 1\.2: изменить/ }).click();
    await page.getByRole('textbox', { name: 'Срок пункта 1.2' }).fill('до 10 июня');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: /до 10 июня/ }).waitFor();
    await page.getByRole('link', { name: 'Что изменено' }).click();
    await page.getByRole('heading', { name: 'Изменено', exact: true }).waitFor();
    await page.getByRole('cell', { name: 'до 10 июня' }).waitFor();
    await examine(page, 'roadmap-difference');

    await page.getByRole('link', { name: 'К плану' }).click();
    await page.getByRole('button', { name: 'Отправить на рассмотрение' }).click();
    await page.locator('main').getByText('На рассмотрении', { exact: true }).waitFor();
    const director = await world.page(school.url);
    await school.signIn(director, 'director');
    await director.goto(new URL(page.url()).pathname);
    await director.getByRole('button', { name: 'Утвердить' }).click();
    const approval = director.getByRole('dialog');
    await approval.getByLabel('Приказ №').fill('140');
    await approval.getByRole('button', { name: 'Утвердить' }).click();
    await director.getByRole('button', { name: 'Ввести в действие' }).click();
    await director.locator('main').getByText('Действует', { exact: true }).waitFor();
    await director.goto(`/roadmap/${id}`);
    await director.getByRole('link', { name: 'Открыть новую редакцию' }).waitFor();
  },
);

journey('A conditional item sleeps until the curator says that its condition has come', async (world) => {
  const school = await schoolOfPlans(await world.host(), 'Школа в степи');
  const id = await planInForce(school, {
    title: 'План степи',
    items: [
      {
        title: 'Составить программы',
        deadline: 'май',
        responsible: 'Куратор',
        result: 'Программы',
        condition: 'при наличии наставляемых',
      },
    ],
  });
  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await page.goto(`/roadmap/${id}`);
  await page.getByText('Спит: при наличии наставляемых').waitFor();
  await page.getByRole('button', { name: 'Составить программы' }).click();
  await page.getByRole('button', { name: 'Условие наступило' }).click();
  await page.getByText('условие наступило, пункт проснулся').waitFor();
  const curator = await school.as('curator');
  const { items } = await done<{ items: { awake: boolean }[] }>(curator.get(`/api/v1/roadmaps/${id}`));
  if (!items[0]?.awake) throw new Error('the item still sleeps');
});

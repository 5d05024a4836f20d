import { YEAR_PLAN } from '../fixtures/year-plan.ts';
import { journey } from '../harness/journey.ts';
import { openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { bringIntoForce, draftPlan } from '../harness/plans.ts';

journey(
  'The curator names the members of the working group, and «Рабочая группа» in the plan means them [PA1]',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-12-02T09:00:00+03:00');
    const school = await (await openHost(application)).organization({
      name: 'Школа группы',
      people: {
        curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
        director: { name: 'Бережной Олег Павлович', post: 'Директор', roles: ['director'] },
        teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
      },
    });
    await bringIntoForce(school, await draftPlan(await school.as('curator'), YEAR_PLAN));
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto('/people/bodies');
    await page.getByRole('heading', { name: 'Соберите советы и группы' }).waitFor();
    await page.getByRole('button', { name: 'Создать группу' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Название').fill('Рабочая группа');
    await panel.getByRole('button', { name: 'Создать группу' }).click();
    await panel.getByLabel('Сотрудник').selectOption({ label: 'Перова Анна Сергеевна' });
    await panel.getByLabel('Кем').selectOption('chair');
    await panel.getByRole('button', { name: 'Добавить' }).click();
    await panel.getByText('Председатель, Учитель').waitFor();
    // The form is empty again for the next one.
    await page.waitForFunction(
      (select) => (select as HTMLSelectElement).value === '',
      await panel.getByLabel('Сотрудник').elementHandle(),
    );
    await panel.getByLabel('Сотрудник').selectOption({ label: 'Бережной Олег Павлович' });
    await panel.getByRole('button', { name: 'Добавить' }).click();
    await panel.getByText('Член, Директор').waitFor();
    const order = panel.getByRole('region', { name: 'Карточка' });
    await order.getByLabel('Номер приказа (если есть)').fill('41');
    await order.getByLabel('Дата приказа').fill('2024-11-20');
    await order.getByRole('button', { name: 'Сохранить' }).click();
    await panel.getByText('Рабочая группа, приказ № 41').waitFor();
    await examine(page, 'body');
    const members = panel.getByRole('region', { name: 'Состав', exact: true });
    await members.getByRole('button', { name: 'Вывести: Бережной О. П.' }).click();
    await members.getByText('Бережной').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await members.getByText('Член, Директор').waitFor();

    const teacher = await world.page(school.url);
    await school.signIn(teacher, 'teacher');
    await teacher.goto('/');
    await teacher.getByText('Семинар для наставников').waitFor();
    await teacher.getByRole('link', { name: 'Отметить выполнение: Семинар для наставников' }).waitFor();
  },
);

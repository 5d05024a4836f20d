import { journey } from '../harness/journey.ts';
import { examine } from '../harness/page.ts';

journey(
  'The curator adds a colleague, gives her a role and a link; what was done by mistake is taken back',
  async (world) => {
    const school = await (await world.host()).organization({
      name: 'Школа людей',
      people: { curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } },
    });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto('/people');
    await page.getByRole('button', { name: 'Добавить сотрудника' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Фамилия').fill('Перова');
    await panel.getByRole('textbox', { name: /^Имя/ }).fill('Анна');
    await panel.getByLabel('Отчество (если есть)').fill('Сергеевна');
    await panel.getByLabel('Должность').fill('Учитель');
    await panel.getByRole('button', { name: 'Добавить', exact: true }).click();
    await panel.getByRole('heading', { name: 'Перова Анна Сергеевна' }).waitFor();

    const roles = panel.getByRole('region', { name: 'Роли в программе' });
    await roles.getByLabel('Дать роль').selectOption({ label: 'Член рабочей группы' });
    await roles.getByRole('button', { name: 'Добавить' }).click();
    await roles.getByText('Член рабочей группы', { exact: true }).first().waitFor();
    await roles
      .getByRole('button', { name: /^Снять/ })
      .first()
      .click();
    await roles.getByText('Особых ролей нет').waitFor();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await roles
      .getByRole('button', { name: /^Снять/ })
      .first()
      .waitFor();

    const posts = panel.getByRole('region', { name: 'Должности' });
    await posts
      .getByRole('button', { name: /^Убрать/ })
      .first()
      .click();
    await page.getByText('Должность «Учитель» убрана.').waitFor();
    await posts.getByText('Должность не указана.').waitFor();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).last().click();
    await posts.getByText('Учитель').waitFor();

    const invitation = panel.getByRole('region', { name: 'Вход в программу' });
    await invitation.getByRole('button', { name: 'Создать ссылку' }).click();
    const link = await invitation.getByRole('textbox', { name: 'Ссылка-приглашение' }).inputValue();
    if (!link.includes('/invitation#')) throw new Error(`the token stands where servers log it: ${link}`);
    await examine(page, 'person');
    await invitation.getByRole('button', { name: 'Отозвать ссылку' }).click();
    await page.getByText('Ссылка больше не действует.').waitFor();
    const guest = await world.page(link);
    await guest.goto(link);
    await guest
      .getByText(/Приглашение не найдено/)
      .first()
      .waitFor();
    await examine(guest, 'invitation-revoked');

    await panel.getByRole('button', { name: 'Отключить' }).click();
    await panel.getByText('Отключён').waitFor();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).last().click();
    await panel.getByRole('button', { name: 'Отключить' }).waitFor();
  },
);

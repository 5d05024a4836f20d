import { consentSchool } from '../harness/consent-school.ts';
import { EMPTY_PAGE } from '../harness/consents.ts';
import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';

journey(
  'Consents of mentors: one signs in the account, one on paper; without a valid one nobody comes into the bank [C5]',
  async (world) => {
    const at = await consentSchool(await world.host(), 'Школа согласий наставников', {
      officer: { name: 'Ильина Вера Львовна', post: 'Секретарь', roles: ['dataProtectionOfficer'] },
      paper: { name: 'Дубов Егор Ильич', post: 'Учитель', roles: ['staff'] },
    });
    const people = ['teacher', 'paper'].map((key) => ({ personId: at.school.people[key]!.personId }));
    await done(at.api.post('/api/v1/nominations', { data: { role: 'mentor', formId: null, people } }));

    const office = await at.office(world);
    await office.goto('/people/mentors');
    const tickBoth = async () => {
      for (const name of ['Перова Анна Сергеевна', 'Дубов Егор Ильич']) {
        await office.getByRole('checkbox', { name: `Отметить: ${name}` }).check();
      }
    };
    for (const step of ['Пригласить', 'Запросить согласия', 'Внести в банк']) {
      await tickBoth();
      await office.getByRole('button', { name: step, exact: true }).click();
      if (step !== 'Внести в банк') await office.getByText('Отмечено 2 человека').waitFor({ state: 'detached' });
    }
    await office
      .getByText(/Нет действующего согласия на обработку персональных данных/)
      .first()
      .waitFor();
    await examine(office, 'bank-without-consent');

    // Asked: each has a paper of the own.
    await office.goto('/people/consents?view=people');
    await office.getByRole('row', { name: /Дубов Егор/ }).waitFor();
    await office.getByRole('button', { name: 'Запросить', exact: true }).first().click();
    await office.getByText('Выпущено 2 согласия.').waitFor();

    // In the account: the own paper of identity is entered on the spot.
    const teacher = await at.classRoom(world);
    await teacher.goto('/my/documents');
    await teacher.getByRole('link', { name: /Согласие на обработку данных/ }).click();
    await teacher.getByRole('button', { name: 'Внести мой документ и адрес' }).click();
    await teacher.getByLabel('Серия и номер').fill('8700 200300');
    await teacher.getByLabel('Адрес').fill('169900, Приозёрск, ул. Лесная, 7');
    await teacher.getByRole('button', { name: 'Сохранить' }).click();
    await teacher.getByRole('button', { name: 'Отметить всё' }).click();
    await teacher.getByRole('button', { name: 'Согласен', exact: true }).click();
    await teacher.getByText('Спасибо, ваш ответ записан.').waitFor();

    // On paper: the scan lies with the consent of its person.
    await office
      .getByRole('row', { name: /Дубов Егор/ })
      .getByRole('button', { name: 'Выпущено' })
      .click();
    const card = office.getByRole('dialog');
    await card.getByRole('button', { name: 'Внести подписанное' }).click();
    await card
      .locator('input[type=file]')
      .setInputFiles({ name: 'Дубов.pdf', mimeType: 'application/pdf', buffer: Buffer.from(EMPTY_PAGE) });
    await card.getByRole('checkbox', { name: 'Дубов Егор Ильич' }).check();
    await card.getByRole('button', { name: 'Отмечены все строки' }).click();
    await examine(office, 'paper-of-mentor');
    await card.getByRole('button', { name: 'Внести', exact: true }).click();
    await card.getByRole('link', { name: /Скан от/ }).waitFor();
    await office.keyboard.press('Escape');
    for (const name of [/Перова Анна/, /Дубов Егор/]) {
      await office
        .getByRole('row', { name })
        .getByText(/^Действует/)
        .waitFor();
    }

    await office.goto('/people/mentors');
    await tickBoth();
    await office.getByRole('button', { name: 'Внести в банк', exact: true }).click();
    await office
      .getByRole('row', { name: /Дубов Егор/ })
      .getByText('В банке')
      .waitFor();
    await office
      .getByRole('row', { name: /Перова Анна/ })
      .getByText('В банке')
      .waitFor();

    // Taken back: out of the bank the same minute.
    await teacher.getByRole('button', { name: 'Отозвать' }).click();
    await teacher.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click();
    await teacher.getByRole('link', { name: 'Скачать расписку' }).waitFor();
    await office.reload();
    await office.getByRole('row', { name: /Дубов Егор/ }).waitFor();
    if (await office.getByText('Перова Анна').count()) throw new Error('she withdrew and stands in the bank');
  },
);

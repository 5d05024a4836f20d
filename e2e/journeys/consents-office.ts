import { bringIntoBank, filePaper, issueConsent, nameOperator, signInWithSecondStep } from '../harness/consents.ts';
import { journey } from '../harness/journey.ts';
import { openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { switchSecondFactorOn } from '../harness/school-people.ts';

journey(
  'A void consent takes its person out of the bank at once; a wording is mended, and wider is said before saving',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-10-15T09:00:00+03:00');
    const school = await (await openHost(application)).organization({
      name: 'Школа показателей',
      people: {
        curator: {
          name: 'Лугова Ирина Юрьевна',
          post: 'Заместитель директора',
          roles: ['curator', 'dataProtectionOfficer'],
        },
        teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
      },
    });
    const api = await school.as('curator');
    const phone = await switchSecondFactorOn(api);
    await nameOperator(api);
    const teacherId = school.people['teacher']!.personId;
    const consentId = await issueConsent(api, teacherId);
    await filePaper(api, consentId, { by: [teacherId], signedOn: '2024-10-15' });
    await bringIntoBank(api, { role: 'mentor', formId: null, people: [{ personId: teacherId }] });

    const page = await world.page(school.url);
    await signInWithSecondStep(page, school.people['curator']!, phone);
    await page.goto('/people/consents?view=people');
    await page.getByText('Согласие есть у каждого, кто в банке: 1 человек.').waitFor();
    await page.getByRole('button', { name: /^Действует/ }).click();
    const card = page.getByRole('dialog');
    await card.getByRole('button', { name: 'Признать недействительным' }).click();
    await card.getByLabel('В чём ошибка').fill('На листе подпись другого человека');
    await examine(page, 'consent-invalidate');
    await card.getByRole('button', { name: 'Признать недействительным' }).last().click();
    await page.getByText('Согласие признано недействительным.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('В банках пока никого нет').waitFor();
    await examine(page, 'consents-people');

    await page.goto('/settings/consents');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Для родителей и представителей' })
      .first()
      .getByRole('link')
      .click();
    // The document is folded to its outline; the bar with the button stays in sight.
    await page.getByRole('button', { name: /^Данные/ }).click();
    const data = page.getByRole('group', { name: 'Данные', exact: true });
    await data.getByRole('button', { name: 'Добавить данные' }).click();
    await data.getByRole('textbox', { name: 'Данные' }).last().fill('рост и иные данные');
    await data.getByText(/Список должен быть закрытым/).waitFor();
    await data.getByRole('textbox', { name: 'Данные' }).last().fill('спортивный разряд');
    await page.getByText('Школа просит больше, чем было подписано:').waitFor();
    await examine(page, 'consent-template');
    await page.getByRole('button', { name: 'Сохранить новую версию' }).click();
    await page.getByText('Сохранена версия 2.').waitFor();
    await page.getByRole('heading', { name: 'Прежние версии' }).waitFor();
  },
);

import type { APIRequestContext } from 'playwright-core';
import { bringIntoBank, enterPaper, filePaper, nameOperator, signInWithSecondStep } from '../harness/consents.ts';
import { journey } from '../harness/journey.ts';
import { done, openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makeParent, makePupil, switchSecondFactorOn } from '../harness/school-people.ts';

journey(
  'IND-05 falls from 100 % at a fourteenth birthday: the curator hears of it, sees who lacks what, and the step is a press away [B7]',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-09-10T09:00:00+03:00');
    const school = await (await openHost(application)).organization({
      name: 'Школа ста процентов',
      people: { curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } },
    });
    const api = await school.as('curator');
    const phone = await switchSecondFactorOn(api);
    await nameOperator(api);
    const classId = await makeClass(api, { grade: 7, letter: 'А', schoolYear: 2024 });
    const formId = await switchFormOn(api);
    const member = async (family: string, birthDate: string, paper: string) => {
      const name = `${family} Нина Ильинична`;
      const child = await makePupil(api, { name, birthDate, classId, enrolledOn: '2018-09-01' });
      const parent = { name: `${family} Вера Львовна`, childId: child, startedOn: '2012-01-01' };
      const { personId: mother } = await makeParent(api, { ...parent, kind: 'mother' });
      await enterPaper(api, child, `8700 ${paper}1`);
      await enterPaper(api, mother, `8700 ${paper}2`);
      const { issued } = await done<{ issued: { consentId: string }[] }>(
        api.post('/api/v1/consents/issue', {
          data: { personIds: [child], kinds: ['processing', 'participation'], formId },
        }),
      );
      for (const { consentId } of issued) await filePaper(api, consentId, { by: [mother], signedOn: '2024-09-10' });
      return { personId: child };
    };
    const people = [
      await member('Лосева', '2010-10-01', '10030'),
      await member('Рысева', '2012-03-05', '10040'),
    ] as const;
    await bringIntoBank(api, { role: 'mentee', formId, people });

    const page = await world.page(school.url);
    await signInWithSecondStep(page, school.people['curator']!, phone);
    await page.goto('/people/consents');
    await page.getByText('Согласие есть у каждого, кто в банке: 2 человека.').waitFor();

    // Fourteen on 1 October, two weeks of grace: on the 20th the mother's signature alone is no consent.
    application.moveClock('2024-10-20T09:00:00+03:00');
    await page.reload();
    await page.getByText('50,0 %').waitFor();
    // A birth date is put right: the second is fourteen, too, and has been for longer than the grace.
    const card = await done<{ version: number }>(api.get(`/api/v1/persons/${people[1].personId}`));
    await done(
      api.put(`/api/v1/persons/${people[1].personId}`, {
        data: {
          version: card.version,
          familyName: 'Рысева',
          givenName: 'Нина',
          patronymic: 'Ильинична',
          birthDate: '2010-09-15',
        },
      }),
    );
    await page.reload();
    await page.getByText('0,0 %').waitFor();
    await page.getByText(/согласий собрано: 0 из 2/).waitFor();
    await page.getByRole('button', { name: 'Кому чего не хватает' }).click();
    const lacking = page.getByRole('list', { name: 'Кому чего не хватает' });
    const one = lacking.getByRole('listitem').filter({ hasText: 'Лосева Нина Ильинична, 7А' });
    await one.waitFor();
    await examine(page, 'coverage-lacking');
    await one.getByRole('button', { name: /Запросить/ }).click();
    await page.getByText('Выпущено 1 согласие.').waitFor();
    await one.getByRole('button', { name: 'Напомнить' }).waitFor();

    await page.getByRole('button', { name: /Уведомления: \d+ нов/ }).click();
    await page
      .getByRole('list', { name: 'Уведомления' })
      .getByText(/0 из 2/)
      .waitFor();
    await page.getByRole('list', { name: 'Уведомления' }).getByRole('link').first().click();
    await page.waitForURL('**/people/consents');
  },
);

/** The form in which a pupil helps a pupil, switched on by a meeting. */
async function switchFormOn(api: APIRequestContext): Promise<string> {
  const { forms } = await done<{ forms: { id: string; name: string }[] }>(api.get('/api/v1/mentoring-forms'));
  const form = forms.find(({ name }) => /ученик.*ученик/i.test(name));
  if (!form) throw new Error('no form for two pupils is shipped');
  const data = { enabled: true, decidedOn: '2024-09-10', document: 'протокол № 1', note: null };
  await done(api.post(`/api/v1/mentoring-forms/${form.id}/decisions`, { data }));
  return form.id;
}

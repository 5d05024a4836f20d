import type { APIRequestContext } from 'playwright-core';
import { enterPaper, filePaper, issueConsent, nameOperator } from '../harness/consents.ts';
import { journey } from '../harness/journey.ts';
import { done, openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makePupil, openPeople } from '../harness/school-people.ts';

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
  teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
} as const;

journey(
  'The school goes over to the next year: a repeater, a 9th that parts, leavers, banks to confirm; the year before stays to look at',
  async (world) => {
    const application = await world.application();
    application.moveClock('2027-05-20T09:00:00+03:00');
    const school = await (await openHost(application)).organization({ name: 'Школа перехода', people: PEOPLE });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    const classOf = (grade: number, teacherId?: string) =>
      makeClass(page.request, { grade, letter: 'А', schoolYear: 2026 }, teacherId);
    const seventh = await classOf(7, school.people['teacher']!.personId);
    await classOf(6);
    const ninth = await classOf(9);
    const last = await classOf(11);
    const seed = { enrolledOn: '2026-09-01' };
    await makePupil(page.request, { ...seed, name: 'Орлова Дина Марковна', birthDate: '2013-05-02', classId: seventh });
    await makePupil(page.request, { ...seed, name: 'Вязов Тимур Ильич', birthDate: '2013-08-12', classId: seventh });
    await makePupil(page.request, { ...seed, name: 'Щукин Глеб Ильич', birthDate: '2012-11-19', classId: seventh });
    await makePupil(page.request, { ...seed, name: 'Карпов Лев Олегович', birthDate: '2011-02-07', classId: ninth });
    await makePupil(page.request, { ...seed, name: 'Линёва Яна Юрьевна', birthDate: '2011-07-30', classId: ninth });
    await makePupil(page.request, { ...seed, name: 'Окунев Марк Ильич', birthDate: '2009-01-15', classId: last });

    await aMenteeInTheBank(page.request, school.people['teacher']!.personId);

    await page.goto('/people/year');
    await page.getByText('Нужно решить').first().waitFor();
    await examine(page, 'people-year');
    await page.getByLabel('9А: что будет с классом').selectOption({ label: 'идёт в 10 класс' });
    await page.getByRole('button', { name: 'Кто иначе: 9А' }).click();
    const pupils = page.getByRole('dialog');
    await pupils.getByLabel('Линёва Яна Юрьевна: что будет').selectOption({ label: 'уходит: ушёл после 9 класса' });
    await examine(page, 'people-year-pupils');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Кто иначе: 7А' }).click();
    await pupils.getByLabel('Щукин Глеб Ильич: что будет').selectOption({ label: 'уходит: перешёл в другую школу' });
    await pupils.getByLabel('Вязов Тимур Ильич: что будет').selectOption({ label: 'остаётся на второй год' });
    await page.keyboard.press('Escape');

    // The decisions are there after leaving the page.
    await page.goto('/people/pupils');
    await page.goto('/people/year');
    await page
      .getByText(/уходят: 1/)
      .first()
      .waitFor();
    await examine(page, 'people-year-decided');
    await page.getByRole('button', { name: 'Перевести школу в 2027/28' }).click();
    const confirm = page.getByRole('dialog');
    await confirm.getByText(/Отменить перевод целиком нельзя/).waitFor();
    await examine(page, 'people-year-confirm');
    await confirm.getByRole('button', { name: 'Перевести', exact: true }).click();
    await page.getByText(/Школа переведена в 2027\/28/).waitFor();
    await examine(page, 'people-year-done');
    await page.getByText(/в банки нового года: 1/).waitFor();
    await page.getByRole('link', { name: 'Посмотреть новые классы' }).click();
    await page.getByRole('link', { name: '8А' }).waitFor();
    await page.getByRole('link', { name: '10А' }).waitFor();
    await page.getByRole('link', { name: '7А' }).click();
    await page.getByRole('button', { name: 'Вязов Тимур Ильич' }).waitFor();

    // The bank of the new year waits for a word that the participant goes on.
    application.moveClock('2027-09-05T09:00:00+03:00');
    await page.goto('/people/mentees?toConfirm=true');
    await examine(page, 'people-year-to-confirm');
    await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).click();
    await page.getByRole('button', { name: 'Подтвердить на этот год' }).click();
    await page.getByText('Подтверждено на этот год').first().waitFor();
    await page.goto('/people/mentees?toConfirm=true');
    await page.getByText('Никто не подошёл под отбор.', { exact: false }).waitFor();

    // The year before holds whoever sat in its classes, those who left too.
    await page.goto('/people/pupils');
    await page.getByLabel('Учебный год').selectOption({ label: '2026/27 учебный год' });
    await page.getByText(/^Списки 2026\/27 учебного года/).waitFor();
    await page.getByRole('link', { name: '11А' }).click();
    await page.getByRole('button', { name: 'Окунев Марк Ильич' }).waitFor();
    await page.getByRole('link', { name: '7А' }).click();
    for (const name of ['Орлова Дина Марковна', 'Щукин Глеб Ильич', 'Вязов Тимур Ильич'])
      await page.getByRole('button', { name }).waitFor();
    await examine(page, 'people-year-past');
  },
);

/** A teacher with a signed paper, in the bank of the running year. */
async function aMenteeInTheBank(api: APIRequestContext, personId: string): Promise<void> {
  const cycle = { title: '2026/27 учебный год', start: '2026-09-01', end: '2027-08-31' };
  await done(api.post('/api/v1/cycles', { data: cycle }));
  const people = [{ personId, needsSupport: false }];
  const { nominated } = await done<{ nominated: { participantId: string }[] }>(
    api.post('/api/v1/nominations', { data: { role: 'mentee', formId: null, people } }),
  );
  await nameOperator(api);
  await enterPaper(api, personId, '8701 100302');
  await filePaper(api, await issueConsent(api, personId), { by: [personId], signedOn: '2027-05-19' });
  for (const [place, command] of ['invite', 'requestConsents', 'enterBank'].entries()) {
    const data = { version: 1 + place, command: { command } };
    await done(api.post(`/api/v1/participants/${nominated[0]?.participantId}/commands`, { data }));
  }
}

import { journey } from '../harness/journey.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makePupil, openPeople } from '../harness/school-people.ts';

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
  teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
} as const;

journey(
  'The school goes over to the next year: a repeater, a 9th that parts, leavers, one confirmation',
  async (world) => {
    const school = await (await world.host()).organization({ name: 'Школа перехода', people: PEOPLE });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    const classOf = (grade: number, teacherId?: string) =>
      makeClass(page.request, { grade, letter: 'А', schoolYear: 2026 }, teacherId);
    const seventh = await classOf(7, school.people['teacher']!.personId);
    const ninth = await classOf(9);
    const last = await classOf(11);
    const seed = { enrolledOn: '2026-09-01' };
    await makePupil(page.request, { ...seed, name: 'Орлова Дина Марковна', birthDate: '2013-05-02', classId: seventh });
    await makePupil(page.request, { ...seed, name: 'Щукин Глеб Ильич', birthDate: '2012-11-19', classId: seventh });
    await makePupil(page.request, { ...seed, name: 'Карпов Лев Олегович', birthDate: '2011-02-07', classId: ninth });
    await makePupil(page.request, { ...seed, name: 'Линёва Яна Юрьевна', birthDate: '2011-07-30', classId: ninth });
    await makePupil(page.request, { ...seed, name: 'Окунев Марк Ильич', birthDate: '2009-01-15', classId: last });

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
    await page.getByRole('link', { name: 'Посмотреть новые классы' }).click();
    await page.getByRole('link', { name: '8А' }).waitFor();
    await page.getByRole('link', { name: '10А' }).waitFor();
  },
);

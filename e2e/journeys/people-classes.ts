import { journey } from '../harness/journey.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makePupil, openPeople } from '../harness/school-people.ts';

journey(
  'In the middle of the year a class gets another teacher, a pupil goes to another class, and one leaves and comes back',
  async (world) => {
    const school = await (await world.host()).organization({
      name: 'Школа перемен',
      people: {
        curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
        teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
        other: { name: 'Сомов Пётр Ильич', post: 'Учитель', roles: ['staff'] },
      },
    });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    const teacherId = school.people['teacher']!.personId;
    const own = await makeClass(page.request, { grade: 7, letter: 'А', schoolYear: 2026 }, teacherId);
    await makeClass(page.request, { grade: 7, letter: 'Б', schoolYear: 2026 });
    const seed = { birthDate: '2013-05-02', classId: own, enrolledOn: '2026-09-01' };
    await makePupil(page.request, { ...seed, name: 'Орлова Дина Марковна' });
    await makePupil(page.request, { ...seed, name: 'Щукин Глеб Ильич' });

    await page.goto('/people/pupils');
    await page.getByRole('link', { name: '7А' }).click();
    await page.getByRole('button', { name: 'Сменить' }).click();
    const change = page.getByRole('dialog', { name: 'Классный руководитель 7А' });
    await change.getByText(/^Сейчас класс ведёт Перова/).waitFor();
    await change.getByLabel('Кто поведёт класс').selectOption({ label: 'Сомов Пётр Ильич' });
    await examine(page, 'class-teacher');
    await change.getByRole('button', { name: 'Назначить' }).click();
    await page.getByText(/^Раньше вели класс: Перова/).waitFor();

    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Щукин Глеб Ильич' }).click();
    await page.getByRole('button', { name: 'В другой класс' }).click();
    await dialog.getByRole('combobox', { name: 'Класс' }).selectOption({ label: '7Б' });
    await dialog.getByRole('button', { name: 'Перевести' }).click();
    await page.getByText(/класс изменён/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Щукин Глеб Ильич' }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Орлова Дина Марковна' }).click();
    await page.getByRole('button', { name: 'Выбыл(а)' }).click();
    await examine(page, 'pupil-leaves');
    await dialog.getByRole('button', { name: 'Записать выбытие' }).click();
    await page.getByText(/^Выбыл\(а\)/).waitFor();
    await page.getByRole('button', { name: 'Вернуть в школу' }).click();
    await page.getByRole('button', { name: 'В другой класс' }).waitFor();
    await page.keyboard.press('Escape');
    // Back where she sat: the leaving was a slip.
    await page.getByRole('button', { name: 'Орлова Дина Марковна' }).waitFor();
  },
);

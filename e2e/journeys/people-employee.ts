import { journey } from '../harness/journey.ts';
import { examine } from '../harness/page.ts';
import { openPeople } from '../harness/school-people.ts';

journey(
  'The card of an employee holds subjects, category and experience; who began lately is a young specialist',
  async (world) => {
    const school = await (await world.host()).organization({
      name: 'Школа педагогов',
      people: {
        curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
        teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
      },
    });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    await page.goto('/people');
    await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).click();
    const work = page.getByRole('region', { name: 'Работа и квалификация' });
    await work.getByText('Пока не заполнено.').waitFor();
    await work.getByRole('button', { name: 'Изменить' }).click();
    await work.getByLabel('Предметы').fill('Математика, информатика');
    await work.getByRole('combobox', { name: 'Категория' }).selectOption({ label: 'первая' });
    await work.getByLabel('Педагогический стаж с').fill('2025-09-01');
    await examine(page, 'employee-form');
    await work.getByRole('button', { name: 'Сохранить' }).click();
    await work.getByText('Математика, информатика').waitFor();
    await work.getByText('Молодой специалист').waitFor();
    await examine(page, 'employee-card');
  },
);

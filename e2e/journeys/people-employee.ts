import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makePupil, openPeople } from '../harness/school-people.ts';

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
  teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff', 'workingGroupMember'] },
} as const;

journey(
  'An employee who stands there already is asked about; who leaves is shown with all that hangs on the work, and comes back',
  async (world) => {
    const school = await (await world.host()).organization({ name: 'Школа смены', people: PEOPLE });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    const classId = await makeClass(
      page.request,
      { grade: 6, letter: 'Б', schoolYear: 2026 },
      school.people['teacher']!.personId,
    );
    await makePupil(page.request, {
      name: 'Ольхин Тихон Ильич',
      birthDate: '2014-03-01',
      classId,
      enrolledOn: '2026-09-01',
    });
    await page.goto('/people');
    await page.getByRole('button', { name: 'Добавить сотрудника' }).click();
    const form = page.getByRole('dialog', { name: 'Новый сотрудник' });
    await form.getByLabel('Фамилия').fill('Перова');
    await form.getByLabel('Имя').fill('Анна');
    await form.getByLabel('Отчество (если есть)').fill('Сергеевна');
    await form.getByRole('button', { name: 'Добавить' }).click();
    await form.getByText('Похожий человек уже есть. Проверьте, не он ли это:').waitFor();
    await examine(page, 'employee-maybe-known');
    await form.getByRole('button', { name: 'Это он' }).click();

    const teacher = await world.page(school.url, 360);
    await school.signIn(teacher, 'teacher');
    await teacher.goto('/people/pupils');
    await teacher.getByRole('button', { name: 'Ольхин Тихон Ильич' }).waitFor();

    await page.getByRole('button', { name: 'Уволить' }).click();
    const dialog = page.getByRole('dialog', { name: /^Увольнение: Перова/ });
    await dialog.getByText('классное руководство: 6Б').waitFor();
    await dialog.getByText('роли: Член рабочей группы').waitFor();
    await examine(page, 'employee-dismiss');
    await dialog.getByLabel('Последний день работы').fill('2026-11-01');
    await dialog.getByRole('button', { name: 'Уволить' }).click();
    await page.getByText('Последний день работы: 1 ноября.').waitFor();
    await examine(page, 'employee-dismissed');
    await teacher.goto('/people/pupils');
    await teacher.getByRole('heading', { level: 1 }).waitFor();
    await teacher.getByRole('button', { name: 'Ольхин Тихон Ильич' }).waitFor({ state: 'detached' });
    const pupils = await teacher.request.get('/api/v1/pupils');
    if (pupils.status() !== 403) throw new Error(`the pupils answered ${pupils.status()} after the dismissal`);
    await examine(teacher, 'employee-dismissed-sees');
    await page.getByRole('button', { name: 'Отменить увольнение' }).click();
    await page.getByRole('button', { name: 'Уволить' }).waitFor();
    await teacher.goto('/people/pupils');
    await teacher.getByRole('button', { name: 'Ольхин Тихон Ильич' }).waitFor();
  },
);

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

journey(
  'Children by age are counted from the list, typed where the school counts elsewhere, and a difference is explained',
  async (world) => {
    const school = await (await world.host()).organization({ name: 'Школа счёта', people: PEOPLE });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    await page.goto('/people/contingent');
    await page.getByRole('heading', { name: 'Пока считать некого' }).waitFor();
    await examine(page, 'contingent-empty');
    const classId = await makeClass(page.request, { grade: 6, letter: 'Б', schoolYear: 2026 });
    for (const [name, birthDate] of [
      ['Ольхин Тихон Ильич', '2014-03-01'],
      ['Вязова Майя Олеговна', '2011-03-01'],
    ] as const) {
      await makePupil(page.request, { name, birthDate, classId, enrolledOn: '2026-09-01' });
    }
    await page.goto('/people/contingent');
    await page.getByText(/^По списку учеников на/).waitFor();
    await page.getByRole('button', { name: 'Ввести числа' }).click();
    const form = page.getByRole('dialog', { name: 'Численность на день' });
    await form.getByRole('button', { name: 'Взять из списка учеников' }).click();
    await form.getByLabel('12 лет').fill('сорок');
    await form.getByText('Целое число от 0.').waitFor();
    await form.getByLabel('12 лет').fill('40');
    await form.getByText('Всего: 41').waitFor();
    await examine(page, 'contingent-form');
    await form.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Введённые числа и список учеников расходятся.', { exact: false }).waitFor();
    await page.getByText('+39').waitFor();
    await page
      .getByText(/Лугова/)
      .first()
      .waitFor();
    await examine(page, 'contingent-differs');
    await page.getByRole('button', { name: 'Убрать' }).click();
    await page.getByText(/^По списку учеников на/).waitFor();
  },
);

journey(
  '[PB1] A category of a teacher is told by the rule or marked, and the bank and its file are sifted by it',
  async (world) => {
    const school = await (await world.host()).organization({ name: 'Школа категорий', people: PEOPLE });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    const post = (path: string, data: object) => done<{ id: string }>(page.request.post(`/api/v1${path}`, { data }));
    const employee = { email: null, phone: null, birthDate: null, snils: null, post: 'Учитель', category: null };
    const add = (familyName: string, teachingSince: string) =>
      post('/employees', {
        ...employee,
        familyName,
        givenName: 'Анна',
        patronymic: null,
        subjects: ['физика'],
        categoryUntil: null,
        teachingSince,
      });
    const [young, grown] = [await add('Юнина', '2025-09-01'), await add('Бывалова', '2005-09-01')];
    await done(
      page.request.post('/api/v1/cycles', {
        data: { title: '2026/27 учебный год', start: '2026-09-01', end: '2027-08-31' },
      }),
    );
    for (const { id } of [young, grown]) {
      await post('/nominations', { role: 'mentee', formId: null, people: [{ personId: id, needsSupport: false }] });
    }
    await page.goto('/people');
    await page.getByRole('button', { name: 'Юнина Анна' }).click();
    const work = page.getByRole('region', { name: 'Работа и квалификация' });
    await work.getByText('Молодой специалист').waitFor();
    await work.getByText('стаж 1 год').waitFor();
    await page.goto(`/people?person=${grown.id}`);
    await page.getByRole('button', { name: 'Отметить категорию' }).click();
    const dialog = page.getByRole('dialog', { name: /^Категория:/ });
    await dialog.getByLabel('Вступает в новую должность').check();
    await dialog.getByLabel('Своя категория').fill('Вышла из отпуска');
    await examine(page, 'category-mark');
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await work.getByText('Вышла из отпуска').waitFor();
    await examine(page, 'category-card');

    await page.goto('/people');
    await page.getByLabel('Категория педагога').selectOption({ label: 'Молодой специалист' });
    await page.getByRole('button', { name: 'Бывалова Анна' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Юнина Анна' }).waitFor();
    await examine(page, 'category-staff');
    await page.goto('/people/mentees');
    const filter = page.getByLabel('Категория педагога');
    await filter.selectOption({ label: 'Молодой специалист' });
    await page.getByRole('button', { name: 'Юнина Анна' }).waitFor();
    await page.getByRole('button', { name: 'Бывалова Анна' }).waitFor({ state: 'detached' });
    await filter.selectOption({ label: 'Вышла из отпуска' });
    await page.getByRole('button', { name: 'Бывалова Анна' }).waitFor();
    await page.getByRole('button', { name: 'Юнина Анна' }).waitFor({ state: 'detached' });
    await examine(page, 'category-bank');
    await page.getByRole('button', { name: 'Выгрузить' }).click();
    const hand = page.getByRole('dialog');
    await hand.getByLabel('Категория', { exact: true }).check();
    await hand.getByLabel('Для чего нужен список').fill('Совещание при завуче');
    const file = page.waitForEvent('download');
    await hand.getByRole('button', { name: 'Скачать файл' }).click();
    await file;
  },
);

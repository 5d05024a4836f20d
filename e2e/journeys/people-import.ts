import type { Page } from 'playwright-core';
import { journey } from '../harness/journey.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makePupil, openPeople, signInWithCode, switchSecondFactorOn } from '../harness/school-people.ts';

const CURATOR = { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } as const;

const SENT = `ФИО;Дата рождения;Класс;Примечание
Берёзкина Алина Олеговна;14.03.2013;7А;
Вяткин Савелий Андреевич;31.02.2013;7А;
Галкина Дарья;02.11.2013;седьмой;
Дроздов Марк Сергеевич;21.07.2013;7Б;брат в 5А
Королёва Анна;05.05.2013;7А;
`;
const MENDED = `ФИО;Дата рождения;Класс;Примечание
Вяткин Савелий Андреевич;28.02.2013;7А;
Галкина Дарья;02.11.2013;7Б;
`;

journey('A list of pupils comes in: errors are mended and sent again, nothing is written before', async (world) => {
  const school = await (await world.host()).organization({ name: 'Школа списков', people: { curator: CURATOR } });
  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await page.goto('/people/pupils');
  await page.getByRole('heading', { name: 'Включите вход в два шага' }).waitFor();
  await examine(page, 'people-second-factor');
  await openPeople(page);

  await page.goto('/people/pupils');
  await page.getByRole('heading', { name: 'Загрузите списки классов' }).waitFor();
  await examine(page, 'people-pupils-empty');
  const api = page.request;
  const origin = { origin: school.url };
  for (const letter of ['А', 'Б']) {
    await api.post('/api/v1/classes', { data: { grade: 7, letter, schoolYear: 2026 }, headers: origin });
  }
  const classes = (await (await api.get('/api/v1/classes')).json()) as { classes: { id: string; name: string }[] };
  const known = { familyName: 'Королёва', givenName: 'Анна', patronymic: 'Петровна', birthDate: '2013-05-05' };
  const added = await api.post('/api/v1/pupils', {
    data: {
      ...known,
      email: null,
      phone: null,
      snils: null,
      classId: classes.classes[1]!.id,
      enrolledOn: '2026-09-01',
    },
    headers: origin,
  });
  if (!added.ok()) throw new Error(await added.text());

  await page.getByRole('button', { name: 'Ещё', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Загрузка списков' }).click();
  await page.getByRole('radio', { name: 'Ученики' }).waitFor();
  await examine(page, 'people-lists');
  await send(page, SENT);
  await page.getByText('Проверен, ждёт вас').waitFor();
  await page.getByText('Дата рождения: такого дня нет в календаре.').waitFor();
  await page.getByText('Класс: не похоже на класс, напишите как 7А.').waitFor();
  await examine(page, 'people-import-errors');
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Скачать строки с ошибками' }).click();
  if (!(await file).suggestedFilename().endsWith('.xlsx')) throw new Error('the file of errors is no workbook');

  await page.getByRole('button', { name: 'Показать и поправить' }).click();
  await examine(page, 'people-import-columns');
  await page.getByRole('button', { name: /^Похожи на известных/ }).click();
  await page.getByRole('button', { name: 'Это он', exact: true }).click();
  await page.getByText('Это Королёва Анна Петровна: карточка обновится.').waitFor();
  await examine(page, 'people-import-like');

  // Left and found again.
  await page.goto('/people/lists');
  await page.getByRole('link', { name: 'Продолжить' }).click();
  await page.getByRole('button', { name: 'Загрузить 3 строки' }).click();
  await page.getByText('Загружен', { exact: true }).waitFor();
  await page.getByText(/2 добавлены/).waitFor();
  await examine(page, 'people-import-done');

  await page.getByRole('link', { name: 'Загрузить ещё' }).click();
  await send(page, MENDED);
  await page.getByRole('button', { name: 'Загрузить 2 строки' }).click();
  await page.getByRole('link', { name: 'К ученикам' }).click();
  await page.getByText('5 учеников').waitFor();
  await page.getByRole('button', { name: 'Вяткин Савелий Андреевич' }).waitFor();
  await examine(page, 'people-pupils');
});

journey('A mother of two is one person; a class teacher sees the own class and checks her document', async (world) => {
  const school = await (await world.host()).organization({
    name: 'Школа семей',
    people: {
      curator: CURATOR,
      teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
    },
  });
  const api = await school.as('curator');
  const phone = await switchSecondFactorOn(api);
  const own = await makeClass(api, { grade: 7, letter: 'А', schoolYear: 2026 }, school.people['teacher']!.personId);
  const other = await makeClass(api, { grade: 5, letter: 'Б', schoolYear: 2026 });
  const seed = { enrolledOn: '2026-09-01' };
  await makePupil(api, { ...seed, name: 'Рощина Ольга Павловна', birthDate: '2013-04-02', classId: own });
  await makePupil(api, { ...seed, name: 'Рощин Илья Павлович', birthDate: '2015-08-19', classId: other });
  await makePupil(api, { ...seed, name: 'Сомова Вера Романовна', birthDate: '2013-12-30', classId: own });

  const page = await world.page(school.url, 360);
  await school.signIn(page, 'teacher');
  await page.goto('/people/pupils');
  await page.getByRole('heading', { name: 'Мой класс' }).waitFor();
  await page.getByText('Сомова Вера Романовна').waitFor();
  if ((await page.getByText('Рощин Илья').count()) > 0) throw new Error('the teacher sees another class');
  await examine(page, 'people-own-class');
  await page.getByRole('button', { name: 'Рощина Ольга Павловна' }).click();
  const card = page.getByRole('dialog');
  const family = card.getByRole('region', { name: 'Кто действует за ребёнка' });
  await family.getByRole('button', { name: 'Добавить' }).click();
  await family.getByRole('button', { name: 'Добавить нового человека' }).click();
  await family.getByLabel('Фамилия').fill('Рощина');
  await family.getByRole('textbox', { name: /^Имя/ }).fill('Мария');
  await family.getByLabel('Отчество (если есть)').fill('Игоревна');
  await family.getByLabel('Номер').fill('I-АБ 100200');
  await examine(page, 'people-representative');
  await family.getByRole('button', { name: 'Добавить представителя' }).click();
  await family.getByText(/Документ проверен: Перова/).waitFor();
  await examine(page, 'people-pupil-card');

  const office = await world.page(school.url);
  await signInWithCode(office, school.people['curator']!, phone);
  await office.goto('/people/pupils?search=Рощин Илья');
  await office.getByRole('button', { name: 'Рощин Илья Павлович' }).click();
  const brother = office.getByRole('dialog');
  const his = brother.getByRole('region', { name: 'Кто действует за ребёнка' });
  await his.getByRole('button', { name: 'Добавить' }).click();
  await his.getByLabel('Уже есть в школе?').fill('Рощина Мария');
  await his.getByRole('button', { name: 'Выбрать' }).first().click();
  await his.getByRole('button', { name: 'Добавить представителя' }).click();
  await his.getByText(/Документ проверен: Лугова/).waitFor();
  await brother.getByRole('button', { name: 'В другой класс' }).click();
  const move = office.getByRole('dialog', { name: /в другой класс/ });
  await move.getByRole('combobox', { name: 'Класс' }).selectOption({ label: '7А' });
  await examine(office, 'people-move');
  await move.getByRole('button', { name: 'Перевести' }).click();
  await office.getByText('Рощин И. П.: класс изменён.').waitFor();
  await his.getByRole('button', { name: 'Рощина Мария Игоревна' }).click();
  const children = office.getByRole('region', { name: 'Чей представитель' });
  await children.getByRole('button', { name: 'Рощина Ольга Павловна' }).waitFor();
  await children.getByRole('button', { name: 'Рощин Илья Павлович' }).waitFor();
  await examine(office, 'people-mother-of-two');
});

async function send(page: Page, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'Список.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
}

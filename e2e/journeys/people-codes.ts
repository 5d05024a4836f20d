import { readFile } from 'node:fs/promises';
import { journey } from '../harness/journey.ts';
import { PASSWORD, signInByPage } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makeParent, makePupil, openPeople, switchSecondFactorOn } from '../harness/school-people.ts';

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
  teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
} as const;
const NEW_PASSWORD = 'снегирь ест рябину';

journey(
  'A class teacher prints codes; a mother comes in on her phone, sees her data, forgets the password',
  async (world) => {
    const school = await (await world.host()).organization({ name: 'Школа кодов для семей', people: PEOPLE });
    const api = await school.as('curator');
    await switchSecondFactorOn(api);
    const classId = await makeClass(
      api,
      { grade: 7, letter: 'А', schoolYear: 2026 },
      school.people['teacher']!.personId,
    );
    const seed = { classId, enrolledOn: '2026-09-01' };
    const child = await makePupil(api, { ...seed, name: 'Ясенев Пётр Ильич', birthDate: '2013-03-12' });
    await makePupil(api, { ...seed, name: 'Тополева Нина Олеговна', birthDate: '2013-10-02' });
    await makeParent(api, {
      name: 'Ясенева Вера Павловна',
      childId: child,
      kind: 'mother',
      startedOn: '2013-03-12',
    });

    const page = await world.page(school.url);
    await school.signIn(page, 'teacher');
    await page.goto('/people/pupils');
    await page.getByRole('link', { name: 'Коды для входа' }).click();
    await page.getByText('Ясенева Вера Павловна').waitFor();
    await examine(page, 'people-codes');
    await page.getByRole('button', { name: 'Выдать 3 кода' }).click();
    await page.getByText(/Коды показываются один раз/).waitFor();
    await examine(page, 'people-codes-sheet');
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: new URL('../results/pictures/people-codes-print.png', import.meta.url).pathname });
    await page.emulateMedia({ media: 'screen' });
    const slip = page.getByRole('listitem').filter({ hasText: 'Ясенева Вера Павловна' });
    const code = /\d{4} \d{4} \d{4}/.exec(await slip.first().innerText())?.[0] ?? '';

    const phone = await world.page(school.url, 360);
    await phone.goto('/sign-in');
    await phone.getByRole('link', { name: 'У меня есть код' }).click();
    await phone.getByRole('heading', { name: 'Вход по коду' }).waitFor();
    await phone.getByLabel('Код', { exact: true }).fill('1234');
    await phone.getByRole('button', { name: 'Дальше' }).click();
    await phone.getByText('В коде 12 цифр, а введено 4.').waitFor();
    await examine(phone, 'code-typed');
    await phone.getByLabel('Код', { exact: true }).fill('9999 9999 9999');
    await phone.getByRole('button', { name: 'Дальше' }).click();
    await phone.getByLabel('Ввести другой код').waitFor();
    await examine(phone, 'code-unknown');
    await phone.getByLabel('Ввести другой код').fill(code);
    await phone.getByRole('button', { name: 'Дальше' }).click();
    await phone.getByRole('textbox', { name: /^Пароль/ }).fill(PASSWORD);
    const login = await phone.getByRole('textbox', { name: /^Логин/ }).inputValue();
    await examine(phone, 'code-account');
    await phone.getByRole('button', { name: 'Принять приглашение' }).click();
    await phone.getByRole('button', { name: /моя учётная запись/ }).click();
    await phone.getByRole('menuitem', { name: 'Мои данные' }).click();
    await phone.getByRole('heading', { name: 'Мои данные' }).waitFor();
    await phone.getByText('Что хранится и почему').waitFor();
    await examine(phone, 'my-data');
    await phone.getByRole('link', { name: /Ясенев Пётр/ }).click();
    await phone.getByText(/что хранится о вашем ребёнке/).waitFor();
    await phone.getByText('классный руководитель').first().waitFor();
    await examine(phone, 'my-data-child');
    const file = phone.waitForEvent('download');
    await phone.getByRole('button', { name: 'Скачать' }).click();
    const saved = await readFile(await (await file).path(), 'utf8');
    if (!/Ясенев Пётр/.test(saved) || !/классный руководитель/.test(saved))
      throw new Error(`the saved page does not say what the screen says`);

    await page.getByRole('button', { name: 'Другие люди' }).click();
    await page.getByText('Родителям', { exact: true }).click();
    await page.getByRole('button', { name: 'Выдать 1 код' }).click();
    await page.getByText(new RegExp(`Ваш логин: ${login}`)).waitFor();
    const again = /\d{4} \d{4} \d{4}/.exec(await page.locator('main').innerText())?.[0] ?? '';
    const forgot = await world.page(school.url, 360);
    await forgot.goto('/invitation');
    await forgot.getByLabel('Код', { exact: true }).fill(again.replaceAll(' ', ''));
    await forgot.getByRole('button', { name: 'Дальше' }).click();
    await forgot.getByRole('heading', { name: 'Новый пароль' }).waitFor();
    await examine(forgot, 'code-recovery');
    await forgot.getByRole('textbox', { name: /^Новый пароль/ }).fill(NEW_PASSWORD);
    await forgot.getByRole('button', { name: 'Сохранить и войти' }).click();
    await forgot.getByRole('button', { name: /моя учётная запись/ }).waitFor();
    const later = await world.page(school.url, 360);
    await signInByPage(later, { login, password: NEW_PASSWORD });
    await later.getByRole('button', { name: /моя учётная запись/ }).waitFor();
  },
);

journey(
  'An administrator looks with a teacher’s eyes to help: a banner says so, nothing can be changed',
  async (world) => {
    const school = await (await world.host()).organization({ name: 'Школа помощи', people: PEOPLE });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await openPeople(page);
    await page.goto('/people');
    await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).click();
    await page.getByRole('button', { name: 'Посмотреть его глазами' }).click();
    const dialog = page.getByRole('dialog', { name: 'Посмотреть глазами этого человека' });
    await dialog.getByLabel('Зачем').fill('Не находит свои пункты');
    await examine(page, 'look-asked');
    await dialog.getByRole('button', { name: 'Начать просмотр' }).click();
    const banner = page.getByText(/Вы смотрите программу глазами: Перова/);
    await banner.waitFor();
    await examine(page, 'look-banner');
    await page.goto('/settings/look');
    await banner.waitFor();
    await page.getByRole('button', { name: 'Завершить просмотр' }).click();
    await page.getByRole('heading', { name: 'Люди' }).waitFor();
    if ((await banner.count()) > 0) throw new Error('the banner stays after the end');
  },
);

import {
  enterPaper,
  filePaper,
  guestByCode,
  issueConsent,
  nameOperator,
  signInWithSecondStep,
} from '../harness/consents.ts';
import { journey } from '../harness/journey.ts';
import { openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makeParent, makePupil, switchSecondFactorOn } from '../harness/school-people.ts';

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
  officer: { name: 'Ильина Вера Львовна', post: 'Секретарь', roles: ['dataProtectionOfficer'] },
  teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
} as const;

journey('The eighteenth birthday: the mother’s signature no longer speaks, the pupil signs alone', async (world) => {
  const application = await world.application();
  application.moveClock('2024-10-01T09:00:00+03:00');
  const school = await (await openHost(application)).organization({ name: 'Школа совершеннолетия', people: PEOPLE });
  const api = await school.as('curator');
  await switchSecondFactorOn(api);
  await nameOperator(api);
  const teacherId = school.people['teacher']!.personId;
  const classId = await makeClass(api, { grade: 11, letter: 'Б', schoolYear: 2024 }, teacherId);
  const seed = { classId, enrolledOn: '2014-09-01' };
  const pupil = await makePupil(api, { ...seed, name: 'Жданов Илья Петрович', birthDate: '2006-11-15' });
  const { personId: mother } = await makeParent(api, {
    name: 'Жданова Нина Олеговна',
    childId: pupil,
    kind: 'mother',
    startedOn: '2006-11-15',
  });
  await enterPaper(api, pupil, '8709 100301');
  await enterPaper(api, mother, '8701 100302');
  await filePaper(api, await issueConsent(api, pupil), { by: [pupil, mother], signedOn: '2024-10-01' });
  const parent = await guestByCode(world, school.url, api, mother);
  await parent.goto('/my/documents');
  await parent.getByRole('link', { name: /О ком: Жданов Илья/ }).waitFor();

  // The sweep of the night goes over who has come of age.
  application.moveClock('2024-11-16T09:00:00+03:00');
  const teacher = await world.page(school.url);
  await school.signIn(teacher, 'teacher');
  await teacher.goto('/people/consents');
  const row = teacher.getByRole('row', { name: /Жданов Илья/ });
  await row.getByText('18 лет').waitFor();
  await row.getByText('Нужно новое').waitFor();
  await examine(teacher, 'consents-of-age');
  await parent.reload();
  await parent.getByText('Документов пока нет').waitFor();

  await teacher.getByRole('button', { name: 'Выбрать, какое согласие запросить' }).click();
  await teacher.getByRole('menuitem', { name: 'Согласие на обработку данных' }).click();
  const young = await guestByCode(world, school.url, api, pupil);
  await young.goto('/my/documents');
  await young.getByRole('region', { name: 'Ждёт вашего ответа' }).getByRole('link').click();
  await young.getByRole('button', { name: 'Отметить всё' }).click();
  await young.getByRole('button', { name: 'Согласен', exact: true }).click();
  await young.getByText('Спасибо, ваш ответ записан.').waitFor();
  await examine(young, 'signed-of-age');
  await teacher.reload();
  await row.getByText(/^Действует/).waitFor();
});

journey('Withdrawal to the act of destruction: at once blocked, a receipt, terms, and two files', async (world) => {
  const application = await world.application();
  application.moveClock('2024-10-15T09:00:00+03:00');
  const school = await (await openHost(application)).organization({ name: 'Школа отзыва', people: PEOPLE });
  const api = await school.as('curator');
  await switchSecondFactorOn(api);
  const officerPhone = await switchSecondFactorOn(await school.as('officer'));
  await nameOperator(api);
  const teacherId = school.people['teacher']!.personId;
  const classId = await makeClass(api, { grade: 9, letter: 'В', schoolYear: 2024 }, teacherId);
  const seed = { classId, enrolledOn: '2016-09-01' };
  const pupil = await makePupil(api, { ...seed, name: 'Рябинин Олег Ильич', birthDate: '2009-02-11' });
  const { personId: mother } = await makeParent(api, {
    name: 'Рябинина Вера Ивановна',
    childId: pupil,
    kind: 'mother',
    startedOn: '2009-02-11',
  });
  await enterPaper(api, pupil, '8709 100401');
  await enterPaper(api, mother, '8701 100402');
  await filePaper(api, await issueConsent(api, pupil), { by: [pupil, mother], signedOn: '2024-10-15' });

  // The pupil alone may take the consent back (RULE-14), within three taps of the link.
  const boy = await guestByCode(world, school.url, api, pupil);
  await boy.goto('/my');
  await boy.getByRole('link', { name: 'Мои документы' }).click();
  await boy.getByRole('button', { name: 'Написать обращение' }).click();
  await boy.getByLabel('Что именно').fill('Какие мои данные хранит школа?');
  await examine(boy, 'demand-make');
  await boy.getByRole('button', { name: 'Отправить' }).click();
  await boy.getByText(/Обращение получено/).waitFor();
  await boy.getByRole('link', { name: /Согласие на обработку данных/ }).click();
  await boy.getByRole('button', { name: 'Отозвать' }).click();
  await boy.getByText(/Через 30 дней данные уничтожат/).waitFor();
  await examine(boy, 'withdraw');
  await boy.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click();
  await boy.getByText(/Данные будут уничтожены до 14 ноября/).waitFor();
  await examine(boy, 'withdrawn');
  const receipt = boy.waitForEvent('download');
  await boy.getByRole('link', { name: 'Скачать расписку' }).click();
  await receipt;

  const officer = await world.page(school.url);
  await signInWithSecondStep(officer, school.people['officer']!, officerPhone);
  await officer.goto('/people/demands');
  await officer.getByText(/Рассказать о данных/).waitFor();
  await officer.getByRole('region', { name: 'Что будет уничтожено' }).getByText('Рябинин Олег Ильич').waitFor();
  await examine(officer, 'demands');
  await officer.getByRole('button', { name: 'Записать обращение' }).click();
  await officer.getByRole('dialog').getByLabel('О чём просит').waitFor();
  await examine(officer, 'demand-record');
  await officer.keyboard.press('Escape');
  await officer.getByRole('button', { name: 'Ответить' }).click();
  await officer.getByRole('textbox', { name: /^Ответ/ }).fill('Выписка передана лично в руки.');
  await officer.getByRole('button', { name: 'Записать ответ' }).click();
  await officer.getByText('Никто не ждёт ответа.').waitFor();

  await officer.getByRole('checkbox', { name: /Рябинин Олег/ }).check();
  await officer.getByRole('button', { name: 'Уничтожить отмеченное (1)' }).click();
  await examine(officer, 'erasure-confirm');
  await officer.getByRole('button', { name: 'Уничтожить', exact: true }).click();
  // The mother is held by nothing else: she goes with the son.
  await officer.getByText('Акт № 1, 2 человека').waitFor();
  await examine(officer, 'destruction-acts');
  for (const name of ['Акт', 'Журнал']) {
    const file = officer.waitForEvent('download');
    await officer.getByRole('link', { name, exact: true }).click();
    await file;
  }
  await officer.goto('/people/consents/register');
  await officer.getByRole('heading', { name: 'Реестр согласий' }).waitFor();
  await officer.getByRole('table').getByText('Отозвано').first().waitFor();
  await examine(officer, 'consent-register');
});

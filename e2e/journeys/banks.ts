import { signedIn, signOnPaper } from '../harness/banks.ts';
import { journey } from '../harness/journey.ts';
import { done, openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makePupil, switchSecondFactorOn } from '../harness/school-people.ts';

/** A school on a September day with a class, its teacher and two pupils. */
async function aSchool(host: Awaited<ReturnType<typeof openHost>>, name: string) {
  const school = await host.organization({
    name,
    people: {
      curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
      teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
    },
  });
  const curator = await school.as('curator');
  const phone = await switchSecondFactorOn(curator);
  const classId = await makeClass(
    curator,
    { grade: 7, letter: 'А', schoolYear: 2024 },
    school.people['teacher']?.personId,
  );
  const pupil = (name: string, birthDate: string) =>
    makePupil(curator, { name, birthDate, classId, enrolledOn: '2018-09-01' });
  return {
    school,
    curator,
    phone,
    dasha: await pupil('Семёнова Дарья Олеговна', '2006-03-05'),
    petya: await pupil('Петров Пётр Ильич', '2011-06-01'),
  };
}

journey(
  'A class teacher proposes pupils in confidence, and the curator brings one into the bank with a request [B2]',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-09-10T09:00:00+03:00');
    const { school, curator, phone, dasha } = await aSchool(await openHost(application), 'Школа банка');

    const teacher = await signedIn(world, school, 'teacher');
    await teacher.goto('/people/mentees');
    await teacher.getByRole('heading', { name: 'Соберите банк наставляемых' }).waitFor();
    await examine(teacher, 'bank-empty');
    await teacher.getByRole('link', { name: 'Предложить' }).click();
    await teacher.getByRole('checkbox', { name: 'Семёнова Дарья Олеговна' }).check();
    await teacher.getByRole('checkbox', { name: 'Нужна особая поддержка' }).check();
    await teacher.getByRole('checkbox', { name: 'Петров Пётр Ильич' }).check();
    await examine(teacher, 'nominate');
    await teacher.getByRole('button', { name: 'Предложить 2 человек' }).click();
    await teacher.getByText('Предложено 2 человека.').waitFor();

    const page = await signedIn(world, school, 'curator', phone);
    await page.goto('/people/mentees');
    await page
      .getByRole('row', { name: /Семёнова Дарья Олеговна/ })
      .getByText('Особая поддержка')
      .waitFor();
    await page.getByRole('checkbox', { name: 'Отметить: Семёнова Дарья Олеговна' }).check();
    await examine(page, 'bank-mentees');
    for (const step of ['Пригласить', 'Запросить согласия', 'Внести в банк']) {
      await page.getByRole('checkbox', { name: 'Отметить: Семёнова Дарья Олеговна' }).check();
      await page.getByRole('button', { name: step, exact: true }).click();
      // Done, the ticks are gone and the buttons with them: only then the next step.
      if (step !== 'Внести в банк') await page.getByText('Отмечен 1 человек').waitFor({ state: 'detached' });
    }
    // Nobody comes into the bank before the consent; the reason stands beside the name.
    await page.getByText(/Нет действующего согласия на обработку персональных данных/).waitFor();
    await signOnPaper(curator, dasha);
    await page.getByRole('button', { name: 'Внести в банк', exact: true }).click();
    await page
      .getByRole('row', { name: /Семёнова Дарья Олеговна/ })
      .getByText('В банке')
      .waitFor();

    await page.getByRole('button', { name: 'Семёнова Дарья Олеговна' }).click();
    await page.getByRole('heading', { name: 'Семёнова Дарья Олеговна' }).waitFor();
    // What was handed out with the invitation, to be read here or printed.
    await page.getByRole('button', { name: 'Памятка' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Скачать для печати' }).waitFor();
    await page.getByText(/Куратор программы наставничества: Лугова/).waitFor();
    await examine(page, 'information-sheet');
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
    await page.getByRole('button', { name: 'Внести запрос' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Тема').selectOption({ label: 'Помощь по предмету' });
    await panel.getByLabel('Запрос своими словами').fill('Ставят диагноз, нужна помощь с алгеброй');
    await panel.getByRole('button', { name: 'Сохранить' }).click();
    // A word about health is asked about before anything is written.
    await panel.getByRole('alert').getByText('диагноз').waitFor();
    await panel.getByLabel('Запрос своими словами').fill('Нужна помощь с алгеброй');
    await examine(page, 'request-form');
    await panel.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Черновик').waitFor();
    await examine(page, 'participant-mentee');
  },
);

journey(
  'A teacher says «мне интересно», the office takes it up, the bank finds the mentor by an achievement, and the form is switched on by a meeting [A10] [A18] [C1]',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-09-10T09:00:00+03:00');
    const { school, curator, phone } = await aSchool(await openHost(application), 'Школа наставников');
    const teacherId = school.people['teacher']?.personId ?? '';

    const teacher = await signedIn(world, school, 'teacher');
    await teacher.goto('/my');
    await teacher.getByRole('button', { name: 'Пока просто интересно' }).click();
    await teacher.getByText('Вы сказали, что вам интересно.').waitFor();

    const page = await signedIn(world, school, 'curator', phone);
    await page.goto('/people/nominate?role=mentor');
    await page.getByRole('region', { name: 'Сказали, что им интересно' }).getByText('Перова Анна Сергеевна').waitFor();
    await examine(page, 'interested');
    await page.getByRole('button', { name: 'Предложить наставником' }).click();
    await page.getByText('Предложен 1 человек.').waitFor();
    await teacher.reload();
    await teacher.getByRole('heading', { name: /наставник, / }).waitFor();
    await examine(teacher, 'own-page');
    await page.goto('/settings/forms');
    const form = page.getByRole('region', { name: /учитель.*учитель|педагог.*педагог/i }).first();
    await form.getByRole('button', { name: 'Включить' }).click();
    const decision = page.getByRole('dialog');
    await decision.getByLabel('Решение: протокол, приказ').fill('протокол совещания № 2');
    await examine(page, 'form-decision');
    await decision.getByRole('button', { name: 'Включить' }).click();
    await page.getByText(/Включена: протокол совещания № 2/).waitFor();
    await examine(page, 'forms');

    await signOnPaper(curator, teacherId);
    await page.goto('/people/mentors');
    await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).click();
    for (const step of ['Пригласить', 'Запросить согласия', 'Внести в банк']) {
      await page.getByRole('button', { name: step, exact: true }).click();
      await page.getByRole('button', { name: step, exact: true }).waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Добавить достижение' }).click();
    const achievement = page.getByRole('dialog');
    await achievement.getByLabel('Область').fill('Физика');
    await achievement.getByLabel('Что достигнуто').fill('Победители олимпиады округа');
    await achievement.getByLabel('Подтверждение: номер документа или ссылка').fill('Приказ № 41');
    await achievement.getByRole('button', { name: 'Добавить достижение' }).click();
    await page.getByText('Физика: Победители олимпиады округа (Приказ № 41)').waitFor();
    // In June somebody looks for a strength: the bank finds it.
    await page.goto('/people/mentors');
    await page.getByRole('textbox', { name: 'В чём силён' }).fill('олимпиада');
    await page.keyboard.press('Enter');
    await page.waitForURL(/competence=/);
    await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).click();
    await page.getByRole('button', { name: 'Заполнить анкету' }).click();
    const card = page.getByRole('dialog');
    await card.getByRole('combobox', { name: 'В чём поможет' }).click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await card.getByRole('checkbox', { name: 'в школе' }).check();
    await card.getByLabel('Часов в неделю').fill('2');
    await card.getByRole('checkbox').first().check();
    await examine(page, 'mentor-card');
    await card.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Заполнена').waitFor();
    await page.getByRole('button', { name: 'Записать собеседование' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click();
    await page.getByText(/Собеседование: 10.09.2024/).waitFor();
    await examine(page, 'participant-mentor');
  },
);

journey(
  'Guests of an event sign up by the code of its poster, and the curator proposes them [B3] [C2]',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-09-10T09:00:00+03:00');
    const { school, phone } = await aSchool(await openHost(application), 'Школа встречи');

    const page = await signedIn(world, school, 'curator', phone);
    await page.goto('/people/events');
    await page.getByRole('button', { name: 'Новое мероприятие' }).first().click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Название').fill('Встреча «Мы рядом»');
    await panel.getByLabel('Когда пройдёт').fill('2024-09-20');
    await panel.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByRole('link', { name: 'Встреча «Мы рядом»' }).click();
    const link = await page.getByLabel('Ссылка для записи').inputValue();
    await examine(page, 'event');

    const guest = await world.page(school.url, 360);
    await guest.goto(link);
    await guest.getByRole('heading', { name: 'Запись: Встреча «Мы рядом»' }).waitFor();
    await guest.getByLabel('Фамилия, имя, отчество').fill('Петров Петр');
    await guest.getByLabel('Класс или должность').fill('7А');
    await guest.getByLabel('Телефон или почта взрослого').fill('мама, 8 900 000-00-00');
    await examine(guest, 'sign-up');
    await guest.getByRole('button', { name: 'Записаться' }).click();
    await guest.getByText('Вы записаны.').waitFor();

    await page.reload();
    await page.getByRole('button', { name: 'Предложить в банк' }).click();
    await page.getByText('Предложен', { exact: true }).waitFor();
    await page.goto('/people/mentees');
    await page
      .getByRole('row', { name: /Петров Пётр Ильич/ })
      .getByText('Предложен')
      .waitFor();
    await page.goto('/people/register');
    await page.getByRole('heading', { name: 'Персонифицированный учёт' }).waitFor();
    await examine(page, 'register');
  },
);

journey(
  'Requests of a teacher come from several places with source and theme, and the bank shows them as one need [B1]',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-09-10T09:00:00+03:00');
    const { school, curator, phone } = await aSchool(await openHost(application), 'Школа запросов');
    const teacherId = school.people['teacher']?.personId ?? '';
    await signOnPaper(curator, teacherId);

    const page = await signedIn(world, school, 'curator', phone);
    await page.goto('/people/nominate?role=mentee&search=Перова');
    await page.getByRole('checkbox', { name: 'Перова Анна Сергеевна' }).check();
    await page.getByRole('button', { name: 'Предложить 1 человека' }).click();
    await page.getByText('Предложен 1 человек.').waitFor();
    await page.goto('/people/mentees');
    await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).click();
    for (const step of ['Пригласить', 'Запросить согласия', 'Внести в банк']) {
      await page.getByRole('button', { name: step, exact: true }).click();
      await page.getByRole('button', { name: step, exact: true }).waitFor({ state: 'detached' });
    }
    for (const [source, words] of [
      ['аттестация', 'Слабое место по итогам аттестации: оценивание'],
      ['личное дело', 'По курсам: критериальное оценивание'],
    ] as const) {
      await page.getByRole('button', { name: 'Внести запрос' }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel('Тема').selectOption({ label: 'Оценивание и работа с результатами' });
      await panel.getByLabel('Запрос своими словами').fill(words);
      await panel.getByLabel('Где выявлен').selectOption({ label: source });
      await panel.getByRole('button', { name: 'Сохранить' }).click();
      await page.getByText(words).waitFor();
    }
    await page.getByText('Оценивание и работа с результатами, не срочно, из 2 источников').waitFor();
    await page.goto('/people/mentees');
    const row = page.getByRole('row', { name: /Перова Анна Сергеевна/ });
    await row.getByText('Оценивание и работа с результатами').waitFor();

    await page.goto('/people/requests');
    await page.getByRole('searchbox', { name: 'Слова из запроса' }).fill('аттестацией');
    await page.getByText('Слабое место по итогам аттестации').waitFor();
    await page.getByText('По курсам').waitFor({ state: 'detached' });
    await examine(page, 'requests');
    await page.goto('/settings/themes');
    await page.getByLabel('Название темы').fill('Наставничество на практике');
    await page.getByRole('button', { name: 'Добавить тему' }).click();
    await page.getByText('Тема добавлена.').waitFor();
    await examine(page, 'themes');
    await page.goto('/people/mentees');

    // The list leaves the house with its purpose, and the teacher finds that on the own page.
    await page.getByRole('button', { name: 'Выгрузить' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Для чего нужен список').fill('Совещание при директоре');
    await examine(page, 'bank-export');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Скачать файл' }).click(),
    ]);
    if (!file.suggestedFilename().endsWith('.xlsx')) throw new Error(`a file named ${file.suggestedFilename()}`);
    const teacher = await signedIn(world, school, 'teacher');
    await teacher.goto('/my/data');
    await teacher.getByText('Совещание при директоре').waitFor();
  },
);

journey('The personnel officer prepares the teachers of the bank and sees no pupil', async (world) => {
  const application = await world.application();
  application.moveClock('2024-09-10T09:00:00+03:00');
  const host = await openHost(application);
  const school = await host.organization({
    name: 'Школа кадров',
    people: {
      curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
      officer: { name: 'Кадрова Нина Львовна', post: 'Специалист по кадрам', roles: ['personnelOfficer'] },
      teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
    },
  });
  const curator = await school.as('curator');
  await switchSecondFactorOn(curator);
  const teacherId = school.people['teacher']?.personId ?? '';
  await signOnPaper(curator, teacherId);
  const classId = await makeClass(curator, { grade: 7, letter: 'А', schoolYear: 2024 });
  const pupil = { name: 'Скрытов Олег Ильич', birthDate: '2011-06-01', classId, enrolledOn: '2018-09-01' };
  const pupilId = await makePupil(curator, pupil);
  const people = [{ personId: teacherId }, { personId: pupilId }];
  await done(curator.post('/api/v1/nominations', { data: { role: 'mentor', formId: null, people } }));
  const bank = await done<{ rows: { id: string; version: number; person: { id: string } }[] }>(
    curator.get('/api/v1/bank/mentors'),
  );
  const teacher = bank.rows.find((row) => row.person.id === teacherId);
  for (const [place, command] of ['invite', 'requestConsents', 'enterBank'].entries()) {
    const data = { version: (teacher?.version ?? 0) + place, command: { command } };
    await done(curator.post(`/api/v1/participants/${teacher?.id}/commands`, { data }));
  }

  const page = await signedIn(world, school, 'officer');
  await page.goto('/people/mentors');
  await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).waitFor();
  if ((await page.getByText('Скрытов').count()) > 0) throw new Error('a pupil is shown to the personnel officer');
  if ((await page.getByRole('link', { name: 'Ученики' }).count()) > 0) throw new Error('pupils are offered');
  await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).click();
  await page.getByRole('button', { name: 'Отметить проверку' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Номер справки').fill('0-12/345');
  await dialog.getByLabel('Дата справки').fill('2024-08-20');
  await dialog.getByRole('checkbox', { name: 'Препятствий к работе с детьми нет' }).check();
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await page.getByText('Справка об отсутствии судимости: проверена 10.09.2024').waitFor();
  await page.getByRole('button', { name: 'Отметить обучение' }).click();
  await dialog.getByLabel('Название курса или занятия').fill('Школа наставника');
  await dialog.getByLabel('Дата окончания').fill('2024-08-30');
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await page.getByText('Обучение: Школа наставника, действует до 30.08.2027').waitFor();
});

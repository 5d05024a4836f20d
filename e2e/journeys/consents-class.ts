import { readFile } from 'node:fs/promises';
import { EMPTY_PAGE, enterPaper, guestByCode, signInWithSecondStep } from '../harness/consents.ts';
import { journey } from '../harness/journey.ts';
import { openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makeParent, makePupil, switchSecondFactorOn } from '../harness/school-people.ts';

const AUTUMN = '2024-09-10T09:00:00+03:00';

journey(
  'Class 7А from nomination to all consents signed: paper by its code, phone, a refusal, two signatures at 15 [B6] [B7]',
  async (world) => {
    const application = await world.application();
    application.moveClock(AUTUMN);
    const school = await (await openHost(application)).organization({
      name: 'Школа согласий',
      people: {
        curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
        teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
      },
    });
    const api = await school.as('curator');
    const phone = await switchSecondFactorOn(api);
    const classId = await makeClass(
      api,
      { grade: 7, letter: 'А', schoolYear: 2024 },
      school.people['teacher']!.personId,
    );
    const pupil = (name: string, birthDate: string) =>
      makePupil(api, { name, birthDate, classId, enrolledOn: '2018-09-01' });
    const child = await pupil('Ершов Пётр Ильич', '2012-03-05');
    const elder = await pupil('Зимина Дарья Олеговна', '2009-06-01');
    const third = await pupil('Котова Нина Павловна', '2012-11-20');
    const mother = async (name: string, childId: string) =>
      (await makeParent(api, { name, childId, kind: 'mother', startedOn: '2012-01-01' })).personId;
    const mothers = {
      ershova: await mother('Ершова Вера Ивановна', child),
      zimina: await mother('Зимина Ольга Львовна', elder),
      kotova: await mother('Котова Инна Юрьевна', third),
    };

    // The class teacher proposes the three and opens the class: nothing can be issued before the school is named.
    const teacher = await world.page(school.url);
    await school.signIn(teacher, 'teacher');
    await teacher.goto('/people/nominate?role=mentee');
    for (const name of ['Ершов Пётр Ильич', 'Зимина Дарья Олеговна', 'Котова Нина Павловна']) {
      await teacher.getByRole('checkbox', { name }).check();
    }
    await teacher.getByRole('button', { name: 'Предложить 3 человек' }).click();
    await teacher.goto('/people/consents');
    await teacher.getByText(/должны стоять адрес, ИНН и ОГРН/).waitFor();
    await examine(teacher, 'consents-no-operator');

    const curator = await world.page(school.url);
    await signInWithSecondStep(curator, school.people['curator']!, phone);
    await curator.goto('/settings/consents');
    await curator.getByText(/Не хватает: Адрес, ИНН, ОГРН/).waitFor();
    await curator.getByLabel('Адрес', { exact: true }).fill('169900, Приозёрск, ул. Садовая, 4');
    await curator.getByLabel('ИНН', { exact: true }).fill('1100000000');
    await curator.getByLabel('ОГРН', { exact: true }).fill('1021100000000');
    await curator.getByRole('button', { name: 'Сохранить реквизиты' }).click();
    await curator.getByText('Всё заполнено').waitFor();
    await examine(curator, 'consent-templates');

    await teacher.reload();
    const class7 = teacher.getByRole('table', { name: 'Согласия класса 7А' });
    await class7.getByRole('row', { name: /Ершов Пётр/ }).waitFor();
    await teacher.getByRole('button', { name: 'Выбрать, какое согласие запросить' }).click();
    await teacher.getByRole('menuitem', { name: 'Согласие на обработку данных' }).click();
    await teacher.getByText('Выпущено 3 согласия.').waitFor();
    await class7
      .getByRole('row', { name: /Зимина Дарья/ })
      .getByText('Выпущено')
      .waitFor();
    await examine(teacher, 'consents-issued');

    // Paper: printed for Ершов, signed by the mother, and the very sheet comes back as the scan.
    await teacher.getByRole('checkbox', { name: 'Отметить: Ершов Пётр Ильич' }).check();
    await teacher.getByRole('button', { name: 'Напечатать (1)' }).click();
    await examine(teacher, 'consents-print');
    const file = teacher.waitForEvent('download');
    await teacher.getByRole('button', { name: 'Скачать файл' }).click();
    const printed = await (await file).path();
    await class7
      .getByRole('row', { name: /Ершов Пётр/ })
      .getByText('Напечатано')
      .waitFor();
    await teacher.getByRole('link', { name: 'Внести подписанные' }).click();
    await teacher.getByText('Один файл PDF').waitFor();
    await examine(teacher, 'scans');
    const scan = { name: 'скан 7А.pdf', mimeType: 'application/pdf', buffer: await readFile(printed) };
    await teacher.locator('input[type=file]').setInputFiles(scan);
    await teacher.getByText('Нашлось 1 согласие').waitFor();
    await teacher.getByRole('checkbox', { name: 'Ершова Вера Ивановна' }).isChecked();
    await examine(teacher, 'scan-batch');
    await teacher.getByLabel('Отметки для всех').selectOption('отмечены все строки');
    await teacher.getByRole('button', { name: 'Внести 1 согласие' }).click();
    await teacher.getByText('Все страницы этой стопки внесены.').waitFor();
    await teacher.goto('/people/consents/scans');
    await teacher.locator('input[type=file]').setInputFiles({ ...scan, name: 'тот же скан.pdf' });
    await teacher.getByText('Этот файл уже приносили').waitFor();

    // A page that nobody knows is seen small and given its home by hand.
    await teacher.goto('/people/consents/scans');
    await teacher
      .locator('input[type=file]')
      .setInputFiles({ name: 'пустая.pdf', mimeType: 'application/pdf', buffer: Buffer.from(EMPTY_PAGE) });
    await teacher.getByRole('heading', { name: '1 страница без места' }).waitFor();
    await teacher.getByRole('img', { name: 'Страница 1 стопки' }).waitFor();
    await teacher.getByLabel('Чья страница').fill('Зимина');
    await teacher.getByLabel('Найденные люди').selectOption({ label: 'Зимина Дарья Олеговна, 7А' });
    await teacher.getByLabel('Какое согласие').waitFor();
    await examine(teacher, 'scan-homeless');

    // Two signatures at fifteen: the pupil on her phone, then the mother on hers.
    await enterPaper(api, elder, '8709 100201');
    await enterPaper(api, mothers.zimina, '8701 100202');
    const girl = await guestByCode(world, school.url, api, elder);
    await girl.goto('/my/documents');
    await girl.getByRole('link', { name: /Согласие на обработку данных/ }).waitFor();
    await examine(girl, 'my-documents');
    await girl.getByRole('link', { name: /Согласие на обработку данных/ }).click();
    await girl.getByRole('button', { name: 'Не согласен' }).waitFor();
    if (await girl.locator('input[type=checkbox]:checked').count()) throw new Error('a line was ticked beforehand');
    await examine(girl, 'sign-pupil');
    await girl.getByRole('button', { name: 'Отметить всё' }).click();
    await girl.getByRole('button', { name: 'Согласен', exact: true }).click();
    await girl.getByText('Спасибо, твой ответ записан.').waitFor();
    await girl.getByText('Зимина Ольга Львовна: ждём подписи').waitFor();

    await teacher.goto('/people/consents');
    await teacher
      .getByRole('row', { name: /Зимина Дарья/ })
      .getByText('Одна подпись из двух')
      .waitFor();
    await teacher
      .getByRole('row', { name: /Зимина Дарья/ })
      .getByText('ждём: Зимина Ольга Львовна')
      .waitFor();
    await examine(teacher, 'consents-partly');

    const woman = await guestByCode(world, school.url, api, mothers.zimina);
    await woman.goto('/my/documents');
    await woman.getByRole('link', { name: /О ком: Зимина Дарья/ }).click();
    await woman.getByRole('button', { name: 'Отметить всё' }).click();
    await woman.getByRole('button', { name: 'Согласен', exact: true }).click();
    await woman.getByRole('heading', { name: 'Передумали?' }).waitFor();
    await examine(woman, 'signed-parent');

    // A refusal is as near as an agreement, and nothing more is asked.
    const other = await guestByCode(world, school.url, api, mothers.kotova);
    await other.goto('/my/documents');
    await other.getByRole('link', { name: /О ком: Котова Нина/ }).click();
    await other.getByRole('button', { name: 'Внести мой документ и адрес' }).waitFor();
    await examine(other, 'sign-papers-missing');
    await other.getByRole('button', { name: 'Не согласен' }).click();
    await examine(other, 'sign-refuse');
    await other.getByRole('dialog').getByRole('button', { name: 'Не согласен' }).click();
    await other.getByText('Отказ записан.').waitFor();

    await teacher.reload();
    await teacher
      .getByRole('row', { name: /Ершов Пётр/ })
      .getByText(/^Действует/)
      .waitFor();
    await teacher
      .getByRole('row', { name: /Зимина Дарья/ })
      .getByText(/^Действует/)
      .waitFor();
    await teacher
      .getByRole('row', { name: /Котова Нина/ })
      .getByText('Отказ', { exact: true })
      .waitFor();
    await teacher
      .getByRole('row', { name: /Ершов Пётр/ })
      .getByRole('button', { name: /Действует/ })
      .click();
    await teacher.getByRole('dialog').getByText('Ершова Вера Ивановна: подпись').waitFor();
    await examine(teacher, 'consent-card');
  },
);

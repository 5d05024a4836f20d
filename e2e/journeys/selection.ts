import { readFile } from 'node:fs/promises';
import { readSource } from '@nastavnik/documents/read/read-source';
import { readSheets } from '@nastavnik/documents/sheets/read-sheets';
import type { Page } from 'playwright-core';
import { bringIntoBank, makeReady, signedIn, writeRequest } from '../harness/banks.ts';
import { journey } from '../harness/journey.ts';
import { done, openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { makeClass, switchSecondFactorOn } from '../harness/school-people.ts';

const PEOPLE = {
  curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
  young: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'] },
  newcomer: { name: 'Дубов Егор Ильич', post: 'Учитель', roles: ['staff'] },
  expert: { name: 'Орлова Вера Павловна', post: 'Учитель физики', roles: ['staff'] },
  singer: { name: 'Соловьёв Олег Ильич', post: 'Учитель музыки', roles: ['staff'] },
} as const;

/** The file that a dialog of handing out gives, as bytes. */
async function takeFile(page: Page, format: 'xlsx' | 'docx', purpose: string): Promise<Uint8Array> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Для чего нужен список').fill(purpose);
  await dialog.getByLabel('Вид файла').selectOption(format);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Скачать файл' }).click(),
  ]);
  return readFile(await file.path());
}

/** A sheet read back: rows as lines. */
function cellsOf(bytes: Uint8Array): string {
  const { sheets } = readSheets(bytes, 'list.xlsx');
  return sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.join(' | '))).join('\n');
}

function demand(text: string, parts: readonly string[]): void {
  for (const part of parts) if (!text.includes(part)) throw new Error(`«${part}» is not in the file:\n${text}`);
}

journey(
  'The bank of mentees with its requests goes over to the new year, is confirmed one by one and together, and leaves as a dated list [B5]',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-09-10T09:00:00+03:00');
    const host = await openHost(application);
    const school = await host.organization({ name: 'Школа актуализации', people: PEOPLE });
    const curator = await school.as('curator');
    const phone = await switchSecondFactorOn(curator);
    await makeClass(curator, { grade: 7, letter: 'А', schoolYear: 2024 });
    for (const key of ['young', 'newcomer', 'singer'] as const) {
      const record = await bringIntoBank(curator, school.people[key]?.personId ?? '', 'mentee');
      await writeRequest(curator, record, { theme: 'Оценивание и работа с результатами', words: 'Критерии' });
    }
    application.moveClock('2025-08-25T09:00:00+03:00');
    await done(curator.post('/api/v1/roll-over', { data: { fromYear: 2024 } }));
    application.moveClock('2025-09-02T09:00:00+03:00');

    const page = await signedIn(world, school, 'curator', phone);
    await page.goto('/people/mentees');
    // Who is not confirmed shows: by the next step, by the filter, in the column.
    await page
      .getByRole('row', { name: /Перова/ })
      .getByText('Подтвердить участие в этом году')
      .waitFor();
    await page.getByLabel('Показать только').selectOption({ label: 'не подтверждённых в этом году' });
    await page.getByText('Всего 3 человека').waitFor();
    await examine(page, 'bank-to-confirm');
    await page.getByRole('button', { name: 'Перова Анна Сергеевна' }).click();
    await page.getByRole('button', { name: 'Подтвердить на этот год' }).click();
    await page.getByText('Подтверждено на этот год', { exact: true }).waitFor();
    await page.getByText('Подтверждено на этот год 02.09.2025').waitFor();
    await page.goto('/people/mentees?toConfirm=true');
    await page.getByText('Всего 2 человека').waitFor();
    await page.getByRole('checkbox', { name: 'Отметить: Дубов Егор Ильич' }).check();
    await page.getByRole('button', { name: 'Подтвердить на этот год' }).click();
    await page.getByText('Всего 1 человек').waitFor();

    await page.goto('/people/mentees');
    await page.getByText('Всего 3 человека').waitFor();
    for (const format of ['xlsx', 'docx'] as const) {
      await page.getByRole('button', { name: 'Выгрузить' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: 'Перечень запросов с источником' }).check();
      await dialog.getByRole('checkbox', { name: 'Подтверждён в этом году' }).check();
      if (format === 'xlsx') await examine(page, 'bank-export-columns');
      const bytes = await takeFile(page, format, 'Педсовет об актуализации');
      const text = format === 'xlsx' ? cellsOf(bytes) : JSON.stringify(await readSource(bytes, 'list.docx'));
      demand(text, ['Перова Анна Сергеевна', 'Дубов Егор Ильич', 'Соловьёв Олег Ильич', '02.09.2025', 'нет']);
      demand(text, ['Оценивание и работа с результатами: не срочно, аттестация, с 10.09.2024']);
      // The mark of the paper: who, when, what for.
      demand(text, ['Лугова И. Ю., 02.09.2025', 'Педсовет об актуализации']);
    }
    // The register of the new year names each once, in this year's record; that of a day of last year stands as it stood.
    await page.goto('/people/register');
    await page.getByText('В банке: наставляемых 3').waitFor();
    const names = await page.getByRole('rowheader', { name: 'Перова Анна Сергеевна' }).count();
    if (names !== 1) throw new Error(`the register names a person ${names} times`);
    await examine(page, 'register-new-year');
    await page.getByLabel('На какой день').fill('2024-10-01');
    await page.getByRole('row', { name: /Перова.*Оценивание и работа с результатами/ }).waitFor();
    await examine(page, 'register-past');
    await page.getByRole('button', { name: 'Выгрузить' }).click();
    demand(cellsOf(await takeFile(page, 'xlsx', 'Учёт на день')), [
      'Персонифицированный учёт на 01.10.2024',
      'Перова Анна Сергеевна | Учитель | наставляемый |  | Оценивание и работа с результатами | 10.09.2024',
      'Учёт на день',
    ]);
  },
);

journey(
  'The curator takes mentors of the bank for the requests of the year, sees why, and takes one back; the council has recommended [C4] [PC1]',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-09-10T09:00:00+03:00');
    const host = await openHost(application);
    const school = await host.organization({ name: 'Школа отбора', people: PEOPLE });
    const curator = await school.as('curator');
    const phone = await switchSecondFactorOn(curator);
    const idOf = (key: keyof typeof PEOPLE) => school.people[key]?.personId ?? '';
    const page = await signedIn(world, school, 'curator', phone);
    await page.goto('/people/selection');
    await page.getByRole('heading', { name: 'Открытых запросов пока нет' }).waitFor();
    await examine(page, 'selection-empty');

    const record = await bringIntoBank(curator, idOf('young'), 'mentee');
    const young = await school.as('young');
    const words = 'Учусь составлять критерии для лабораторных по физике';
    const theme = 'Оценивание и работа с результатами';
    const request = await writeRequest(young, record, { theme, words, urgency: 'urgent' });
    await done(
      young.post(`/api/v1/mentee-requests/${request}/commands`, {
        data: { version: 1, command: { command: 'submit' } },
      }),
    );
    const expert = await bringIntoBank(curator, idOf('expert'), 'mentor');
    await makeReady(curator, idOf('expert'), expert, ['assessment']);
    const singer = await bringIntoBank(curator, idOf('singer'), 'mentor');
    await makeReady(curator, idOf('singer'), singer, ['arts']);

    // The council speaks before the order; the card and the bank show it.
    await page.goto(`/people/participants/${expert}`);
    await page.getByRole('button', { name: 'Записать рекомендацию' }).click();
    const minutes = page.getByRole('dialog');
    await minutes.getByLabel('Номер протокола').fill('3');
    await minutes.getByLabel('Что решил совет').fill('Рекомендовать наставником молодых педагогов');
    await minutes
      .locator('input[type=file]')
      .setInputFiles({ name: 'Протокол.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
    await minutes.getByText('Протокол.pdf').waitFor();
    await examine(page, 'council-form');
    await minutes.getByRole('button', { name: 'Записать рекомендацию' }).click();
    await page.getByText('Методический совет, протокол № 3 от 10.09.2024').waitFor();
    await page.getByRole('link', { name: 'Скан протокола' }).waitFor();
    await page.goto('/people/mentors?recommended=true');
    await page.getByText('Всего 1 человек').waitFor();
    await examine(page, 'bank-mentors');

    await page.goto('/people/selection');
    await page.getByText('Открыт 1 запрос, без наставника: 1').waitFor();
    await page.getByRole('link', { name: new RegExp(theme) }).click();
    const mentors = page.getByRole('list', { name: 'Кто может помочь' });
    const best = mentors.getByRole('listitem').first();
    await best.getByText('Орлова Вера Павловна').waitFor();
    await best.getByText('Умеет: Оценивание').waitFor();
    await best.getByText('Рекомендован советом').waitFor();
    await mentors.getByText('В анкете и достижениях нет общего с запросом').waitFor();
    await examine(page, 'selection');
    await page.getByRole('button', { name: 'Наметить: Орлова Вера Павловна' }).click();
    await page.getByText('Открыт 1 запрос, без наставника: 0').waitFor();
    await best.getByText('Намечен на этот запрос').waitFor();
    await best.getByText('Отобран', { exact: true }).waitFor();

    // Both banks and both cards show it; the file too.
    await page.goto('/people/mentors?answering=true');
    await page
      .getByRole('row', { name: /Орлова/ })
      .getByText(theme)
      .waitFor();
    await page.getByRole('button', { name: 'Выгрузить' }).click();
    await page.getByRole('checkbox', { name: 'На какие запросы отобран' }).check();
    await page.getByRole('checkbox', { name: 'Рекомендован советом' }).check();
    const bytes = await takeFile(page, 'xlsx', 'Приказ о наставниках');
    demand(cellsOf(bytes), ['Орлова Вера Павловна', theme, 'Приказ о наставниках']);
    await page.goto(`/people/participants/${record}`);
    await page.getByRole('region', { name: 'Отбор под запросы' }).getByText('Орлова Вера Павловна').waitFor();
    await page.goto(`/people/participants/${expert}`);
    await page.getByRole('button', { name: 'Снять: Перова Анна Сергеевна' }).click();
    await page.getByText(/снято 10.09.2024/).waitFor();
    await page.getByRole('button', { name: 'Вернуть в банк' }).click();
    await page.getByText('Возвращён(а) в банк').waitFor();
    await examine(page, 'participant-selected');
    await page.goto('/people/selection');
    await page.getByText('Открыт 1 запрос, без наставника: 1').waitFor();

    // The teacher comes to the own requests from the own page.
    const own = await signedIn(world, school, 'young');
    await own.goto('/my');
    await own.getByRole('link', { name: 'Мои запросы' }).waitFor();
    await examine(own, 'my');
    await own.getByRole('link', { name: 'Мои запросы' }).click();
    await own.getByText(words).waitFor();
    if (await own.getByText('Отбор под запросы').count()) throw new Error('a proposal is shown to the mentee');
    await examine(own, 'own-requests');
  },
);

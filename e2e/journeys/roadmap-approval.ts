import { stands } from '../harness/approval.ts';
import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { draftOfTemplate, requireOuterAgreement, schoolOfPlans } from '../harness/running-plans.ts';

journey(
  'A plan goes from draft to force: submitted, adopted by the council, agreed on paper, approved by order [A5] [A6] [A7] [A14]',
  async (world) => {
    const school = await schoolOfPlans(await world.host(), 'Школа на холме');
    const curator = await school.as('curator');
    await requireOuterAgreement(curator, 'Управление образования округа');
    const id = await draftOfTemplate(curator, { template: 'small-3', title: 'Дорожная карта холма' });
    await done(curator.post(`/api/v1/roadmaps/${id}/items`, { data: await unfinishedItem(curator, id) }));

    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto(`/roadmap/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Дорожная карта холма' }).waitFor();
    await examine(page, 'roadmap-draft');

    // What is not finished is named, and its link opens it.
    await page.getByRole('button', { name: 'Отправить на рассмотрение' }).click();
    await page.getByRole('alert').getByText('Не у всех пунктов').waitFor();
    await page.getByRole('link', { name: 'Провести день открытых дверей' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Срок').fill('до 15 октября');
    await panel.getByText('до 15 октября', { exact: false }).first().waitFor();
    await panel.getByLabel('Ответственный').fill('Лугова И. Ю.');
    await panel.getByLabel('Результат').fill('Отчёт');
    await panel.getByRole('button', { name: 'Сохранить пункт' }).click();
    await page.getByText('Изменено: Провести день открытых дверей').first().waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Отправить на рассмотрение' }).click();
    await stands(page, 'На рассмотрении');

    await page.getByRole('button', { name: 'Записать решение совета' }).click();
    await page.getByLabel('Протокол №').fill('1');
    await page.getByRole('dialog').getByRole('button', { name: 'Записать решение' }).click();
    await page.getByText('Протокол № 1').waitFor();

    await page.getByRole('button', { name: 'Записать согласование' }).click();
    const agreement = page.getByRole('dialog');
    await agreement.getByLabel('Должность').fill('Начальник управления');
    await agreement.getByLabel('Фамилия, инициалы').fill('Сомов Р. Д.');
    await agreement.locator('input[type=file]').setInputFiles({
      name: 'согласование.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
    });
    await agreement.getByText('согласование.pdf').waitFor();
    await agreement.getByRole('button', { name: 'Записать согласование' }).click();
    await stands(page, 'Согласована, ждёт утверждения');
    await page.getByRole('link', { name: 'Скан' }).waitFor();
    await examine(page, 'roadmap-agreed');

    // The curator does not approve: the button is the director's.
    if (await page.getByRole('button', { name: 'Утвердить' }).count()) throw new Error('the curator may approve');
    const director = await world.page(school.url);
    await school.signIn(director, 'director');
    await director.goto(`/roadmap/${id}`);
    await director.getByText('План ждёт вашего утверждения.').waitFor();
    await director.getByRole('button', { name: 'Утвердить' }).click();
    const approval = director.getByRole('dialog');
    await approval.getByLabel('Приказ №').fill('112');
    await examine(director, 'roadmap-approve');
    await approval.getByRole('button', { name: 'Утвердить' }).click();
    await stands(director, 'Утверждена');
    await director.getByText(/Приказ № 112/).waitFor();
    await director.getByRole('button', { name: 'Ввести в действие' }).click();
    await stands(director, 'Действует');

    await page.reload();
    await stands(page, 'Действует');
    for (const stamp of ['ПРИНЯТО', 'СОГЛАСОВАНО', 'УТВЕРЖДАЮ']) await page.getByText(stamp, { exact: true }).waitFor();
  },
);

journey('A plan sent back says why, and comes again when it is mended', async (world) => {
  const school = await schoolOfPlans(await world.host(), 'Школа у озера');
  const curator = await school.as('curator');
  const id = await draftOfTemplate(curator, { template: 'small-3', title: 'План озера' });
  await done(curator.post(`/api/v1/roadmaps/${id}/submit`));
  const director = await world.page(school.url);
  await school.signIn(director, 'director');
  await director.goto(`/roadmap/${id}`);
  await director.getByRole('button', { name: 'Вернуть на доработку' }).click();
  await director.getByLabel('Что исправить').fill('Добавьте срок обучения наставников');
  await director.getByRole('dialog').getByRole('button', { name: 'Вернуть на доработку' }).click();
  await stands(director, 'Возвращена на доработку');

  const page = await world.page(school.url, 360);
  await school.signIn(page, 'curator');
  await page.goto(`/roadmap/${id}`);
  await page.getByText('Добавьте срок обучения наставников').waitFor();
  await examine(page, 'roadmap-returned');
  await page.getByRole('button', { name: 'Отправить на рассмотрение' }).click();
  await stands(page, 'На рассмотрении');
});

journey(
  'When a colleague has changed the same item meanwhile, what was typed stays and is kept the second time',
  async (world) => {
    const school = await schoolOfPlans(await world.host(), 'Школа на мысу');
    const curator = await school.as('curator');
    const id = await draftOfTemplate(curator, { template: 'small-3', title: 'План мыса' });
    const page = await world.page(school.url);
    await school.signIn(page, 'curator');
    await page.goto(`/roadmap/${id}`);
    await page.getByRole('button', { name: /Срок пункта 2: изменить/ }).click();
    const field = page.getByRole('textbox', { name: 'Срок пункта 2' });
    await field.fill('до 20 октября');

    const { items } = await done<{ items: { id: string; number: string; version: number }[] }>(
      curator.get(`/api/v1/roadmaps/${id}`),
    );
    const second = items.find(({ number }) => number === '2')!;
    await done(
      curator.put(`/api/v1/roadmaps/${id}/items/${second.id}`, {
        data: { result: 'Приказ с подписями', version: second.version },
      }),
    );
    await field.press('Enter');
    await page.getByText('Пункт уже изменил другой человек').waitFor();
    await page.getByText('Введённое осталось в поле').waitFor();
    if ((await field.inputValue()) !== 'до 20 октября') throw new Error('what was typed is lost');
    await page.getByText('Приказ с подписями').waitFor();
    await field.press('Enter');
    await page.getByRole('cell', { name: /до 20 октября/ }).waitFor();
    await page.getByText('Приказ с подписями').waitFor();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await page.getByRole('cell', { name: /до 20 октября/ }).waitFor({ state: 'hidden' });
  },
);

async function unfinishedItem(client: Parameters<typeof draftOfTemplate>[0], roadmapId: string) {
  const { stages } = await done<{ stages: { id: string }[] }>(client.get(`/api/v1/roadmaps/${roadmapId}`));
  return {
    stageId: stages[0]?.id,
    position: 0,
    number: null,
    title: 'Провести день открытых дверей',
    measure: null,
    points: [],
    deadline: null,
    responsible: null,
    result: null,
    condition: null,
    activityKind: null,
  };
}

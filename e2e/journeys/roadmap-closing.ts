import type { APIRequestContext } from 'playwright-core';
import { stands } from '../harness/approval.ts';
import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { planInForce, schoolOfPlans } from '../harness/running-plans.ts';

journey(
  'The director closes a plan: what is open is settled, what is late is explained; the curator sends it to the archive, where it is read and printed',
  async (world) => {
    const school = await schoolOfPlans(await world.host(), 'Школа у маяка');
    const id = await planInForce(school, {
      title: 'План маяка',
      items: [
        { title: 'Издать приказ', deadline: 'сентябрь', responsible: 'Куратор', result: 'Приказ' },
        { title: 'Обучить наставников', deadline: 'октябрь', responsible: 'Куратор', result: 'Ведомость' },
        { title: 'Подвести итоги', deadline: 'май', responsible: 'Куратор', result: 'Справка' },
      ],
    });
    await doneWithProof(await school.as('curator'), id, 'Издать приказ');

    const director = await world.page(school.url);
    await school.signIn(director, 'director');
    await director.goto(`/roadmap/${id}`);
    await director.getByRole('button', { name: 'Завершить план' }).click();
    const closing = director.getByRole('dialog');
    await closing.getByText('Ещё 1 пункт не завершён').waitFor();
    await examine(director, 'roadmap-close');
    await closing.getByRole('link', { name: /Подвести итоги/ }).click();
    await closing.getByText('Ещё 1 пункт не завершён').waitFor({ state: 'hidden' });
    const panel = director.getByRole('dialog', { name: 'Пункт 1.3' });
    await panel.getByRole('button', { name: 'Отменить пункт' }).click();
    await panel.getByLabel('Почему отменяем').fill('Итоги подведёт новая программа');
    await panel.getByRole('button', { name: 'Отменить пункт' }).last().click();
    await panel.getByText('Отменено').first().waitFor();
    await director.goto(`/roadmap/${id}`);

    // What is late and not explained keeps the plan open, and what was typed stays.
    await director.getByRole('button', { name: 'Завершить план' }).click();
    await closing.getByText('Почему не выполнен 1 пункт').waitFor();
    await closing.getByLabel(/Обучить наставников/).fill('Курсы перенесены на следующий год');
    await closing.getByRole('button', { name: 'Завершить план' }).click();
    await stands(director, 'Завершена');

    const phone = await world.page(school.url, 360);
    await school.signIn(phone, 'curator');
    await phone.goto(`/roadmap/${id}`);
    await phone.getByText('План завершён. После 30 июня он сам уйдёт в архив.').waitFor();
    await examine(phone, 'roadmap-closed');
    await phone.getByRole('button', { name: 'Отправить в архив' }).click();
    await stands(phone, 'В архиве');
    await phone.getByText('План в архиве: его можно читать и печатать.').waitFor();
    await phone.getByRole('button', { name: /Обучить наставников/ }).click();
    const card = phone.getByRole('dialog');
    await card.getByText('Курсы перенесены на следующий год').first().waitFor();
    if ((await card.getByRole('button', { name: 'Отметить выполнение' }).count()) > 0)
      throw new Error('an item of an archived plan may be reported');
    await examine(phone, 'roadmap-archived');

    const print = await (await school.as('curator')).get(`/api/v1/roadmaps/${id}/print`, {
      params: { format: 'txt', variant: 'report' },
    });
    if (!(await print.text()).includes('Обучить наставников')) throw new Error('an archived plan is not printed');
  },
);

async function doneWithProof(curator: APIRequestContext, roadmapId: string, title: string): Promise<void> {
  const { items } = await done<{ items: { title: string; occurrences: { id: string }[] }[] }>(
    curator.get(`/api/v1/roadmaps/${roadmapId}`),
  );
  const at = `/api/v1/occurrences/${items.find((item) => item.title === title)!.occurrences[0]!.id}`;
  await done(curator.post(`${at}/evidence`, { data: { kind: 'document', title, number: '7', date: '2026-09-10' } }));
  await done(curator.post(`${at}/report-done`, { data: { doneOn: '2026-09-10', note: null } }));
}

import type { APIRequestContext, Page } from 'playwright-core';
import { done } from './organizations.ts';

type PlanItem = {
  id: string;
  version: number;
  deadline: unknown;
  responsible: unknown;
  result: unknown;
};

/** Gives every item what the school's own file did not say, so that the plan may be submitted. */
export async function complete(curator: APIRequestContext, roadmapId: string): Promise<void> {
  const { items } = await done<{ items: PlanItem[] }>(curator.get(`/api/v1/roadmaps/${roadmapId}`));
  for (const item of items) {
    const missing = {
      ...(item.deadline ? {} : { deadline: 'в течение года' }),
      ...(item.responsible ? {} : { responsible: 'Лугова И. Ю.' }),
      ...(item.result ? {} : { result: 'Отчёт' }),
    };
    if (Object.keys(missing).length === 0) continue;
    await done(
      curator.put(`/api/v1/roadmaps/${roadmapId}/items/${item.id}`, { data: { ...missing, version: item.version } }),
    );
  }
}

/** From draft to force by the pages: the curator submits and records the agreement, the director approves and enacts. */
export async function bringIntoForceByPages(
  pages: { curator: Page; director: Page },
  roadmapId: string,
): Promise<void> {
  const { curator, director } = pages;
  await curator.goto(`/roadmap/${roadmapId}`);
  await curator.getByRole('button', { name: 'Отправить на рассмотрение' }).click();
  await stands(curator, 'На рассмотрении');
  await curator.getByRole('button', { name: 'Записать согласование' }).click();
  const agreement = curator.getByRole('dialog');
  await agreement.getByLabel('Должность').fill('Начальник управления');
  await agreement.getByLabel('Фамилия, инициалы').fill('Сомов Р. Д.');
  await agreement.getByRole('button', { name: 'Записать согласование' }).click();
  await stands(curator, 'Согласована, ждёт утверждения');

  await director.goto(`/roadmap/${roadmapId}`);
  await director.getByRole('button', { name: 'Утвердить' }).click();
  const approval = director.getByRole('dialog');
  await approval.getByLabel('Приказ №').fill('112');
  // An acting director names what gives the power to sign (no approval by who is not director or acting director).
  const authority = approval.getByLabel('Чем дано право подписи');
  if ((await authority.count()) > 0) await authority.fill('приказ управления от 01.09.2023 № 12');
  await approval.getByRole('button', { name: 'Утвердить' }).click();
  const refused = director.getByRole('alert');
  await stands(director, 'Утверждена').catch(async (error: unknown) => {
    throw (await refused.count()) > 0 ? new Error(await refused.first().innerText()) : error;
  });
  await director.getByRole('button', { name: 'Ввести в действие' }).click();
  await stands(director, 'Действует');
}

/** The state of the plan as its page says it. */
export async function stands(page: Page, state: string): Promise<void> {
  await page.locator('main').getByText(state, { exact: true }).first().waitFor();
}

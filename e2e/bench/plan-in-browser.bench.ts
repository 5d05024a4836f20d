import { launchBrowser } from '../browser.ts';
import { startApplication } from '../harness/application.ts';
import { openHost, signInByPage } from '../harness/organizations.ts';
import { draftPlan } from '../harness/plans.ts';

const ROUNDS = 7;

/** From the address to rows that can be worked with, in Chromium on this machine; the browser's cache empty and full. */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const application = await startApplication();
  const browser = await launchBrowser();
  try {
    const host = await openHost(application);
    const school = await host.organization({
      name: 'Школа замера',
      people: { curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } },
    });
    const figures: Record<string, number> = {};
    for (const items of [20, 500]) {
      const roadmapId = await draftPlan(await school.as('curator'), planOf(items));
      const context = await browser.newContext({
        baseURL: application.url,
        locale: 'ru-RU',
        viewport: { width: 1280, height: 860 },
      });
      const page = await context.newPage();
      await signInByPage(page, school.people['curator']!);
      const times: number[] = [];
      const whole: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        await page.goto(`/roadmap/${roadmapId}`);
        // By selectors: a search by role computes the names of all rows, which takes longer than what is measured.
        await page.locator('[data-row]').first().waitFor();
        times.push(performance.now() - began);
        await page.locator('tbody:last-of-type [data-row]').getByText(`Беседа о наставничестве ${items}`).waitFor();
        whole.push(performance.now() - began);
      }
      await context.close();
      figures[`${items} items, first opening, ms`] = times[0]!;
      figures[`${items} items, again, median ms`] = median(times.slice(1));
      figures[`${items} items, the last row stands too, again, median ms`] = median(whole.slice(1));
    }
    return { name: 'time to the usable plan in Chromium', figures };
  } finally {
    await browser.close();
    await application.remove();
  }
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function planOf(items: number): string {
  const rows = Array.from(
    { length: items },
    (_, index) =>
      `${index % 10 === 0 ? `${index / 10 + 1}\tЭтап ${index / 10 + 1}` : '\t'}\tБеседа о наставничестве ${index + 1}\tсентябрь\tЛугова И.Ю.\tПротокол`,
  );
  return `Дорожная карта наставничества на 2024-2025 учебный год\n\n№\tЭтап\tСодержание деятельности\tСроки\tОтветственный\tРезультат\n${rows.join('\n')}\n`;
}

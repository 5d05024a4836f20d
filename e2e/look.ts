import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';

/**
 * Pictures of running pages, wide and narrow, for looking at them: `node e2e/look.ts URL…`.
 * With NASTAVNIK_LOGIN and NASTAVNIK_PASSWORD it signs in first. Starts no server itself.
 */
const WIDTHS = [1280, 360] as const;
const urls = process.argv.slice(2);
const first = urls[0];
if (!first) {
  process.stderr.write('Usage: node e2e/look.ts URL…\n');
  process.exit(2);
}
const folder = join(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });

const browser = await launchBrowser();
const { NASTAVNIK_LOGIN: login, NASTAVNIK_PASSWORD: password } = process.env;
for (const width of WIDTHS) {
  const context = await browser.newContext({ viewport: { width, height: width > 600 ? 860 : 740 }, locale: 'ru-RU' });
  const page = await context.newPage();
  if (login && password) {
    await page.goto(new URL('/sign-in', first).href);
    await page.getByLabel('Логин или электронная почта').fill(login);
    await page.getByLabel('Пароль', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
  }
  for (const url of urls) {
    await page.goto(url, { waitUntil: 'networkidle' });
    const name = new URL(url).pathname.replaceAll(/[^\w-]+/g, '_').replaceAll(/^_|_$/g, '') || 'start';
    const path = join(folder, `${name}-${width}.png`);
    await page.screenshot({ path, fullPage: true });
    process.stdout.write(`${path}\n`);
  }
  await context.close();
}
await browser.close();

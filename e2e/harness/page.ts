import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

const PICTURES = join(import.meta.dirname, '../results/pictures');

export async function openPage(
  browser: Browser,
  options: { url: string; width: number; complain: (text: string) => void },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.width > 600 ? 860 : 740 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
    baseURL: options.url,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => options.complain(error.message));
  page.on('console', (message) => {
    // An answer that refuses is the application's right; the browser reports its status as an error all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      options.complain(message.text());
  });
  return page;
}

/** How every window looked when a journey failed: `failed-1.png`, `failed-2.png`… */
export async function pictureEach(pages: readonly Page[]): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const [at, page] of pages.entries()) {
    await page.screenshot({ path: join(PICTURES, `failed-${at + 1}.png`), fullPage: true });
  }
}

/**
 * What axe looks for. It lists where it found something, not all it has looked at, and puts its report together in the
 * page instead of in a second one: the same findings in a quarter of the time, which is a journey's longest part. Into a
 * sealed frame it comes only in the other manner.
 */
async function findingsOn(page: Page): Promise<string[]> {
  const rules = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] };
  const hasSealedFrame = (await page.locator('iframe[sandbox]').count()) > 0;
  const axe = new AxeBuilder({ page }).setLegacyMode(!hasSealedFrame);
  const { violations } = await axe.options({ runOnly: rules, resultTypes: ['violations'] }).analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => node.target.join(' '));
    return `${id}: ${help}: ${places.slice(0, 3).join(' | ')}`;
  });
}

/**
 * Reads the page as a screen reader's tester would, at this width and at the other, and keeps a picture of each.
 * @throws with what axe found
 */
export async function examine(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const own = page.viewportSize()!;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width > 600 ? 860 : 740 });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
    const said = await findingsOn(page);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
    );
    if (wide) said.push('the page is wider than the window');
    if (said.length > 0) throw new Error(`${name} at ${width} px:\n${said.join('\n')}`);
  }
  await page.setViewportSize(own);
}

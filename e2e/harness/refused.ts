import type { Page } from 'playwright-core';

const MOST = 25;

/**
 * Goes wherever links of these screens lead, one of each kind of address, opens what opens beside a list, and tells what
 * the server refused on the way. Offered and then refused is a fault of the screen.
 */
export async function refusedOn(page: Page, starts: readonly string[], within: RegExp): Promise<string[]> {
  const refused: string[] = [];
  let here = '';
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(`${here}: ${new URL(answer.url()).pathname}`);
  });
  const waiting = [...starts];
  const seen = new Set(starts.map(kindOf));
  for (let visited = 0; waiting.length > 0 && visited < MOST; visited += 1) {
    here = waiting.shift()!;
    await page.goto(here);
    await page.waitForLoadState('networkidle');
    for (const link of await linksOf(page)) {
      if (!within.test(link) || seen.has(kindOf(link))) continue;
      seen.add(kindOf(link));
      waiting.push(link);
    }
    await openEach(page);
  }
  return [...new Set(refused)];
}

async function linksOf(page: Page): Promise<string[]> {
  return page
    .locator('main a[href^="/"]:not([href^="/api"])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** One of each word: of thirty cells «Действует» the first. */
async function openEach(page: Page): Promise<void> {
  const openers = page.locator('main [aria-haspopup="dialog"]');
  const words = await openers.allInnerTexts();
  for (const [at, word] of words.entries()) {
    if (words.indexOf(word) !== at) continue;
    await openers.nth(at).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

/** `/sign/0190…` and `/sign/0191…` are one kind of address. */
function kindOf(address: string): string {
  return address.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
}

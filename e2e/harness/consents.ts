import type { TOTP } from 'otpauth';
import { type APIRequestContext, type Page, request } from 'playwright-core';
import type { World } from './journey.ts';
import { done, PASSWORD, signInByPage } from './organizations.ts';
import { accessCode, comeInByCode } from './school-people.ts';

/** What journeys about consents share: those who sign, and what stands in a written consent. */

/** Somebody without mail comes in by the printed code, on a phone; afterwards the page is signed in. */
export async function guestByCode(world: World, url: string, by: APIRequestContext, personId: string): Promise<Page> {
  const given = await accessCode(by, personId);
  const fresh = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  await comeInByCode(fresh, given);
  await fresh.dispose();
  const page = await world.page(url, 360);
  await signInByPage(page, { login: given.login, password: PASSWORD });
  return page;
}

/** Signs in with the password and the code of the phone. */
export async function signInWithSecondStep(
  page: Page,
  person: { readonly login: string; readonly password: string },
  phone: TOTP,
): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Логин или электронная почта').fill(person.login);
  await page.getByLabel('Пароль', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByLabel('Код из приложения').fill(phone.generate());
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await page.waitForURL((to) => to.pathname !== '/sign-in');
}

/** The signer's document and address (152-ФЗ art. 9(4)). */
export async function enterPaper(api: APIRequestContext, personId: string, number: string): Promise<void> {
  await done(
    api.put(`/api/v1/persons/${personId}/identity`, {
      data: { kind: 'passport', number, issuedOn: null, issuer: null, address: '169900, Приозёрск, ул. Лесная, 1' },
    }),
  );
}

/** The school by which a consent is issued. */
export async function nameOperator(api: APIRequestContext): Promise<void> {
  const data = {
    address: '169900, Приозёрск, ул. Садовая, 4',
    inn: '1100000000',
    ogrn: '1021100000000',
    accountSigning: true,
  };
  await done(api.put('/api/v1/operator', { data }));
}

export async function issueConsent(api: APIRequestContext, personId: string, kind = 'processing'): Promise<string> {
  const { issued, skipped } = await done<{ issued: { consentId: string }[]; skipped: { code: string }[] }>(
    api.post('/api/v1/consents/issue', { data: { personIds: [personId], kinds: [kind] } }),
  );
  const [first] = issued;
  if (!first) throw new Error(`nothing was issued: ${skipped.map(({ code }) => code).join(', ')}`);
  return first.consentId;
}

/** A signed paper with its scan. */
export async function filePaper(
  api: APIRequestContext,
  consentId: string,
  paper: { readonly by: readonly string[]; readonly signedOn: string },
): Promise<void> {
  await done(
    api.post(`/api/v1/consents/${consentId}/scan`, {
      multipart: {
        signedOn: paper.signedOn,
        by: paper.by.join(','),
        purposes: 'required',
        file: { name: 'Согласие.pdf', mimeType: 'application/pdf', buffer: Buffer.from(EMPTY_PAGE) },
      },
    }),
  );
}

/** One empty page, as a scanner would give it. */
export const EMPTY_PAGE =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** Places in which the school may publish: without them nobody can be asked (DOC-15). */
export async function namePlaces(api: APIRequestContext, places: readonly { name: string; address: string }[]) {
  type View = { id: string; template: { kind: string; version: number } };
  const { templates } = await done<{ templates: View[] }>(api.get('/api/v1/consent-templates'));
  const resources = places.map((place, at) => ({ id: `own:${at}`, ...place, owner: 'Школа', country: 'RU' }));
  // A wording names what the catalogue allows (RULE-24).
  for (const { id: _id, ...place } of resources) await done(api.post('/api/v1/resources', { data: place }));
  for (const { id, template } of templates.filter((each) => each.template.kind === 'dissemination')) {
    const data = { version: template.version, template: { ...template, resources } };
    await done(api.put(`/api/v1/consent-templates/${id}`, { data }));
  }
}

/** Counts what a thumb does from the opening of a link on. Before the first address. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let taps = 0;
    addEventListener('pointerdown', () => (taps += 1), true);
    Object.assign(globalThis, { taps: () => taps });
  });
  return () => page.evaluate(() => (globalThis as unknown as { taps: () => number }).taps());
}

/** RULE-10: of two answers none is larger, bolder or paler. */
export async function demandAlike(page: Page, one: string, other: string): Promise<void> {
  const look = (name: string) =>
    page.getByRole('button', { name, exact: true }).evaluate((button) => {
      const { fontSize, fontWeight, color, opacity } = getComputedStyle(button);
      const { width, height } = button.getBoundingClientRect();
      return JSON.stringify({
        fontSize,
        fontWeight,
        color,
        opacity,
        width: Math.round(width),
        height: Math.round(height),
      });
    });
  const [first, second] = await Promise.all([look(one), look(other)]);
  if (first !== second) throw new Error(`«${one}» looks ${first}, «${other}» looks ${second}`);
}

/** Goes by Tab to the button or box of this name, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (here.trim() === name) return;
  }
  throw new Error(`no Tab leads to «${name}»`);
}

/** From the nomination into the bank, for those whose consents are there. */
export async function bringIntoBank(
  api: APIRequestContext,
  data: { role: 'mentor' | 'mentee'; formId: string | null; people: readonly { personId: string }[] },
): Promise<void> {
  const { nominated } = await done<{ nominated: { participantId: string }[] }>(
    api.post('/api/v1/nominations', { data }),
  );
  const ids = nominated.map(({ participantId }) => participantId);
  for (const command of ['invite', 'requestConsents', 'enterBank']) {
    const { refused } = await done<{ refused: { code: string }[] }>(
      api.post('/api/v1/participants/commands', { data: { ids, command: { command } } }),
    );
    if (refused.length > 0) throw new Error(`${command} is refused: ${refused.map(({ code }) => code).join(', ')}`);
  }
}

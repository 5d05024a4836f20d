import type { Page } from 'playwright-core';
import { type ConsentSchool, consentSchool } from '../harness/consent-school.ts';
import { countTaps, demandAlike, guestByCode, tabTo } from '../harness/consents.ts';
import { journey, type World } from '../harness/journey.ts';
import { PASSWORD } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { accessCode, comeInByCode } from '../harness/school-people.ts';

const THREE = 3;

journey(
  'A pupil of 15 and the mother on phones: sign, refuse, take back within three taps of the link; one of two is seen in between [B6]',
  async (world) => {
    const at = await consentSchool(await world.host(), 'Школа трёх касаний');
    const girl = await at.child('Зимина Дарья Олеговна', 15);
    const brother = await at.child('Зимин Олег Олегович', 12);
    const mother = await at.parent('Зимина Ольга Львовна', girl);
    const ofGirl = await at.issue(girl);

    const phone = await guestByCode(world, at.school.url, at.api, girl);
    const taps = await countTaps(phone);
    await phone.goto(`/sign/${ofGirl}`);
    await phone.getByRole('heading', { name: 'Коротко' }).waitFor();
    const order = await phone.getByRole('heading', { level: 2 }).allInnerTexts();
    if (order[0] !== 'Коротко' || order[1] !== 'Полный текст') throw new Error(`the page begins with ${order.join()}`);
    if (await phone.locator('input[type=checkbox]:checked').count()) throw new Error('a line was ticked beforehand');
    await demandAlike(phone, 'Согласен', 'Не согласен');
    await phone.getByRole('button', { name: 'Отметить всё' }).click();
    await phone.getByRole('button', { name: 'Согласен', exact: true }).click();
    await phone.getByText('Спасибо, твой ответ записан.').waitFor();
    demandFew('to sign', await taps());

    const teacher = await at.classRoom(world);
    await teacher.goto('/people/consents');
    const row = teacher.getByRole('row', { name: /Зимина Дарья/ });
    await row.getByText('Одна подпись из двух').waitFor();
    await row.getByText('ждём: Зимина Ольга Львовна').waitFor();

    // The mother opens the link of the reminder before she has come in, and goes on by the keys alone.
    const woman = await byTheLink(world, at, mother, ofGirl);
    await woman.getByRole('button', { name: 'Не согласен' }).waitFor();
    await tabTo(woman, 'Отметить всё');
    await woman.keyboard.press('Enter');
    await tabTo(woman, 'Согласен');
    await woman.keyboard.press('Enter');
    await woman.getByRole('heading', { name: 'Передумали?' }).waitFor();
    await teacher.reload();
    await row.getByText(/^Действует/).waitFor();

    // «Не согласен» for the younger one.
    await at.alsoParent(mother, brother);
    const second = await at.issue(brother);
    const womanTaps = await countTaps(woman);
    await woman.goto(`/sign/${second}`);
    await woman.getByRole('button', { name: 'Не согласен' }).click();
    await woman.getByRole('dialog').getByRole('button', { name: 'Не согласен' }).click();
    await woman.getByText('Отказ записан.').waitFor();
    demandFew('to refuse', await womanTaps());
    await examine(woman, 'sign-refused');

    // The pupil takes it back alone (RULE-14).
    await phone.goto(`/sign/${ofGirl}`);
    await phone.getByRole('button', { name: 'Отозвать' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click();
    await phone.getByText(/Данные будут уничтожены/).waitFor();
    demandFew('to take back', await taps());
  },
);

journey(
  'A pupil of 15 signs first, while nobody knows the mother’s passport: each enters the own, and «Согласен» opens the form [B6]',
  async (world) => {
    const at = await consentSchool(await world.host(), 'Школа каждого за себя');
    const girl = await at.child('Лугина Вера Олеговна', 15, 'unknown');
    const mother = await at.parent('Лугина Анна Львовна', girl, 'mother', 'unknown');
    const consent = await at.issue(girl);
    const phone = await guestByCode(world, at.school.url, at.api, girl);
    await phone.goto(`/sign/${consent}`);
    await phone.getByRole('heading', { name: 'Твой ответ' }).waitFor();
    await phone.getByText('О тебе').waitFor();
    await phone.getByText(/Документ взрослого здесь не нужен/).waitFor();
    await phone.getByRole('button', { name: 'Согласен', exact: true }).click();
    await enterOwnPaper(phone, '8709 300400');
    await phone.getByRole('button', { name: 'Отметить всё' }).click();
    await phone.getByRole('button', { name: 'Согласен', exact: true }).click();
    await phone.getByText('Спасибо, твой ответ записан.').waitFor();
    await phone.getByText('Лугина Анна Львовна: ждём подписи').waitFor();

    const woman = await guestByCode(world, at.school.url, at.api, mother);
    await woman.goto(`/sign/${consent}`);
    // Above the pupil's text the summary speaks to the mother.
    await woman.getByText(/данные вашего ребёнка/).waitFor();
    await examine(woman, 'sign-second-papers');
    await woman.getByRole('button', { name: 'Согласен', exact: true }).click();
    await enterOwnPaper(woman, '8701 300500');
    await woman.getByRole('button', { name: 'Отметить всё' }).click();
    await woman.getByRole('button', { name: 'Согласен', exact: true }).click();
    await woman.getByRole('heading', { name: 'Передумали?' }).waitFor();
  },
);

async function enterOwnPaper(page: Page, number: string): Promise<void> {
  await page.getByLabel('Серия и номер').fill(number);
  await page.getByLabel('Адрес').fill('169900, Приозёрск, ул. Лесная, 7');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Сохранено.', { exact: true }).waitFor();
}

function demandFew(what: string, taps: number): void {
  if (taps > THREE) throw new Error(`${taps} taps ${what}`);
}

/** Whoever opens a link without having come in signs in first and lands where the link leads. */
async function byTheLink(world: World, at: ConsentSchool, personId: string, consentId: string) {
  const given = await accessCode(at.api, personId);
  const fresh = await world.page(at.school.url, 360);
  await comeInByCode(fresh.request, given);
  await fresh.context().clearCookies();
  await fresh.goto(`/sign/${consentId}`);
  await fresh.getByLabel('Логин или электронная почта').fill(given.login);
  await fresh.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
  await fresh.getByLabel('Пароль', { exact: true }).press('Enter');
  await fresh.waitForURL(`**/sign/${consentId}`);
  return fresh;
}

import { aSignature } from '@nastavnik/documents/consents/a-signature.testing';
import { consentSchool } from '../harness/consent-school.ts';
import { guestByCode, namePlaces } from '../harness/consents.ts';
import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { openPeople } from '../harness/school-people.ts';

const PLACES = [
  { name: 'Сайт школы', address: 'https://school.example/mentors' },
  { name: 'Группа школы', address: 'https://social.example/school' },
];
const JUNK = { name: 'подпись.sig', mimeType: 'application/octet-stream', buffer: Buffer.from('это не подпись') };

journey(
  'A mother chooses on her phone what may stand where; nothing else is allowed, and one demand stops it all [B6]',
  async (world) => {
    const at = await consentSchool(await world.host(), 'Школа публикаций');
    await namePlaces(at.api, PLACES);
    const child = await at.child('Ершов Пётр Ильич', 12);
    const silent = await at.child('Котова Нина Павловна', 12);
    const mother = await at.parent('Ершова Вера Ивановна', child);
    await at.parent('Котова Инна Юрьевна', silent);
    await at.issue(silent, 'dissemination');
    const consentId = await at.issue(child, 'dissemination');

    const phone = await guestByCode(world, at.school.url, at.api, mother);
    await phone.goto(`/sign/${consentId}`);
    await phone.getByText('Пока ничего не отмечено.').waitFor();
    if (await phone.locator('input[type=checkbox]:checked').count()) throw new Error('a cell was ticked beforehand');
    const site = phone.getByRole('group', { name: 'Сайт школы' });
    await site.getByRole('checkbox', { name: 'фамилия, имя' }).check();
    await site.getByRole('checkbox', { name: 'фотография' }).check();
    await phone.getByRole('button', { name: 'Поставить условие: фотография: Сайт школы' }).click();
    await phone.getByLabel('Условие: фотография: Сайт школы').fill('только со спины');
    await phone.getByText('Отмечено: 2 клетки.').waitFor();
    await examine(phone, 'choose-publication');
    await phone.getByRole('button', { name: 'Сохранить выбор' }).click();
    await phone.getByText(/Выбор сохранён, школа его видит/).waitFor();

    // The office sees these two and no third; whoever said nothing has allowed nothing.
    const office = await at.office(world);
    await office.goto('/people/consents');
    const paper = async (name: RegExp) => {
      await office.getByRole('row', { name }).getByRole('button', { name: 'Выпущено' }).click();
      return office.getByRole('dialog').getByRole('region', { name: 'Что и где разрешено публиковать' });
    };
    const chosen = await paper(/Ершов Пётр/);
    await chosen.getByText('Условие: только со спины').waitFor();
    const said = await chosen.innerText();
    if (said.includes('Группа школы') || said.includes('видеозапись')) throw new Error(`more than was chosen: ${said}`);
    await examine(office, 'consent-card-publication');
    await office.keyboard.press('Escape');
    await (await paper(/Котова Нина/)).getByText('Ничего не разрешено: публиковать нельзя ничего.').waitFor();

    // A file that is no signature is refused in words, the right one makes the choice valid.
    await phone.getByRole('button', { name: 'У меня есть квалифицированная подпись' }).click();
    await phone.getByRole('checkbox', { name: /рассказ о программе наставничества/ }).check();
    await phone.locator('input[type=file]').setInputFiles(JUNK);
    await phone.getByText(/Это не файл квалифицированной подписи/).waitFor();
    await examine(phone, 'signature-refused');
    await phone
      .locator('input[type=file]')
      .setInputFiles({ ...JUNK, buffer: Buffer.from(aSignature({ name: 'Ершова Вера Ивановна' })) });
    await phone.getByText('Спасибо, ваш ответ записан.').waitFor();
    await phone.getByRole('heading', { name: 'Передумали?' }).waitFor();

    // One demand of the parent is enough (RULE-19).
    await phone.goto('/my/documents');
    await phone.getByRole('button', { name: 'Написать обращение' }).click();
    await phone.getByLabel('О ком').selectOption({ label: 'Ершов Пётр Ильич' });
    await phone.getByLabel('О чём').selectOption({ label: 'Снять публикации' });
    await phone.getByRole('button', { name: 'Отправить' }).click();
    await phone.getByText(/Обращение получено/).waitFor();
    await phone.getByText('Отозвано').waitFor();
    await office.goto('/people/demands');
    const duties = office.getByRole('region', { name: 'Что сделать' });
    await duties.getByText('https://school.example/mentors').waitFor();
    if ((await duties.innerText()).includes('Группа школы')) throw new Error('a place that was not chosen is asked');
    await examine(office, 'duties-publication');
  },
);

journey('The other parent objects: nothing is published until the director has decided', async (world) => {
  const at = await consentSchool(await world.host(), 'Школа возражений', {
    director: { name: 'Берёзов Олег Павлович', post: 'Директор', roles: ['director'] },
  });
  await namePlaces(at.api, PLACES);
  const child = await at.child('Рысев Илья Ильич', 12);
  await at.parent('Рысева Анна Львовна', child);
  await at.parent('Рысев Илья Петрович', child, 'father');
  const consentId = await at.issue(child, 'dissemination');
  const { signers } = await done<{ signers: { name: string }[] }>(at.api.get(`/api/v1/consents/${consentId}`));
  // Whose certificate it is, is looked at: one of the two parents is asked.
  const name = signers[0]?.name ?? '';

  const office = await at.office(world);
  await office.goto(`/people/pupils?pupil=${child}`);
  const card = office.getByRole('dialog');
  await card.getByText('Рысев Илья Петрович').waitFor();
  await card.getByRole('button', { name: 'Другой родитель возражает' }).last().click();
  await office.getByLabel('Кто и против чего возражает').fill('Отец против фотографий в интернете');
  await office.getByRole('button', { name: 'Записать возражение' }).click();
  await card.getByText(/Возражение с/).waitFor();

  await office.goto(`/people/consents?consent=${consentId}`);
  const paper = office.getByRole('dialog');
  await paper.getByText('Публиковать нельзя, пока не решит директор').waitFor();
  await paper.getByRole('button', { name: 'Приложить квалифицированную подпись' }).click();
  await paper
    .locator('input[type=file]')
    .setInputFiles({ name: 'подпись.sig', mimeType: 'application/pkcs7', buffer: Buffer.from(aSignature({ name })) });
  await paper.getByRole('checkbox', { name: /рассказ о программе наставничества/ }).check();
  await paper.getByRole('checkbox', { name: 'фотография: Сайт школы' }).check();
  await paper.getByRole('button', { name: 'Внести', exact: true }).click();
  await paper.getByText(/Другой родитель возражает/).waitFor();

  const director = await world.page(at.school.url);
  await at.school.signIn(director, 'director');
  await openPeople(director);
  await director.goto('/');
  await director.getByRole('link', { name: 'Решить: Рысев Илья Ильич' }).click();
  await director.getByText('Отец против фотографий в интернете').waitFor();
  await director.getByRole('radio', { name: 'Публиковать можно' }).check();
  await director.getByLabel('Решение директора').fill('Родители договорились: только групповые снимки.');
  await examine(director, 'objection-director');
  await director.getByRole('button', { name: 'Записать решение' }).click();
  await director.getByText('Решение записано.').waitFor();

  await office.reload();
  await paper.getByText('Публиковать можно').waitFor();
});

import { TOTP, URI } from 'otpauth';
import { journey } from '../harness/journey.ts';
import { PASSWORD } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';

const CURATOR = { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] } as const;

journey('A person switches the second step on, and the next sign-in asks for the code of her phone', async (world) => {
  const school = await (await world.host()).organization({ name: 'Школа кодов', people: { curator: CURATOR } });
  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await page.goto('/account');
  const section = page.getByRole('region', { name: 'Вход в два шага' });
  const password = section.getByLabel('Подтвердите паролем, что это вы', { exact: true });
  await password.fill('не тот пароль');
  await section.getByRole('button', { name: 'Включить' }).click();
  await section.getByText('Нынешний пароль не подошёл.').waitFor();
  await password.fill(PASSWORD);
  await section.getByRole('button', { name: 'Включить' }).click();
  const key = await section.getByLabel('Или введите ключ в приложении сами').inputValue();
  await examine(page, 'second-step');
  const phone = URI.parse(`otpauth://totp/Nastavnik:me?secret=${key}`) as TOTP;
  await section.getByLabel('Код из приложения').fill(phone.generate());
  await section.getByRole('button', { name: 'Подтвердить' }).click();
  await section.getByText('Включён.').waitFor();
  await examine(page, 'second-step-on');

  await page.getByRole('button', { name: /моя учётная запись/ }).click();
  await page.getByRole('menuitem', { name: 'Выйти', exact: true }).click();
  await page.waitForURL('**/sign-in');
  await page.getByLabel('Логин или электронная почта').fill(school.people['curator']!.login);
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Войти' }).click();
  const code = page.getByLabel('Код из приложения');
  await code.waitFor();
  await examine(page, 'sign-in-code');
  await code.fill('000000');
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await page.getByText('Код не подошёл.').waitFor();
  await code.fill(phone.generate());
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await page.getByRole('heading', { name: 'Сегодня' }).waitFor();
});

journey(
  'Whoever guesses passwords has to wait, and is told how long; the right one works after the wait',
  async (world) => {
    const application = await world.application();
    const { openHost } = await import('../harness/organizations.ts');
    application.moveClock('2026-10-05T09:00:00+03:00');
    const school = await (await openHost(application)).organization({
      name: 'Школа догадок',
      people: { curator: CURATOR },
    });
    const page = await world.page(school.url);
    await page.goto('/sign-in');
    await page.getByLabel('Логин или электронная почта').fill(school.people['curator']!.login);
    const tooMany = page.getByText(/Слишком много попыток/);
    let tries = 0;
    while ((await tooMany.count()) === 0) {
      tries += 1;
      if (tries > 8) throw new Error('nobody stops the guessing');
      await page.getByLabel('Пароль', { exact: true }).fill(`догадка номер ${tries}`);
      const answered = page.waitForResponse((response) => response.url().includes('/sign-in/'));
      await page.getByRole('button', { name: 'Войти' }).click();
      await answered;
      await page
        .getByRole('alert')
        .or(page.getByText(/не подош|неверн|не тот/i))
        .first()
        .waitFor();
    }
    if (tries < 4) throw new Error('a tired person is stopped too early');
    await page.getByText(/Повторите через \d+ секунд/).waitFor();
    await examine(page, 'sign-in-slowed');
    application.moveClock('2026-10-05T10:30:00+03:00');
    await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.getByRole('heading', { name: 'Сегодня' }).waitFor();
  },
);

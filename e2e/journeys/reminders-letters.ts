import ical from 'node-ical';
import { request } from 'playwright-core';
import { YEAR_PLAN } from '../fixtures/year-plan.ts';
import { journey } from '../harness/journey.ts';
import { openMailSink } from '../harness/mail-sink.ts';
import { openHost } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { bringIntoForce, draftPlan } from '../harness/plans.ts';
import { waitFor } from '../harness/wait-for.ts';

const PEOPLE = {
  curator: {
    name: 'Лугова Ирина Юрьевна',
    post: 'Заместитель директора',
    roles: ['curator'],
    email: 'lugova@school.example',
  },
  director: { name: 'Бережной Олег Павлович', post: 'Директор', roles: ['director'] },
  teacher: { name: 'Перова Анна Сергеевна', post: 'Учитель', roles: ['staff'], email: 'perova@school.example' },
} as const;

journey(
  'A late item reminds its teacher by letter and by the bell, once even after a restart',
  async (world) => {
    const sink = await openMailSink();
    try {
      const application = await world.application({ SMTP_URL: sink.url, MAIL_FROM: 'plan@school.example' });
      application.moveClock('2024-10-10T09:00:00+03:00');
      const school = await (await openHost(application)).organization({ name: 'Школа писем', people: PEOPLE });
      const roadmapId = await draftPlan(await school.as('curator'), YEAR_PLAN);
      await bringIntoForce(school, roadmapId);
      application.moveClock('2024-11-06T09:00:00+03:00');
      const about = () =>
        sink.letters.filter(({ to, subject }) => to === 'perova@school.example' && subject.includes('Сбор согласий'));
      const letter = await waitFor('the letter about the late item', () => about()[0]);
      if (!letter.subject.startsWith('Срок прошёл')) throw new Error(`the letter says: ${letter.subject}`);
      if (!letter.text.includes('31.10.2024')) throw new Error(`the day is missing: ${letter.text}`);
      await application.stop('SIGKILL');
      await application.again();
      application.moveClock('2024-11-24T09:00:00+03:00');
      await waitFor('the letter of a later sweep', () =>
        sink.letters.find(({ subject }) => subject.startsWith('Через неделю: Анкетирование')),
      );
      if (about().length !== 1) throw new Error(`the letter went out ${about().length} times`);

      const page = await world.page(school.url);
      await school.signIn(page, 'teacher');
      await page.getByRole('button', { name: /Уведомления: \d+ нов/ }).click();
      const notices = page.getByRole('list', { name: 'Уведомления' });
      await notices.getByText('Срок прошёл: Сбор согласий').first().waitFor();
      await examine(page, 'notices');
      await page.getByRole('button', { name: 'Отметить все прочитанными' }).click();
      await page.getByRole('button', { name: 'Уведомления', exact: true }).waitFor();
      await notices.getByRole('link', { name: 'Открыть пункт' }).first().click();
      await page.waitForURL(`**/roadmap/${roadmapId}?item=*`);

      const curator = await world.page(school.url);
      await school.signIn(curator, 'curator');
      await curator.goto('/settings/deliveries');
      await curator.getByText('Срок прошёл: Сбор согласий').first().waitFor();
      await examine(curator, 'deliveries');
    } finally {
      await sink.close();
    }
  },
  { waits: true },
);

journey('A teacher declines a reminder; the curator words one in her own way and takes ours back', async (world) => {
  const school = await (await world.host()).organization({ name: 'Школа отказов', people: PEOPLE });
  const page = await world.page(school.url);
  await school.signIn(page, 'teacher');
  await page.goto('/account/reminders');
  await page.getByRole('checkbox', { name: 'За 7 дней до срока' }).click();
  await page.getByText('Сохранено.').waitFor();
  await page.reload();
  await page.getByRole('checkbox', { name: 'За 7 дней до срока', checked: false }).waitFor();
  if (await page.getByRole('checkbox', { name: 'Срок прошёл' }).isEnabled())
    throw new Error('lateness is not declined');
  await examine(page, 'my-reminders');

  const curator = await world.page(school.url);
  await school.signIn(curator, 'curator');
  await curator.goto('/settings/reminders');
  const late = curator.getByRole('region', { name: 'Срок прошёл' });
  const subject = late.getByRole('textbox', { name: 'Тема' });
  await subject.fill('Опоздали: {срог}');
  await late.getByRole('button', { name: 'Сохранить' }).click();
  await late.getByText('неизвестная подстановка').waitFor();
  await subject.fill('Коллега, срок прошёл: {пункт}');
  await late.getByRole('button', { name: 'Сохранить' }).click();
  await late.getByText('изменено вами').waitFor();
  await examine(curator, 'reminder-texts');
  await late.getByRole('button', { name: 'Вернуть исходный текст' }).click();
  await curator.getByText('Стоит исходный текст.').waitFor();
  await curator.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await late.getByText('изменено вами').waitFor();
});

journey(
  'A teacher has her deadlines in a calendar by a secret link, and none after it is switched off',
  async (world) => {
    const application = await world.application();
    application.moveClock('2024-11-06T09:00:00+03:00');
    const school = await (await openHost(application)).organization({ name: 'Школа календаря', people: PEOPLE });
    await bringIntoForce(school, await draftPlan(await school.as('curator'), YEAR_PLAN));
    const page = await world.page(school.url);
    await school.signIn(page, 'teacher');
    await page.goto('/account/reminders');
    await page.getByRole('button', { name: 'Создать ссылку' }).click();
    const link = await page.getByRole('textbox', { name: 'Ссылка на календарь' }).inputValue();
    await examine(page, 'calendar-link');

    const stranger = await request.newContext();
    const answer = await stranger.get(link);
    const events = Object.values(ical.sync.parseICS(await answer.text())).flatMap((part) =>
      part?.type === 'VEVENT' ? [part] : [],
    );
    const survey = events.find(({ summary }) => JSON.stringify(summary).includes('Анкетирование учителей'));
    if (!survey) throw new Error('her item is not in the calendar');
    if (survey.datetype !== 'date') throw new Error('a deadline is a whole day');
    if (events.some(({ summary }) => JSON.stringify(summary).includes('положения')))
      throw new Error('a colleague’s item is in it');

    await page.reload();
    if ((await page.getByRole('textbox', { name: 'Ссылка на календарь' }).count()) > 0) throw new Error('shown twice');
    await page.getByRole('button', { name: 'Отключить ссылку' }).click();
    await page.getByText('Ссылки пока нет.').waitFor();
    if ((await stranger.get(link)).status() !== 404) throw new Error('the link still works');
  },
);

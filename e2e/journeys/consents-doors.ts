import { consentSchool } from '../harness/consent-school.ts';
import { filePaper, guestByCode, namePlaces } from '../harness/consents.ts';
import { journey } from '../harness/journey.ts';
import { done } from '../harness/organizations.ts';
import { examine } from '../harness/page.ts';
import { refusedOn } from '../harness/refused.ts';
import { openPeople } from '../harness/school-people.ts';

const OF_CONSENTS = /^\/(people\/(consents|demands)|settings\/consents|my\/data|sign)/;
/** Where each begins; the rest is found by the links. */
const STARTS = {
  director: ['/people/consents', '/people/consents?view=people', '/people/demands', '/settings/consents'],
  teacher: ['/people/consents', '/settings/consents', '/my/documents'],
  personnel: ['/people/consents?view=people'],
} as const;

journey('Nobody on the screens of consents is offered what is then refused', async (world) => {
  const at = await consentSchool(await world.host(), 'Школа открытых дверей', {
    director: { name: 'Берёзов Олег Павлович', post: 'Директор', roles: ['director'] },
    psychologist: { name: 'Ким Анна Сергеевна', post: 'Педагог-психолог', roles: ['psychologist'] },
    personnel: { name: 'Котова Инна Юрьевна', post: 'Специалист по кадрам', roles: ['personnelOfficer'] },
  });
  await namePlaces(at.api, [{ name: 'Сайт школы', address: 'https://school.example' }]);
  const child = await at.child('Зимина Дарья Олеговна', 15);
  const other = await at.child('Рысев Илья Ильич', 12);
  const mother = await at.parent('Зимина Ольга Львовна', child);
  const father = await at.parent('Рысев Илья Петрович', other, 'father');
  const today = at.today;
  await filePaper(at.api, await at.issue(child), { by: [child, mother], signedOn: today });
  await at.issue(child, 'dissemination');
  const ended = await at.issue(other);
  await filePaper(at.api, ended, { by: [father], signedOn: today });
  await at.issue(other, 'dissemination');
  const refused = await at.issue(at.school.people['teacher']!.personId);
  await done(
    at.api.post(`/api/v1/consents/${refused}/record-refusal`, {
      data: { by: at.school.people['teacher']!.personId, saidOn: today },
    }),
  );

  const told: string[] = [];
  for (const [key, starts] of Object.entries(STARTS)) {
    const page = await world.page(at.school.url);
    await at.school.signIn(page, key);
    if (key === 'director') await openPeople(page);
    told.push(...(await refusedOn(page, starts, OF_CONSENTS)).map((one) => `${key} at ${one}`));
    if (key === 'director') {
      await page.goto('/people/consents');
      await page.getByRole('row', { name: /Зимина Дарья/ }).waitFor();
      await examine(page, 'consents-director');
    }
  }
  for (const [key, personId] of [
    ['parent', mother],
    ['pupil', child],
  ] as const) {
    const page = await guestByCode(world, at.school.url, at.api, personId);
    const found = await refusedOn(page, ['/my/documents'], OF_CONSENTS);
    told.push(...found.map((one) => `${key} at ${one}`));
  }
  const psychologist = await world.page(at.school.url);
  await at.school.signIn(psychologist, 'psychologist');
  await psychologist.goto('/people');
  await psychologist.getByRole('link', { name: 'Ученики' }).waitFor();
  if (await psychologist.getByRole('link', { name: 'Согласия' }).count())
    told.push('the psychologist is led to consents');
  if (told.length > 0) throw new Error(`offered and refused:\n${told.join('\n')}`);
});

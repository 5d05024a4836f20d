import { journey } from '../harness/journey.ts';
import { examine } from '../harness/page.ts';
import { makeClass, makeParent, makePupil, openPeople } from '../harness/school-people.ts';

journey('A teacher who is a parent as well stood twice: the two cards become one, and part again', async (world) => {
  const school = await (await world.host()).organization({
    name: 'Школа двойников',
    people: {
      curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
      teacher: { name: 'Соболева Елена Артёмовна', post: 'Учитель', roles: ['staff'] },
    },
  });
  const page = await world.page(school.url);
  await school.signIn(page, 'curator');
  await openPeople(page);
  const classId = await makeClass(page.request, { grade: 5, letter: 'А', schoolYear: 2026 });
  const child = { name: 'Соболев Тихон Ильич', birthDate: '2015-06-01', classId, enrolledOn: '2026-09-01' };
  const childId = await makePupil(page.request, child);
  await makeParent(page.request, {
    name: 'Соболева Елена Артемовна',
    childId,
    kind: 'mother',
    startedOn: '2015-06-01',
  });

  await page.goto('/people/duplicates');
  // Whoever was entered as another person stands among those told apart, and comes back to the question.
  await page.getByRole('button', { name: 'Вернуть на сверку' }).click();
  await page.getByRole('button', { name: 'Это разные люди' }).click();
  await examine(page, 'people-apart');
  await page.getByRole('button', { name: 'Вернуть на сверку' }).click();
  await page.getByRole('button', { name: 'Сравнить' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Объединить' }).waitFor();
  await panel.getByRole('radio', { name: 'Соболева Елена Артёмовна' }).first().check();
  await panel.getByText('семья: кто за кого действует: 1').waitFor();
  await examine(page, 'people-merge');
  const conflict = panel.getByRole('radiogroup', { name: 'Отчество' });
  if ((await conflict.count()) > 0) await conflict.getByRole('radio').first().check();
  await panel.getByRole('button', { name: 'Объединить' }).click();
  await page.getByText(/Карточки объединены/).waitFor();
  await page.getByRole('button', { name: 'Разъединить' }).waitFor();
  await examine(page, 'people-merged');
  await page.getByRole('button', { name: 'Разъединить' }).click();
  await page.getByText('Отменено', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Сравнить' }).waitFor();
});

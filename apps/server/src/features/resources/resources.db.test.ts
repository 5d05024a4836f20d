import { describe, expect, test } from 'vitest';
import { aFamily, type ConsentSchool, consentSchool, issueOneFor } from '../../../test/consents.ts';
import { useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });
const SITE = { name: 'Сайт школы', address: 'https://school.example/news', owner: 'Школа № 5', country: 'RU' };
const CLUB = { name: 'Группа клуба', address: 'https://social.example/club', owner: 'Social Inc.', country: 'US' };

async function added(at: ConsentSchool, place: object): Promise<string> {
  const answer = await at.curator.post('/api/v1/resources', place);
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string }>().id;
}

/** The wording for pupils of 14 to 17 offers these places. */
async function offer(at: ConsentSchool, places: readonly (typeof SITE)[]) {
  const { templates } = (await at.curator.get('/api/v1/consent-templates')).json();
  const used = templates.find(
    ({ template }: { template: { kind: string; audience: string } }) =>
      template.kind === 'dissemination' && template.audience === 'pupil',
  );
  const resources = places.map((place, at_) => ({ id: `place${at_}`, ...place }));
  return at.curator.put(`/api/v1/consent-templates/${used.id}`, {
    version: used.template.version,
    template: { ...used.template, resources },
  });
}

describe('places where something may be disseminated (RULE-24)', () => {
  test('a place at home is allowed at once; one abroad only when the officer has said yes, and who, when and why is kept', async () => {
    const at = await consentSchool(server);
    await added(at, SITE);
    const club = await added(at, CLUB);
    expect((await offer(at, [SITE, CLUB])).json()).toMatchObject({
      code: 'template.faulty',
      details: { faults: [{ code: 'template.resource-not-allowed', field: 'resources[1].address' }] },
    });
    const yes = { allowed: true, reason: 'Открытая группа без имён, серверы проверены' };
    expect((await at.curator.post(`/api/v1/resources/${club}/decide`, yes)).statusCode).toBe(403);
    expect((await at.officer.post(`/api/v1/resources/${club}/decide`, { ...yes, reason: ' ' })).statusCode).toBe(400);
    expect((await at.officer.post(`/api/v1/resources/${club}/decide`, yes)).statusCode).toBe(204);
    expect((await at.officer.post(`/api/v1/resources/${club}/decide`, yes)).json()).toMatchObject({
      code: 'resource.already-so',
    });
    const { resources } = (await at.director.get('/api/v1/resources')).json();
    expect(resources).toMatchObject([
      { name: 'Сайт школы', state: 'allowed', decision: null, may: { allow: false, close: false } },
      {
        name: 'Группа клуба',
        state: 'allowed',
        proposedBy: 'Лугова Ирина',
        decision: { by: 'Ильина Вера', at: '2024-10-15T06:00:00.000Z', reason: yes.reason },
      },
    ]);
    expect((await offer(at, [SITE, CLUB])).statusCode).toBe(200);
    const history = await at.write((tx) =>
      tx
        .selectFrom('audit_events')
        .select(['type', 'actor_person_id', 'data'])
        .where('tenant_id', '=', at.place.tenantId)
        .where('object_id', '=', club)
        .orderBy('id')
        .execute(),
    );
    expect(history.toSorted((one, other) => one.type.localeCompare(other.type))).toMatchObject([
      { type: 'resource.allowed', actor_person_id: at.officer.personId, data: { reason: yes.reason } },
      { type: 'resource.proposed', actor_person_id: at.curator.personId },
    ]);
  });

  test('whose place it is and in which country is the catalogue’s to say, not the wording’s', async () => {
    const at = await consentSchool(server);
    await added(at, CLUB);
    expect((await offer(at, [{ ...CLUB, country: 'RU' }])).json()).toMatchObject({ code: 'template.faulty' });
    await added(at, SITE);
    const saved = (await offer(at, [{ ...SITE, address: 'https://SCHOOL.example/news/', owner: 'Кто-то' }])).json();
    expect(saved.template.resources).toEqual([{ id: 'place0', ...SITE }]);
  });

  test('a place that is forbidden later is offered to nobody any more, and cannot be ticked', async () => {
    const at = await consentSchool(server);
    await added(at, SITE);
    const club = await added(at, CLUB);
    const say = (allowed: boolean) =>
      at.officer.post(`/api/v1/resources/${club}/decide`, { allowed, reason: 'Решение комиссии' });
    await say(true);
    await offer(at, [SITE, CLUB]);
    const [one, other] = [await aFamily(at, '2009-03-05'), await aFamily(at, '2009-04-05')];
    const consent = await issueOneFor(at, one.pupil.personId, 'dissemination');
    const url = `/api/v1/consents/${consent}`;
    const offered = async (client = one.pupil, address = url) =>
      (await client.get(address)).json().document.template.resources.map(({ name }: { name: string }) => name);
    expect(await offered()).toEqual(['Сайт школы', 'Группа клуба']);

    await say(false);
    expect(await offered()).toEqual(['Сайт школы']);
    const { version } = (await one.pupil.get(url)).json();
    const tick = (resourceId: string) => ({ version, choices: [{ item: 'photo', resourceId, condition: null }] });
    expect((await one.pupil.put(`${url}/choices`, tick('place1'))).json()).toMatchObject({
      code: 'consent.resource-not-allowed',
      details: { places: ['Группа клуба'] },
    });
    expect((await one.pupil.put(`${url}/choices`, tick('place0'))).statusCode).toBe(200);
    const later = await issueOneFor(at, other.pupil.personId, 'dissemination');
    expect(await offered(other.pupil, `/api/v1/consents/${later}`)).toEqual(['Сайт школы']);
  });

  test('one place stands in the catalogue once; closed, it may be added anew; nothing comes of a broken address', async () => {
    const at = await consentSchool(server);
    const first = await added(at, SITE);
    const again = { ...SITE, address: 'http://www.School.example/news/' };
    expect((await at.curator.post('/api/v1/resources', again)).json()).toMatchObject({
      code: 'resource.address-taken',
    });
    expect((await at.officer.post(`/api/v1/resources/${first}/close`)).statusCode).toBe(204);
    const yes = { allowed: true, reason: 'Пусть' };
    expect((await at.officer.post(`/api/v1/resources/${first}/decide`, yes)).json()).toMatchObject({
      code: 'resource.state',
    });
    await added(at, again);
    for (const address of ['наша группа', 'ftp://school.example', 'javascript:alert(1)', 'https://localhost']) {
      expect((await at.curator.post('/api/v1/resources', { ...SITE, address })).statusCode).toBe(400);
    }
    expect((await at.curator.post('/api/v1/resources', { ...SITE, country: 'Россия' })).statusCode).toBe(400);
  });

  test('a class teacher looks and adds nothing; another school’s place does not exist', async () => {
    const [at, elsewhere] = [await consentSchool(server), await consentSchool(server, 'Школа № 6')];
    const place = await added(at, CLUB);
    expect((await at.teacher.get('/api/v1/resources')).json()).toMatchObject({ may: { propose: false } });
    expect((await at.teacher.post('/api/v1/resources', SITE)).statusCode).toBe(403);
    expect((await elsewhere.officer.get('/api/v1/resources')).json()).toMatchObject({ resources: [] });
    const yes = { allowed: true, reason: 'Пусть' };
    expect((await elsewhere.officer.post(`/api/v1/resources/${place}/decide`, yes)).json()).toMatchObject({
      code: 'resource.not-found',
    });
  });
});

import { describe, expect, test } from 'vitest';
import { cookieOf, PASSWORD, useMembers } from '../../../test/members.ts';

const server = useMembers();
const PETROVA = {
  familyName: 'Петрова',
  givenName: 'Ольга',
  patronymic: null,
  email: 'petrova@example.org',
  phone: null,
};

describe('the staff directory', () => {
  test('who is not signed in sees nobody', async () => {
    expect((await server.anonymous.get('/api/v1/people')).json()).toMatchObject({
      status: 401,
      code: 'session.required',
    });
  });

  test('the curator adds a colleague, who stands in the list with the post', async () => {
    const curator = await (await server.school()).member(['curator']);
    const added = await curator.post('/api/v1/people', { ...PETROVA, post: 'Учитель физики' });
    expect(added.statusCode).toBe(200);
    const { people } = (await curator.get('/api/v1/people?search=петрава физик')).json();
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ shortName: 'Петрова О.', posts: [{ title: 'Учитель физики' }], account: 'none' });
  });

  test('a teacher sees colleagues without their contacts and may add nobody', async () => {
    const school = await server.school();
    const curator = await school.member(['curator']);
    await curator.post('/api/v1/people', { ...PETROVA, post: null });
    const teacher = await school.member(['staff']);
    const { people, may } = (await teacher.get('/api/v1/people?search=петрова')).json();
    expect(people[0]).toMatchObject({ familyName: 'Петрова', email: null });
    expect(may).toEqual({ add: false });
    expect((await teacher.post('/api/v1/people', { ...PETROVA, post: null })).json()).toMatchObject({
      code: 'access.denied',
    });
  });

  test('a colleague like somebody known is asked about; «another person» is kept, and taken back by who merges cards', async () => {
    const school = await server.school();
    const curator = await school.member(['curator']);
    const named = { ...PETROVA, patronymic: 'Артёмовна', email: null, post: null };
    const { id } = (await curator.post('/api/v1/people', named)).json();
    const again = { ...named, patronymic: 'Артемовна' };
    const asked = (await curator.post('/api/v1/people', again)).json();
    expect(asked).toMatchObject({ status: 409, code: 'person.maybe-known', details: { matches: [{ id }] } });
    const other = (await curator.post('/api/v1/people', { ...again, evenSo: true })).json().id;
    const list = (await curator.get('/api/v1/persons/duplicates')).json();
    expect(list).toMatchObject({ pairs: [], apart: [{ saidBy: expect.any(String) }] });
    expect(new Set([list.apart[0].one.id, list.apart[0].other.id])).toEqual(new Set([id, other]));
    const decide = (caller: typeof curator, apart: boolean) =>
      caller.post('/api/v1/persons/apart', { oneId: other, otherId: id, apart });
    expect((await decide(curator, false)).json()).toMatchObject({ pairs: [{ strength: 'likely' }], apart: [] });
    expect((await decide(curator, true)).json()).toMatchObject({ pairs: [], apart: [{}] });
    expect((await decide(await school.member(['director']), false)).json()).toMatchObject({ code: 'access.denied' });
    const stranger = await (await server.school('Школа № 6')).member(['curator']);
    expect((await decide(stranger, false)).json()).toMatchObject({ code: 'person.not-found' });
  });

  test('a second school neither sees nor touches the people of the first', async () => {
    const curator = await (await server.school()).member(['curator']);
    const { id } = (await curator.post('/api/v1/people', { ...PETROVA, post: null })).json();
    const stranger = await (await server.school('Школа № 6')).member(['curator', 'director', 'systemAdministrator']);
    expect((await stranger.get(`/api/v1/people/${id}`)).json()).toMatchObject({ code: 'person.not-found' });
    expect((await stranger.post(`/api/v1/people/${id}/deactivate`)).json()).toMatchObject({ code: 'person.not-found' });
    expect((await stranger.get('/api/v1/people?search=петрова')).json().people).toEqual([]);
  });

  test('what is malformed is named field by field', async () => {
    const curator = await (await server.school()).member(['curator']);
    const answer = await curator.post('/api/v1/people', { ...PETROVA, familyName: ' ', email: 'нет', post: null });
    expect(answer.statusCode).toBe(400);
    expect(
      answer
        .json()
        .fields.map((field: { path: string }) => field.path)
        .sort(),
    ).toEqual(['email', 'familyName']);
  });

  test('of two people editing one card the second is told and nothing is overwritten', async () => {
    const curator = await (await server.school()).member(['curator']);
    const { id } = (await curator.post('/api/v1/people', { ...PETROVA, post: null })).json();
    expect(
      (await curator.put(`/api/v1/people/${id}`, { ...PETROVA, familyName: 'Петрова-Ли', version: 1 })).statusCode,
    ).toBe(200);
    const late = await curator.put(`/api/v1/people/${id}`, { ...PETROVA, familyName: 'Другая', version: 1 });
    expect(late.json()).toMatchObject({ status: 409, code: 'person.changed-meanwhile' });
    expect((await curator.get(`/api/v1/people/${id}`)).json().familyName).toBe('Петрова-Ли');
  });

  test('rights taken away are gone at the next request of an open session', async () => {
    const school = await server.school();
    const director = await school.member(['director']);
    const deputy = await school.member(['staff']);
    const given = await director.post(`/api/v1/people/${deputy.personId}/roles`, {
      role: 'deputyDirector',
      scope: null,
      startedOn: null,
    });
    expect((await deputy.post('/api/v1/people', { ...PETROVA, post: null })).statusCode).toBe(200);
    const role = given.json().roles.find((each: { role: string }) => each.role === 'deputyDirector');
    await director.delete(`/api/v1/people/${deputy.personId}/roles/${role.id}`);
    expect((await deputy.post('/api/v1/people', { ...PETROVA, post: null })).json()).toMatchObject({
      code: 'access.denied',
    });
  });

  test('who is deactivated is out at the next request, and back when restored', async () => {
    const school = await server.school();
    const curator = await school.member(['curator']);
    const teacher = await school.member(['staff']);
    await curator.post(`/api/v1/people/${teacher.personId}/deactivate`);
    expect((await teacher.get('/api/v1/people')).json()).toMatchObject({ code: 'session.no-organization' });
    await curator.post(`/api/v1/people/${teacher.personId}/restore`);
    expect((await teacher.get('/api/v1/people')).statusCode).toBe(200);
  });

  test('the last administrator can be neither deactivated nor stripped of the role', async () => {
    const school = await server.school();
    const admin = await school.member(['systemAdministrator']);
    const director = await school.member(['director']);
    expect((await director.post(`/api/v1/people/${admin.personId}/deactivate`)).json()).toMatchObject({
      code: 'person.last-administrator',
    });
    const roles = (await director.get(`/api/v1/people/${admin.personId}`)).json().roles;
    const answer = await director.delete(`/api/v1/people/${admin.personId}/roles/${roles[0].id}`);
    expect(answer.json()).toMatchObject({ code: 'person.last-administrator' });
  });
});

describe('invitations', () => {
  test('a colleague comes in by the link once, with an own password', async () => {
    const curator = await (await server.school()).member(['curator']);
    const { id } = (
      await curator.post('/api/v1/people', { ...PETROVA, email: 'first@example.org', post: null })
    ).json();
    const { link } = (await curator.post(`/api/v1/people/${id}/invitation`)).json();
    const [address, token] = link.split('#');
    expect(address).toMatch(/\/invitation$/);
    expect((await server.anonymous.post('/api/v1/invitations/view', { token })).json()).toMatchObject({
      organization: 'Школа № 5',
      name: 'Петрова Ольга',
    });
    const accepted = await server.anonymous.post('/api/v1/invitations/accept', {
      token,
      login: 'petrova-li.first',
      password: PASSWORD,
    });
    expect(accepted.statusCode).toBe(204);
    const cookie = cookieOf(accepted);
    expect((await server.as(cookie).get('/api/v1/session')).json()).toMatchObject({
      state: 'signed-in',
      active: { roles: ['staff'] },
    });
    const again = await server.anonymous.post('/api/v1/invitations/accept', {
      token,
      login: 'petrova.again',
      password: PASSWORD,
    });
    expect(again.json()).toMatchObject({ code: 'invitation.used' });
  });

  test('an old link stops with a new one, and any link after two weeks', async () => {
    const curator = await (await server.school()).member(['curator']);
    const { id } = (await curator.post('/api/v1/people', { ...PETROVA, email: null, post: null })).json();
    const tokenOf = async () => (await curator.post(`/api/v1/people/${id}/invitation`)).json().link.split('#')[1];
    const first = await tokenOf();
    const second = await tokenOf();
    expect((await server.anonymous.post('/api/v1/invitations/view', { token: first })).json()).toMatchObject({
      code: 'invitation.not-found',
    });
    const before = server.clock.now();
    server.clock.moveTo(new Date(before.getTime() + 14 * 86_400_000));
    expect((await server.anonymous.post('/api/v1/invitations/view', { token: second })).json()).toMatchObject({
      code: 'invitation.expired',
    });
    server.clock.moveTo(before);
  });

  test('nobody becomes a director by inviting one: such a link is for those who may give roles', async () => {
    const school = await server.school();
    const curator = await school.member(['curator']);
    const admin = await school.member(['systemAdministrator']);
    const { id } = (await curator.post('/api/v1/people', { ...PETROVA, email: null, post: 'Директор' })).json();
    await admin.post(`/api/v1/people/${id}/roles`, { role: 'director', scope: null, startedOn: null });
    expect((await curator.post(`/api/v1/people/${id}/invitation`)).json()).toMatchObject({ code: 'access.denied' });
    expect((await admin.post(`/api/v1/people/${id}/invitation`)).statusCode).toBe(200);
  });

  test('a weak password is refused with the reason', async () => {
    const curator = await (await server.school()).member(['curator']);
    const { id } = (await curator.post('/api/v1/people', { ...PETROVA, email: null, post: null })).json();
    const token = (await curator.post(`/api/v1/people/${id}/invitation`)).json().link.split('#')[1];
    const answer = await server.anonymous.post('/api/v1/invitations/accept', {
      token,
      login: 'olga.weak',
      password: '1234567890',
    });
    expect(answer.json()).toMatchObject({ code: 'setup.password-weak', details: { why: 'sequence' } });
  });

  test('a person who works in two schools switches between them', async () => {
    const first = await (await server.school('Школа № 7')).member(['curator']);
    const second = await server.school('Школа № 8');
    const colleague = await second.member(['curator']);
    const { id } = (await colleague.post('/api/v1/people', { ...PETROVA, email: null, post: null })).json();
    const token = (await colleague.post(`/api/v1/people/${id}/invitation`)).json().link.split('#')[1];
    expect((await first.post('/api/v1/invitations/join', { token })).statusCode).toBe(204);
    const session = (await first.get('/api/v1/session')).json();
    expect(session.active).toMatchObject({ organization: 'Школа № 8', roles: ['staff'] });
    const names: string[] = session.memberships.map((each: { organization: string }) => each.organization);
    expect(names.toSorted()).toEqual(['Школа № 7', 'Школа № 8']);
    const home = session.memberships.find(
      (each: { organization: string }) => each.organization === 'Школа № 7',
    ).tenantId;
    expect((await first.post('/api/v1/session/organization', { tenantId: home })).json().active).toMatchObject({
      organization: 'Школа № 7',
      roles: ['curator'],
    });
    const foreign = await server.school('Школа № 9');
    expect((await first.post('/api/v1/session/organization', { tenantId: foreign.tenantId })).json()).toMatchObject({
      code: 'organization.not-found',
    });
  });
});

describe('collective bodies', () => {
  test('a working group has members with offices and dates', async () => {
    const school = await server.school();
    const curator = await school.member(['curator']);
    const teacher = await school.member(['staff'], 'Ёлкина');
    const { id } = (
      await curator.post('/api/v1/bodies', {
        kind: 'workingGroup',
        name: 'Рабочая группа',
        orderNumber: '12',
        orderDate: '2024-09-02',
      })
    ).json();
    const member = { personId: teacher.personId, office: 'chair', startedOn: '2024-09-02', endedOn: null };
    const body = (await curator.post(`/api/v1/bodies/${id}/members`, member)).json();
    expect(body.members).toMatchObject([{ name: 'Ёлкина А. И.', office: 'chair' }]);
    expect(
      (await curator.post(`/api/v1/bodies/${id}/members`, { ...member, startedOn: '2024-10-01' })).json(),
    ).toMatchObject({ code: 'body.member-twice' });
    const ended = await curator.post(`/api/v1/bodies/${id}/members/${body.members[0].id}/end`, {
      endedOn: '2024-12-31',
    });
    expect(ended.json().members[0].endedOn).toBe('2024-12-31');
    expect((await teacher.post(`/api/v1/bodies/${id}/members`, member)).json()).toMatchObject({
      code: 'access.denied',
    });
  });

  test('two bodies of one school do not share a name, those of two schools may', async () => {
    const body = { kind: 'pedagogicalCouncil', name: 'Педагогический совет', orderNumber: null, orderDate: null };
    const curator = await (await server.school()).member(['curator']);
    expect((await curator.post('/api/v1/bodies', body)).statusCode).toBe(200);
    expect((await curator.post('/api/v1/bodies', { ...body, name: 'ПЕДАГОГИЧЕСКИЙ СОВЕТ' })).json()).toMatchObject({
      code: 'body.name-taken',
    });
    const other = await (await server.school()).member(['curator']);
    expect((await other.post('/api/v1/bodies', body)).statusCode).toBe(200);
  });
});

import { describe, expect, test } from 'vitest';
import { type Answer, aSchool, ask, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-10-15T09:00:00+03:00' });
const CAST = {
  curator: { name: 'Лугова Ирина Юрьевна', roles: ['curator'] },
  director: { name: 'Бережной Олег Павлович', roles: ['director'] },
  officer: { name: 'Ильина Вера Львовна', roles: ['dataProtectionOfficer'] },
  deputy: { name: 'Соснина Ольга Петровна', roles: ['deputyDirector'] },
  teacher: { name: 'Перова Анна Сергеевна', roles: ['staff'] },
} as const;
const EMPTY = { rknRegistryNumber: null, url: null, text: null };

type Policy = { organization: string; url: string | null; text: string | null; rknRegistryNumber: string | null };
type Session = { policy: { url: string | null; numberMissing: boolean } | null };

describe('the policy of processing (RULE-41)', () => {
  test('anybody reads it before signing in: first the shipped text with the school’s name, then the school’s own', async () => {
    const { tenantId, people } = await aSchool(server, CAST, { name: 'Школа у реки' });
    const read = () => ask<Policy>(server, undefined, `GET /policies/${tenantId}`);
    const shipped = await read();
    expect(shipped).toMatchObject({ status: 200, body: { organization: 'Школа у реки', url: null } });
    expect(shipped.body.text).toContain('Школа у реки');
    expect(await ask(server, people['curator'], 'GET /policy')).toMatchObject({
      body: { shipped: true, may: { edit: true } },
    });

    await ask(server, people['officer'], 'PUT /policy', { ...EMPTY, text: 'Наша политика.' });
    expect((await read()).body).toMatchObject({ text: 'Наша политика.' });
    await ask(server, people['director'], 'PUT /policy', {
      rknRegistryNumber: '77-24-123456',
      url: 'https://school.example/policy',
      text: 'Наша политика.',
    });
    expect((await read()).body).toEqual({
      organization: 'Школа у реки',
      url: 'https://school.example/policy',
      text: null,
      rknRegistryNumber: '77-24-123456',
    });
    await ask(server, people['curator'], 'PUT /policy', EMPTY);
    expect((await read()).body.text).toBe(shipped.body.text);
  });

  test('the operators of the server are told to anybody, and nothing of them but the name', async () => {
    const { tenantId } = await aSchool(server, CAST, { name: 'Школа на горе' });
    const { body } = await ask<{ operators: object[] }>(server, undefined, 'GET /policies');
    expect(body.operators).toContainEqual({ tenantId, organization: 'Школа на горе' });
    const unknown = '01a1fbed-529a-7b1c-a805-1e463d5f3534';
    expect(await ask(server, undefined, `GET /policies/${unknown}`)).toMatchObject({
      status: 404,
      body: { code: 'organization.not-found' },
    });
  });

  test('while the number of the notice is empty, director, curator and officer are told, and nobody else', async () => {
    const { people } = await aSchool(server, CAST);
    const told = async (who: keyof typeof CAST): Promise<boolean | undefined> => {
      const answer: Answer<Session> = await ask<Session>(server, people[who], 'GET /session');
      return answer.body.policy?.numberMissing;
    };
    for (const who of ['director', 'curator', 'officer'] as const) expect(await told(who)).toBe(true);
    for (const who of ['deputy', 'teacher'] as const) expect(await told(who)).toBe(false);
    await ask(server, people['director'], 'PUT /policy', { ...EMPTY, rknRegistryNumber: '77-24-123456' });
    expect(await told('curator')).toBe(false);
  });

  test('whoever does not answer for it changes nothing; the page is one with a lock', async () => {
    const { people } = await aSchool(server, CAST);
    for (const who of ['deputy', 'teacher'] as const) {
      expect((await ask(server, people[who], 'PUT /policy', EMPTY)).status).toBe(403);
    }
    expect((await ask(server, people['teacher'], 'GET /policy')).status).toBe(403);
    for (const url of ['http://school.example/policy', 'javascript:alert(1)', 'school.example']) {
      expect((await ask(server, people['curator'], 'PUT /policy', { ...EMPTY, url })).status).toBe(400);
    }
  });
});

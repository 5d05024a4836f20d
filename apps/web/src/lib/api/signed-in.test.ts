import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from './api.ts';
import { renewing } from './signed-in.ts';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const shape = z.object({ name: z.string() });
const over = () =>
  Response.json({ type: 'about:blank', title: 'x', status: 401, code: 'session.required' }, { status: 401 });

/** Answers each address by its answers in order, the last again and again; what was asked stands in the list. */
function serverWith(answers: Readonly<Record<string, (() => Response)[]>>): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (url, init) => {
    const address = url instanceof Request ? url.url : url.toString();
    asked.push(`${init?.method} ${address}`);
    const left = answers[address] ?? [];
    const answer = left.length > 1 ? left.shift() : left[0];
    if (!answer) throw new Error(`nobody answers ${address}`);
    return answer();
  };
  return asked;
}

test('what was asked with a session that has been renewed meanwhile is asked once more', async () => {
  const asked = serverWith({
    '/api/v1/bodies': [over, () => Response.json({ name: 'Клуб' })],
    '/api/v1/session': [() => Response.json({ state: 'signed-in' })],
  });
  expect(await ask('POST', '/bodies', shape, { body: { name: 'Клуб' } })).toEqual({ name: 'Клуб' });
  expect(asked).toEqual(['POST /api/v1/bodies', 'GET /api/v1/session', 'POST /api/v1/bodies']);
});

test('whose session is over is told so, and nothing is sent again', async () => {
  const asked = serverWith({
    '/api/v1/people': [over],
    '/api/v1/session': [() => Response.json({ state: 'anonymous' })],
  });
  await expect(ask('GET', '/people', shape)).rejects.toMatchObject({ code: 'session.required' });
  expect(asked).toEqual(['GET /api/v1/people', 'GET /api/v1/session']);
});

test('a second refusal is final', async () => {
  const asked = serverWith({
    '/api/v1/people': [over],
    '/api/v1/session': [() => Response.json({ state: 'signed-in' })],
  });
  await expect(ask('GET', '/people', shape)).rejects.toMatchObject({ code: 'session.required' });
  expect(asked.filter((each) => each.endsWith('/people'))).toHaveLength(2);
});

test('what is refused while the session is being renewed waits for the new one', async () => {
  let renew: () => void = () => undefined;
  const renewed = new Promise<void>((resolve) => {
    renew = resolve;
  });
  let state = 'anonymous';
  const asked = serverWith({
    '/api/v1/people': [over, () => Response.json({ name: 'Клуб' })],
    '/api/v1/session': [() => Response.json({ state })],
  });
  const work = renewing(renewed);
  const answer = ask('GET', '/people', shape);
  await new Promise((turn) => setTimeout(turn));
  expect(asked).toEqual(['GET /api/v1/people']);
  state = 'signed-in';
  renew();
  await work;
  expect(await answer).toEqual({ name: 'Клуб' });
});

test('a renewal that fails holds nobody', async () => {
  serverWith({
    '/api/v1/people': [over],
    '/api/v1/session': [() => Response.json({ state: 'anonymous' })],
  });
  await expect(renewing(Promise.reject(new Error('wrong code')))).rejects.toThrow('wrong code');
  await expect(ask('GET', '/people', shape)).rejects.toMatchObject({ code: 'session.required' });
});

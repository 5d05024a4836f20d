import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { address, ask } from './api.ts';
import { FailureError, RefusalError } from './failures.ts';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

type Seen = { url: string; init: RequestInit };

function serverThat(answer: (seen: Seen) => Response | Promise<Response>): Seen[] {
  const seen: Seen[] = [];
  globalThis.fetch = (url, init) => {
    const one = { url: url instanceof Request ? url.url : url.toString(), init: init ?? {} };
    seen.push(one);
    return Promise.resolve(one).then(answer);
  };
  return seen;
}

const shape = z.object({ name: z.string() });
const problemAnswer = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ type: 'about:blank', title: code, status, code, details: { items: 4 } }, { status, headers });

test('an answer is read by its contract, and what the contract does not name is left out', async () => {
  serverThat(() => Response.json({ name: 'Школа № 5', passwordHash: 'x' }));
  expect(await ask('GET', '/organization', shape)).toEqual({ name: 'Школа № 5' });
});

test('an answer that is here already is not sent again, and a newer one takes its place', async () => {
  let plan = { name: 'Дорожная карта' };
  let tag = 'W/"1"';
  const seen = serverThat(({ init }) =>
    new Headers(init.headers).get('if-none-match') === tag
      ? new Response(null, { status: 304, headers: { etag: tag } })
      : Response.json(plan, { headers: { etag: tag } }),
  );
  const first = await ask('GET', '/roadmaps/1', shape);
  expect(await ask('GET', '/roadmaps/1', shape)).toBe(first);
  [plan, tag] = [{ name: 'Дорожная карта, 2-я редакция' }, 'W/"2"'];
  expect(await ask('GET', '/roadmaps/1', shape)).toEqual(plan);
  expect(await ask('GET', '/roadmaps/1', shape)).toEqual(plan);
  expect(seen.map(({ init }) => new Headers(init.headers).get('if-none-match'))).toEqual([
    null,
    'W/"1"',
    'W/"1"',
    'W/"2"',
  ]);
});

test('after a sign-out nothing that was kept is shown: the server is asked each time', async () => {
  serverThat(() => Response.json({ name: 'План' }, { headers: { etag: 'W/"1"' } }));
  await ask('GET', '/roadmaps/2', shape);
  serverThat(() => problemAnswer(401, 'session.required'));
  await expect(ask('GET', '/roadmaps/2', shape)).rejects.toBeInstanceOf(RefusalError);
});

test('an answer of another shape is a defect and not a screen full of gaps', async () => {
  serverThat(() => Response.json({ title: 'Школа № 5' }));
  await expect(ask('GET', '/organization', shape)).rejects.toMatchObject({ kind: 'defect' });
});

test('a refusal comes with its code, its details and the time to wait', async () => {
  serverThat(() => problemAnswer(429, 'request.too-many', { 'retry-after': '30' }));
  const refusal = await ask('GET', '/people', shape).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RefusalError);
  expect(refusal).toMatchObject({ code: 'request.too-many', status: 429, retryAfter: 30, details: { items: 4 } });
});

test('an unknown code is a defect: the list of refusals is closed', async () => {
  serverThat(() => problemAnswer(409, 'pair.never-heard-of'));
  await expect(ask('GET', '/people', shape)).rejects.toMatchObject({ kind: 'defect' });
});

test('a page of a proxy in place of JSON is a defect', async () => {
  serverThat(() => new Response('<html>502</html>', { status: 502 }));
  await expect(ask('GET', '/people', shape)).rejects.toBeInstanceOf(FailureError);
});

test('no answer at all is «offline», a slow one is «timeout»', async () => {
  serverThat(() => Promise.reject(new TypeError('failed to fetch')));
  await expect(ask('GET', '/people', shape)).rejects.toMatchObject({ kind: 'offline' });

  serverThat(
    ({ init }) =>
      new Promise((_answer, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('slow', 'TimeoutError')));
      }),
  );
  await expect(ask('GET', '/people', shape, { timeout: 5 })).rejects.toMatchObject({ kind: 'timeout' });
});

test('what the caller gave up is passed through as given up', async () => {
  const given = new AbortController();
  serverThat(({ init }) => {
    given.abort();
    return Promise.reject(init.signal?.reason as Error);
  });
  await expect(ask('GET', '/people', shape, { signal: given.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

test('an empty answer is null, a body travels as JSON, a form as it is', async () => {
  const seen = serverThat(() => new Response(null, { status: 204 }));
  expect(await ask('POST', '/cycles', z.null(), { body: { title: '2026/27' } })).toBeNull();
  expect(seen[0]?.init.body).toBe('{"title":"2026/27"}');
  expect(seen[0]?.init.headers).toMatchObject({ 'content-type': 'application/json' });

  const form = new FormData();
  await ask('POST', '/imports', z.null(), { body: form });
  expect(seen[1]?.init.body).toBe(form);
  expect(seen[1]?.init.headers).not.toHaveProperty('content-type');
});

test('an address leaves out what is not asked', () => {
  expect(address('/people', { search: 'Иванова', state: undefined, page: 0, all: false, post: '' })).toBe(
    '/people?search=%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2%D0%B0&page=0&all=false',
  );
});

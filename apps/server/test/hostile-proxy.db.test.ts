import { expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { useServer } from './school.ts';

const server = useServer();

async function behindProxy(trustProxy: boolean) {
  const app = await buildApp({ ...server.deps, publicUrl: 'https://school.example' }, { trustProxy, web: '/nowhere' });
  app.get('/who', { config: { access: 'public' } }, ({ ip, host, protocol }) => ({ ip, host, protocol }));
  return app;
}

const SPOOFED = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9', 'x-forwarded-host': 'evil.example' };

test('behind a proxy the address is what the proxy has seen, not what the client has written before it', async () => {
  const app = await behindProxy(true);
  const answer = await app.inject({ method: 'GET', url: '/who', headers: SPOOFED });
  expect(answer.json()).toMatchObject({ ip: '203.0.113.9' });
  await app.close();
});

test('without a proxy nobody is believed where a request comes from', async () => {
  const app = await behindProxy(false);
  const headers = { ...SPOOFED, 'x-forwarded-proto': 'https', host: 'school.local' };
  const answer = await app.inject({ method: 'GET', url: '/who', headers });
  expect(answer.json()).toEqual({ ip: '127.0.0.1', host: 'school.local', protocol: 'http' });
  await app.close();
});

test.each([
  ['https://school.example', 401],
  ['https://evil.example', 403],
  ['null', 403],
])('a proxy that does not hand the Host on: a change from %s is answered %i', async (origin, status) => {
  const app = await behindProxy(true);
  const headers = { host: '127.0.0.1:8080', origin };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/notices/read', headers });
  expect(answer.statusCode).toBe(status);
  await app.close();
});

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerPrepared, Prepared } from './prepared.ts';

const text = JSON.stringify({ title: 'Дорожная карта'.repeat(300) });

async function answered(headers: Record<string, string>) {
  const app = Fastify();
  app.get('/', (request, reply) => answerPrepared(request, reply, new Prepared(text)));
  const answer = await app.inject({ url: '/', headers });
  await app.close();
  return answer;
}

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['identity', undefined, (bytes: Buffer) => bytes],
  ['br;q=0, gzip;q=0.5', undefined, (bytes: Buffer) => bytes],
] as const)('an answer is packed as the asker takes it: %s', async (accepted, coding, unpack) => {
  const answer = await answered({ 'accept-encoding': accepted });
  expect(answer.headers['content-encoding']).toBe(coding);
  expect(answer.headers['content-type']).toContain('application/json');
  expect(unpack(answer.rawPayload).toString()).toBe(text);
});

test('who has these very bytes is told so and sent nothing', async () => {
  const tag = String((await answered({})).headers.etag);
  const again = await answered({ 'if-none-match': `W/"other", ${tag}` });
  expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  expect((await answered({ 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
});

test('other bytes have another tag', () => {
  expect(new Prepared(text).tag).toBe(new Prepared(text).tag);
  expect(new Prepared(`${text} `).tag).not.toBe(new Prepared(text).tag);
});

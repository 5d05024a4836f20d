import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Auth } from '../auth/auth.ts';
import { forgetFailures, recordFailure, secondsToWait } from '../auth/throttle.ts';
import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { Refusal } from '../refusal.ts';

export type AuthRouteParts = { readonly auth: Auth; readonly pool: Pool; readonly clock: Clock };

const signInBody = z.object({ username: z.string().optional(), email: z.string().optional() });

/** The sign-in library's own addresses, behind our throttle. */
export function authRoutes(app: FastifyInstance, parts: AuthRouteParts): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    config: { access: 'public' },
    schema: { hide: true },
    handler: async (request, reply) => {
      const login = loginTried(request);
      if (login === undefined) return pass(await forward(request, parts.auth), reply);
      const attempt = { login, address: request.ip };
      const now = parts.clock.now();
      const wait = await secondsToWait(parts.pool, attempt, now);
      if (wait > 0) {
        reply.header('retry-after', wait);
        throw new Refusal('request.too-many', { seconds: wait });
      }
      const answer = await forward(request, parts.auth);
      if (answer.status === 401 || answer.status === 403) await recordFailure(parts.pool, attempt, now);
      else if (answer.ok) await forgetFailures(parts.pool, login);
      return pass(answer, reply);
    },
  });
}

function loginTried(request: FastifyRequest): string | undefined {
  if (!/^\/api\/auth\/sign-in\/(email|username)\/?$/.test(request.url.split('?')[0] ?? '')) return undefined;
  const read = signInBody.safeParse(request.body);
  return read.success ? (read.data.username ?? read.data.email ?? '') : '';
}

function forward(request: FastifyRequest, auth: Auth): Promise<Response> {
  return auth.handler(
    new Request(`${request.protocol}://${request.host}${request.url}`, {
      method: request.method,
      headers: fromNodeHeaders(request.headers),
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
    }),
  );
}

async function pass(answer: Response, reply: FastifyReply): Promise<FastifyReply> {
  reply.code(answer.status);
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  }
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.send(Buffer.from(await answer.arrayBuffer()));
}

import { passwordFault } from '@nastavnik/domain/access/password';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Auth } from '../auth/auth.ts';
import { beginAttempt, forgive, uncount } from '../auth/throttle.ts';
import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { Refusal } from '../refusal.ts';
import { type Account, accountOf } from './session.ts';
import { handOnCookies } from './session-cookie.ts';

export type AuthRouteParts = { readonly auth: Auth; readonly pool: Pool; readonly clock: Clock };

const signInBody = z.object({ username: z.string().optional(), email: z.string().optional() });
const newPasswordBody = z.object({ newPassword: z.string() });
/** All others only look at the session, whatever cookies the library adds. */
const BEGINS_OR_ENDS =
  /^\/api\/auth\/(sign-in\/\w+|sign-out|change-password|two-factor\/(verify-[\w-]+|enable|disable))\/?$/;

const libraryAnswer = z.object({ code: z.string().optional() });

/** Where an open session is asked for its password once more. */
const PASSWORD_AGAIN =
  /^\/api\/auth\/(change-password|verify-password|two-factor\/(enable|disable|get-totp-uri|generate-backup-codes))\/?$/;

/** The sign-in library's own addresses, behind our throttle and our rule of passwords. */
export function authRoutes(app: FastifyInstance, parts: AuthRouteParts): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    config: { access: 'public' },
    schema: { hide: true },
    handler: async (request, reply) => {
      const path = request.url.split('?')[0] ?? '';
      const account = PASSWORD_AGAIN.test(path) ? await accountOf(request, parts.auth) : undefined;
      if (account && path.includes('/change-password')) demandGoodPassword(request, account);
      const login = account ? `account ${account.userId}` : loginTried(path, request.body);
      if (login === undefined) return pass(await forward(request, parts.auth), path, reply);
      const begun = await beginAttempt(parts.pool, { login, address: request.ip }, parts.clock.now());
      if (typeof begun === 'number') {
        reply.header('retry-after', begun);
        throw new Refusal('request.too-many', { seconds: begun });
      }
      const answer = await forward(request, parts.auth);
      if (answer.ok) await forgive(parts.pool, begun);
      else if (!(await isWrongPassword(answer))) await uncount(parts.pool, begun);
      return pass(answer, path, reply);
    },
  });
}

/** Whose password is tried: the name that this address reads, whatever other names stand beside it. */
function loginTried(path: string, body: unknown): string | undefined {
  const kind = /^\/api\/auth\/sign-in\/(email|username)\/?$/.exec(path)?.[1];
  if (kind !== 'email' && kind !== 'username') return undefined;
  const read = signInBody.safeParse(body);
  return read.success ? (read.data[kind] ?? '') : '';
}

function demandGoodPassword(request: FastifyRequest, account: Account): void {
  const read = newPasswordBody.safeParse(request.body);
  if (!read.success) return;
  const fault = passwordFault(read.data.newPassword, [account.login ?? '', account.email ?? '', account.name]);
  if (fault) throw new Refusal('setup.password-weak', { why: fault });
}

async function isWrongPassword(answer: Response): Promise<boolean> {
  if (answer.status === 401 || answer.status === 403) return true;
  const read = libraryAnswer.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => undefined),
  );
  return read.success && read.data.code === 'INVALID_PASSWORD';
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

async function pass(answer: Response, path: string, reply: FastifyReply): Promise<FastifyReply> {
  reply.code(answer.status);
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  }
  if (answer.ok && BEGINS_OR_ENDS.test(path)) handOnCookies(answer, reply);
  return reply.send(Buffer.from(await answer.arrayBuffer()));
}

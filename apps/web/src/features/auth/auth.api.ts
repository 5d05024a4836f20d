import { problem } from '@nastavnik/contracts/problem';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import { z } from 'zod';
import { FailureError, RefusalError } from '../../lib/api/failures.ts';
import { send } from '../../lib/api/send.ts';
import { renewing, sendSignedIn } from '../../lib/api/signed-in.ts';

/** The sign-in library's own endpoints. Their answers are not of our contracts, so their shapes stand here. */

/** What was typed did not fit: a password, a code. The form says it beside the field. */
export class WrongSecretError extends Error {}

const signedIn = z.object({ twoFactorRedirect: z.boolean().optional() });
const enabled = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const sessionList = z.array(
  z.object({ id: z.string(), token: z.string(), createdAt: z.string(), userAgent: z.string().nullish() }),
);
const anything = z.unknown();

export type AuthSession = z.infer<typeof sessionList>[number];

/** By login or by e-mail; answers whether a code is asked next. */
export async function signIn(login: string, password: string): Promise<{ codeNeeded: boolean }> {
  const path = login.includes('@') ? '/sign-in/email' : '/sign-in/username';
  const name = login.includes('@') ? { email: login } : { username: login };
  const answer = await ask(path, signedIn, { ...name, password });
  return { codeNeeded: answer.twoFactorRedirect === true };
}

export async function verifyCode(kind: 'app' | 'reserve', code: string): Promise<void> {
  await renewing(
    ask(kind === 'app' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', anything, { code }),
  );
}

/** Other sessions end with the old password. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await renewing(ask('/change-password', anything, { currentPassword, newPassword, revokeOtherSessions: true }));
}

/** The address for the QR code and the backup codes; the second step is on after the first right code. */
export function prepareTotp(password: string): Promise<z.infer<typeof enabled>> {
  return ask('/two-factor/enable', enabled, { password });
}

export async function stopTotp(password: string): Promise<void> {
  await renewing(ask('/two-factor/disable', anything, { password }));
}

export async function listSessions(): Promise<AuthSession[]> {
  const response = await sendSignedIn('GET', '/api/auth/list-sessions');
  return read(response, sessionList);
}

export async function endSession(token: string): Promise<void> {
  await ask('/revoke-session', anything, { token });
}

async function ask<Shape extends z.ZodType>(path: string, shape: Shape, body: object): Promise<z.infer<Shape>> {
  return read(await send('POST', `/api/auth${path}`, { body }), shape);
}

async function read<Shape extends z.ZodType>(response: Response, shape: Shape): Promise<z.infer<Shape>> {
  const content: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const answer = shape.safeParse(content);
    if (!answer.success) throw new FailureError('defect', answer.error);
    return answer.data;
  }
  const refused = problem.safeParse(content);
  if (refused.success && isRefusalCode(refused.data.code)) {
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new RefusalError(refused.data.code, {
      status: response.status,
      retryAfter: Number.isFinite(wait) ? wait : undefined,
    });
  }
  if (response.status === 429) throw new RefusalError('request.too-many', { status: 429 });
  if (response.status === 400 || response.status === 401) throw new WrongSecretError();
  throw new FailureError('defect', content);
}

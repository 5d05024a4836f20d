import type { FastifyReply } from 'fastify';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Gives the browser the cookies of an answer that begins, renews or ends a session. No other answer may: a new password
 * or a second factor renews the session, and what was asked with the former one may be answered later than that. A cookie
 * in such an answer, be it prolonged or cleared, would put the person out who has just come in.
 *
 * So the cookie lasts longer than any session, and how long a session lasts the server alone says (`IDLE_SECONDS`).
 */
export function handOnCookies(answer: { readonly headers: Headers }, reply: FastifyReply): void {
  for (const cookie of answer.headers.getSetCookie()) {
    const lasting = /^[^=]*\.session_token=[^;]/.test(cookie);
    reply.header('set-cookie', lasting ? cookie.replace(/Max-Age=\d+/i, `Max-Age=${DAY_SECONDS}`) : cookie);
  }
}

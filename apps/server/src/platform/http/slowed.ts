import type { FastifyReply, FastifyRequest } from 'fastify';
import { beginAttempt, forgive } from '../auth/throttle.ts';
import type { Clock } from '../clock.ts';
import type { Pool } from '../db/pool.ts';
import { Refusal } from '../refusal.ts';

/**
 * Work that answers to a code which could be guessed: a wrong code counts as a failure of the address, and failures make
 * it wait, as wrong passwords do. Whoever knew the code is not counted.
 */
export async function slowed<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: { readonly pool: Pool; readonly clock: Clock },
  code: string,
  work: () => Promise<T>,
): Promise<T> {
  // Counted by the address alone, at the pace of a hall full of phones: each guess at a code is another one.
  const attempt = { login: `code ${code}`, address: request.ip };
  const begun = await beginAttempt(parts.pool, attempt, parts.clock.now());
  if (typeof begun === 'number') {
    reply.header('retry-after', begun);
    throw new Refusal('request.too-many', { seconds: begun });
  }
  try {
    const done = await work();
    await forgive(parts.pool, begun);
    return done;
  } catch (error) {
    // A used or expired code was a right one once, and a weak password is no guess.
    if (!(error instanceof Refusal) || error.status !== 404) await forgive(parts.pool, begun);
    throw error;
  }
}

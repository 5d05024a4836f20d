import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';

/**
 * What no text column can hold is malformed, wherever it stands in a request: the character zero, and half of a pair of
 * surrogates. Without this each of the many shapes would have to say so.
 */
export function refuseBrokenText(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (hasBrokenText([request.params, request.query, request.body])) throw new Refusal('request.malformed');
  });
}

/** No recursion: the depth of a body is whatever somebody sends. */
function hasBrokenText(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string') {
      if (next.includes('\0') || !next.isWellFormed()) return true;
    } else if (Array.isArray(next)) {
      for (const each of next) left.push(each);
    } else if (next !== null && typeof next === 'object' && !Buffer.isBuffer(next)) {
      for (const [key, each] of Object.entries(next)) left.push(key, each);
    }
  }
  return false;
}

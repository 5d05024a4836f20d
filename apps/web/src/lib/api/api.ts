import { problem } from '@nastavnik/contracts/problem';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import type { z } from 'zod';
import { FailureError, RefusalError } from './failures.ts';
import { keep, keptAnswer } from './kept-answers.ts';
import type { AskOptions, Method, Query } from './send.ts';
import { sendSignedIn } from './signed-in.ts';

const API = '/api/v1';

/**
 * Asks our API and reads the answer by its contract.
 * The session is a same-site cookie, so no token travels here; a JSON body makes the request one that a foreign page
 * cannot send. Throws `RefusalError` for a refusal of the list, `FailureError` for everything else; an abort by the
 * caller is passed through as the browser's AbortError.
 */
export async function ask<Shape extends z.ZodType>(
  method: Method,
  path: string,
  shape: Shape,
  options: AskOptions = {},
): Promise<z.infer<Shape>> {
  const url = address(`${API}${path}`, options.query);
  const kept = method === 'GET' ? keptAnswer(url) : undefined;
  const response = await sendSignedIn(method, url, { ...options, ...(kept ? { tag: kept.tag } : {}) });
  // An address has one contract: what was kept under it has passed this one.
  if (response.status === 304 && kept) return kept.data as z.infer<Shape>;
  if (!response.ok) throw await refusalOf(response);
  const read = shape.safeParse(response.status === 204 ? null : await json(response));
  if (!read.success) throw new FailureError('defect', read.error);
  if (method === 'GET') keep(url, response.headers.get('etag'), read.data);
  return read.data;
}

export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** The refusal or failure that an answer says. */
export async function refusalOf(response: Response): Promise<Error> {
  const read = problem.safeParse(await json(response).catch(() => undefined));
  if (!read.success || !isRefusalCode(read.data.code)) return new FailureError('defect', read.data ?? response.status);
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new RefusalError(read.data.code, {
    status: response.status,
    fields: read.data.fields ?? [],
    details: read.data.details ?? {},
    retryAfter: Number.isFinite(wait) ? wait : undefined,
  });
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new FailureError('defect', error);
  }
}

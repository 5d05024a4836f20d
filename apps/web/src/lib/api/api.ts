import { problem } from '@nastavnik/contracts/problem';
import { isRefusalCode } from '@nastavnik/contracts/refusals';
import type { z } from 'zod';
import { FailureError, RefusalError } from './failures.ts';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type AskOptions = {
  query?: Query;
  /** A JSON value, or a FormData with files. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Milliseconds until the question is given up. */
  timeout?: number;
};
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const API = '/api/v1';
const PATIENCE = 20_000;

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
  const response = await send(method, address(`${API}${path}`, options.query), options);
  if (!response.ok) throw await refusalOf(response);
  const read = shape.safeParse(response.status === 204 ? null : await json(response));
  if (!read.success) throw new FailureError('defect', read.error);
  return read.data;
}

/** The request itself with patience and abort; shared with the sign-in endpoints, which have their own answers. */
export async function send(method: Method, url: string, options: AskOptions = {}): Promise<Response> {
  const timeout = AbortSignal.timeout(options.timeout ?? PATIENCE);
  const form = options.body instanceof FormData ? options.body : undefined;
  try {
    return await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        ...(options.body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
      },
      ...(options.body === undefined ? {} : { body: form ?? JSON.stringify(options.body) }),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new FailureError(timeout.aborted ? 'timeout' : 'offline', error);
  }
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

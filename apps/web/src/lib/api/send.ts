import { FailureError } from './failures.ts';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type AskOptions = {
  query?: Query;
  /** A JSON value, or a FormData with files. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Milliseconds until the question is given up. */
  timeout?: number;
  /** Of the answer that is here already: 304 where it would be the same again. */
  tag?: string;
};
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const PATIENCE = 20_000;

/** The request itself with patience and abort. Throws as `ask` does, and only where no answer came. */
export async function send(method: Method, url: string, options: AskOptions = {}): Promise<Response> {
  const timeout = AbortSignal.timeout(options.timeout ?? PATIENCE);
  const form = options.body instanceof FormData ? options.body : undefined;
  try {
    return await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        ...(options.tag ? { 'if-none-match': options.tag } : {}),
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

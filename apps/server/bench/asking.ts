import { Agent, request as send } from 'node:http';
import { PASSWORD } from './a-school.ts';

type Method = 'GET' | 'POST';
/** Answers with the status; the body is not looked at. */
export type Ask = (method: Method, path: string, body?: object) => Promise<number>;
export type Answer = { readonly status: number; readonly json: unknown };
export type Measured = { readonly p50: number; readonly p99: number; readonly perSecond: number };

/** Connections that stay open, as browsers keep them. */
export const connections = (most: number) => new Agent({ keepAlive: true, maxSockets: most });

/** Asks as one who is signed in, packed, as every browser asks. */
export function asker(http: Agent, port: number, cookie: string): Ask {
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = { cookie, 'accept-encoding': 'gzip, br', ...typeOf(body) };
      const asked = send({ agent: http, port, host: '127.0.0.1', method, path, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      asked.on('error', reject);
      asked.end(body ? JSON.stringify(body) : undefined);
    });
}

/** The same for who reads the answer. */
export function sender(http: Agent, port: number, cookie: string) {
  return (method: Method, path: string, body?: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { cookie, ...typeOf(body) };
      const asked = send({ agent: http, port, host: '127.0.0.1', method, path, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: answer.statusCode ?? 0, json: text === '' ? null : JSON.parse(text) });
        });
      });
      asked.on('error', reject);
      asked.end(body ? JSON.stringify(body) : undefined);
    });
}

const typeOf = (body: object | undefined) => (body ? { 'content-type': 'application/json' } : {});

/** The cookie of a person of `a-school.ts`. */
export async function signedIn(port: number, username: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** Each asks again as soon as it is answered. Milliseconds, and answers a second. */
export async function measure(
  askers: readonly Ask[],
  one: (ask: Ask) => Promise<number>,
  seconds: number,
): Promise<Measured> {
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    askers.map(async (ask) => {
      while (performance.now() < end) {
        const start = performance.now();
        const status = await one(ask);
        if (status !== 200) throw new Error(`answered ${status}`);
        times.push(performance.now() - start);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  return { ...percentiles(times), perSecond: Math.round((10 * times.length) / took) / 10 };
}

/** Of milliseconds, to a tenth. */
export function percentiles(times: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)) / 10;
  return { p50: at(0.5), p99: at(0.99) };
}

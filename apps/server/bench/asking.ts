import { Agent, request as send } from 'node:http';
import { PASSWORD } from './a-school.ts';

export type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<number>;
export type Measured = { readonly p50: number; readonly p99: number; readonly perSecond: number };

/** Connections that stay open, as browsers keep them. */
export const connections = (most: number) => new Agent({ keepAlive: true, maxSockets: most });

/** Asks as one who is signed in, and answers with the status. */
export function asker(http: Agent, port: number, cookie: string): Ask {
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      // Packed, as every browser asks.
      const headers = {
        cookie,
        'accept-encoding': 'gzip, br',
        ...(body ? { 'content-type': 'application/json' } : {}),
      };
      const asked = send({ agent: http, port, host: '127.0.0.1', method, path, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      asked.on('error', reject);
      asked.end(body ? JSON.stringify(body) : undefined);
    });
}

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
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)) / 10;
  return { p50: at(0.5), p99: at(0.99), perSecond: Math.round((10 * sorted.length) / took) / 10 };
}

import { type AskOptions, type Method, send } from './send.ts';

const underWay = new Set<Promise<unknown>>();

/** A new password or a second factor gives the browser a new session; what is refused meanwhile waits for it. */
export function renewing<Answer>(work: Promise<Answer>): Promise<Answer> {
  const settled: Promise<unknown> = work.then(nothing, nothing).then(() => underWay.delete(settled));
  underWay.add(settled);
  return work;
}

/**
 * Sends in the name of who is signed in. What was asked with a session that has been renewed since is asked once more:
 * an ended session is refused before anything is done, so nothing is done twice.
 */
export async function sendSignedIn(method: Method, url: string, options: AskOptions = {}): Promise<Response> {
  const response = await send(method, url, options);
  if (response.status !== 401 || !(await isStillSignedIn(options))) return response;
  return send(method, url, options);
}

async function isStillSignedIn({ signal }: AskOptions): Promise<boolean> {
  await Promise.all(underWay);
  const response = await send('GET', '/api/v1/session', { signal });
  const answer: unknown = await response.json().catch(() => undefined);
  const state = typeof answer === 'object' && answer !== null && 'state' in answer ? answer.state : undefined;
  return state === 'signed-in' || state === 'no-organization';
}

function nothing(): void {}

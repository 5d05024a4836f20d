import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until there is an answer; for what another process does in its own time. */
export async function waitFor<Answer>(
  what: string,
  look: () => Answer | undefined | Promise<Answer | undefined>,
  seconds = 90,
): Promise<Answer> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const answer = await look();
    if (answer !== undefined) return answer;
    await pause(250);
  }
  throw new Error(`waited ${seconds} s in vain for ${what}`);
}

import type { Deps } from './deps.ts';
import type { Clockwork, JobHandler } from './platform/jobs/jobs.ts';

/** Every kind of job and its handler. */
export function jobHandlers(_deps: Deps): JobHandler[] {
  return [];
}

/** What runs by the clock; each handler asks what is due. */
export function clockworks(): Clockwork[] {
  return [];
}

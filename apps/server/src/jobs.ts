import type { Deps } from './deps.ts';
import { agreementHandlers } from './features/agreements/decide-agreement.ts';
import { consentClockworks, consentHandlers } from './features/consents/consents.sweep.ts';
import { erasureClockworks, erasureHandlers } from './features/erasure/erasure.sweep.ts';
import { importClockworks, importHandlers } from './features/imports/imports.jobs.ts';
import { listImportClockworks, listImportHandlers } from './features/list-imports/list-imports.jobs.ts';
import { personClockworks, personHandlers } from './features/persons/dismissed-participations.ts';
import { reminderClockworks, reminderHandlers } from './features/reminders/sweep.ts';
import { planClockworks, planHandlers } from './features/roadmaps/advance-plans.ts';
import { scanHandlers } from './features/scans/scans.jobs.ts';
import type { Clockwork, JobHandler } from './platform/jobs/jobs.ts';

/** Every kind of job and its handler. */
export function jobHandlers(deps: Deps): JobHandler[] {
  return [
    ...importHandlers(deps),
    ...listImportHandlers(deps),
    ...planHandlers(deps),
    ...agreementHandlers(deps),
    ...reminderHandlers(deps),
    ...consentHandlers(deps),
    ...erasureHandlers(deps),
    ...scanHandlers(deps),
    ...personHandlers(deps),
  ];
}

/**
 * What runs by the clock; each handler asks what is due.
 * @param options `eachMinute`: under a clock that tests move, the machine's own hours mean nothing
 */
export function clockworks(options: { readonly eachMinute?: boolean } = {}): Clockwork[] {
  const all = [
    ...importClockworks,
    ...listImportClockworks,
    ...planClockworks,
    ...reminderClockworks,
    ...consentClockworks,
    ...erasureClockworks,
    ...personClockworks,
  ];
  return options.eachMinute ? all.map((each) => ({ ...each, crontab: '* * * * *' })) : all;
}

import type { Role } from '@nastavnik/domain/access/roles';

/** RULE-33: who sees the data of everybody comes with a second factor. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['director', 'curator', 'dataProtectionOfficer'];

/**
 * Addresses behind which stands no participant: the plan, the staff directory, the settings, one's own affairs. They stay
 * open, so that a curator has the roadmap live in the first five minutes; all others wait for the second factor. What is
 * not written here waits.
 */
const OPEN = [
  '/api/v1/session',
  '/api/v1/setup',
  '/api/v1/people',
  '/api/v1/bodies',
  '/api/v1/organization',
  '/api/v1/policy',
  '/api/v1/cycles',
  '/api/v1/server',
  '/api/v1/authority',
  '/api/v1/imports',
  '/api/v1/roadmap',
  '/api/v1/items',
  '/api/v1/occurrences',
  '/api/v1/evidence',
  '/api/v1/deadlines',
  '/api/v1/files',
  '/api/v1/today',
  '/api/v1/search',
  '/api/v1/agreements',
  '/api/v1/notices',
  '/api/v1/reminder',
  '/api/v1/deliveries',
  '/api/v1/mail',
  '/api/v1/calendar',
  '/api/v1/invitations',
  '/api/v1/mentoring-forms',
  '/api/v1/request-themes',
  '/api/v1/competences',
  '/api/v1/my/',
];

export function isOpenWithoutSecondFactor(url: string): boolean {
  return OPEN.some((beginning) => url.startsWith(beginning));
}

/** What the audit can be narrowed to. */
export const AUDIT_GROUPS = ['seen', 'people', 'consents', 'rights', 'programme', 'plan', 'access'] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/** Whole types, or what stands before the dot of a type. A type of no group is found without a filter only. */
export const TYPES_OF_GROUP: Record<AuditGroup, readonly string[]> = {
  seen: ['card.seen', 'list.handed-out', 'my-data.exported', 'consents', 'audit'],
  people: ['person', 'pupil', 'employee', 'class', 'contingent', 'representation', 'list', 'year', 'sign-up'],
  consents: ['consent', 'consents', 'consent-template', 'scans', 'policy', 'operator', 'resource'],
  rights: ['demand', 'duty', 'erasure', 'erasures', 'person.erased', 'cycle.depersonalised', 'consent.forgotten'],
  programme: [
    'participant',
    'request',
    'theme',
    'form',
    'event',
    'interest',
    'interview',
    'support',
    'clearance',
    'training',
    'achievement',
    'recommendation',
    'answer',
    'card.changed',
  ],
  plan: ['roadmap', 'item', 'evidence', 'import', 'agreement', 'cycle'],
  access: [
    'session',
    'role',
    'body',
    'code',
    'feed',
    'organization',
    'reminder',
    'person.password-recovered',
    'second-factor',
  ],
};

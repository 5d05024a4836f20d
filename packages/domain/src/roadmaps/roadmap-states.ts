/** LIFECYCLE 4.1. */
export const ROADMAP_STATES = [
  'draft',
  'underReview',
  'returned',
  'agreed',
  'approved',
  'inForce',
  'superseded',
  'closed',
  'archived',
] as const;
export type RoadmapState = (typeof ROADMAP_STATES)[number];

/** LIFECYCLE 4.2, for a whole item and for each of its occurrences; `reported` waits for the curator's confirmation. */
export const ITEM_STATES = [
  'planned',
  'inProgress',
  'reported',
  'done',
  'overdue',
  'postponed',
  'cancelled',
  'notRequired',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What other features use of the reminders. */
export { type NewNotice, textsOf } from './notices.queries.ts';
export { remind } from './remind.ts';
export { fill } from './reminder-kinds.ts';

/** What other features use of the reminders. */
export { textsOf } from './notices.queries.ts';
export { remind } from './remind.ts';
export { fill } from './reminder-kinds.ts';

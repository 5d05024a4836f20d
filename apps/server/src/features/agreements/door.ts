/** What other features use of the agreements. */
export { withdrawRequests } from './agreements.queries.ts';
export { authorityAsked } from './authority-asked.ts';

/** What other features use of the agreements. */
export { authorityAsked } from './authority-asked.ts';

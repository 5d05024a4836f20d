/** What other features use of the staff directory. */
export { shortName } from './person.view.ts';

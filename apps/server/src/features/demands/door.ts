/** What other features use of the demands and the tasks of the law. */
export { seeDuties } from './duties.ts';

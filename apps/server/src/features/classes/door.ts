/** What other features use of the classes. */
export { saveCounts } from './contingent.ts';

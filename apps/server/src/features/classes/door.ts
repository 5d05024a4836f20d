/** What other features use of the classes. */
export { saveCounts, seeContingent } from './contingent.ts';

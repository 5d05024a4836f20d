/** What other parts use of the items. */
export { commandOccurrence } from './command-occurrence.ts';
export { addEvidence, type NewEvidence } from './evidence.ts';

/** What other features use of the persons. */
export { closeParticipations } from './close-participations.ts';
export { shownMatches } from './likeness.ts';
export { everybodysTraits } from './traits.queries.ts';

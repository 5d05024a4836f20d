/** What other features use of the persons. */
export { closeParticipations } from './close-participations.ts';
export { shownMatches } from './likeness.ts';
export { lookAgainAtConsents } from './look-again.ts';
export { everybodysTraits } from './traits.queries.ts';

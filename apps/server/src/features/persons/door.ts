/** What other features use of the persons. */
export { addPerson } from './add-person.ts';
export { closeParticipations } from './close-participations.ts';
export { shownMatches } from './likeness.ts';
export { within } from './reach.ts';
export { everybodysTraits } from './traits.queries.ts';

/** What other features use of the persons. */
export { addPerson } from './add-person.ts';
export { setApart } from './apart.ts';
export { closeParticipations } from './close-participations.ts';
export { shownMatches } from './likeness.ts';
export { representationsOf } from './person-card.queries.ts';
export { opensCard } from './person-card.ts';
export { type PersonSides, personSides } from './person-sides.queries.ts';
export { within } from './reach.ts';
export { categoriesOfPeople, isOfCategory } from './teacher-categories.queries.ts';
export { everybodysTraits } from './traits.queries.ts';

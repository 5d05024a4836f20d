/** What other features use of the catalogue of places. */
export { allowedPlaces, type KnownPlace } from './resources.queries.ts';

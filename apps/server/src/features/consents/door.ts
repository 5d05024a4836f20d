/** What other features use of the consents. */
export { type ConsentFacts, consentFacts, type MissingConsent } from './consent-facts.ts';
export { consentsLookAgain } from './consents-look-again.ts';
export { addDuty, closeDuties, type NewDuty } from './duties.queries.ts';

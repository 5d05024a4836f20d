/** What other features use of the persons. Nothing here leads back to participants or consents. */
export { lookAgainAtConsents } from './look-again.ts';

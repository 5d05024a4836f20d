/**
 * How a consent ends at somebody's word, for other features. A door of its own: it leads on to the participants, who come
 * in by the other one.
 */
export { recordWithdrawal, withdrawInAccount } from '../withdraw-consent.ts';

/** What other features use of the destruction of data. */
export { cancelErasureOf, planErasure } from './plan-erasure.ts';

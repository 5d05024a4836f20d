/** What other features use of the destruction of data. */
export { cancelErasureOf, type ErasureGround, type PlannedErasure, planErasure } from './plan-erasure.ts';

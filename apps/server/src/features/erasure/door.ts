/** What other features use of the destruction of data. */
export { forgetFiles } from './forget-files.ts';
export { cancelErasureOf, planErasure } from './plan-erasure.ts';

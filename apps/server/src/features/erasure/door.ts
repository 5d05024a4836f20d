/** What other features use of the destruction of data. */

export { runRows } from './erasures.queries.ts';
export { finishRun } from './finish-run.ts';
export { forgetFiles } from './forget-files.ts';
export { cancelErasureOf, planErasure } from './plan-erasure.ts';
export { closeRun, openRun } from './run-erasures.ts';
export { viewRun } from './see-erasures.ts';

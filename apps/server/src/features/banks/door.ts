/** What other features use of the banks. */
export { drawList, recordHandingOut } from './hand-out.ts';

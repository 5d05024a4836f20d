/** What other features use of the banks. */
export { drawList, type HandedOut, type ListFormat, recordHandingOut } from './hand-out.ts';

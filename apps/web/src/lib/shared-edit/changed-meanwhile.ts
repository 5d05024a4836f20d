import { RefusalError } from '../api/failures.ts';

/** Refused because somebody else has changed the card since it was opened. */
export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'person.changed-meanwhile';
}

import { FailureError, RefusalError } from '../api/failures.ts';
import { catalogue, type TextKey } from '../texts.ts';
import { ru } from './texts.ru.ts';

export const { useTexts: useRefusalTexts, say: sayRefusal } = catalogue('refusals', ru, () => import('./texts.en.ts'));

/** The sentence for whatever went wrong: a refusal by its code, a failure by its kind, the rest as a defect. */
export function refusalKey(error: unknown): TextKey<typeof ru> {
  if (error instanceof RefusalError) return error.code;
  if (error instanceof FailureError) return `failure.${error.kind}`;
  return 'failure.defect';
}

/** Seconds after which asking again makes sense, when the server named them. */
export function secondsToWait(error: unknown): number | undefined {
  return error instanceof RefusalError ? error.retryAfter : undefined;
}

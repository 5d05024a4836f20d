import { RefusalError } from '../lib/api/failures.ts';

/** The words that made the server ask whether a text holds special data (RULE-11); undefined: it did not ask. */
export function specialWords(error: unknown): string | undefined {
  if (!(error instanceof RefusalError) || error.code !== 'text.special-data') return undefined;
  const words: unknown = error.details['words'];
  return Array.isArray(words) ? words.join(', ') : '';
}

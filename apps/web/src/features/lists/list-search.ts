import type { rowOutcome } from '@nastavnik/contracts/list-imports';
import type { z } from 'zod';

/** Written out: the address is read before the screen, and its shapes come with the screen. */
const OUTCOMES = ['new', 'changed', 'unchanged', 'duplicateSuspected', 'error'] as const satisfies readonly z.infer<
  typeof rowOutcome
>[];

/** Which rows of the dry run are shown. */
export type ListSearch = { readonly show?: z.infer<typeof rowOutcome> };

export function listSearch(search: Record<string, unknown>): ListSearch {
  const show = OUTCOMES.find((each) => each === search['show']);
  return show ? { show } : {};
}

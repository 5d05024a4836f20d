import { rowOutcome } from '@nastavnik/contracts/list-imports';
import type { z } from 'zod';

/** Which rows of the dry run are shown. */
export type ListSearch = { readonly show?: z.infer<typeof rowOutcome> };

export function listSearch(search: Record<string, unknown>): ListSearch {
  const show = rowOutcome.options.find((each) => each === search['show']);
  return show ? { show } : {};
}

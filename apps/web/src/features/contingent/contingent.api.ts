import { type contingentAnswer as answer, contingentAnswer } from '@nastavnik/contracts/classes';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

export type Contingent = z.infer<typeof answer>;

export const contingentQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['contingent', on ?? 'today'],
    queryFn: ({ signal }) => ask('GET', '/contingent', contingentAnswer, { query: { on }, signal }),
  });

/** The counts of a day; no rows: what was given for it is taken away. */
export function useTypeContingent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { onDay: string; rows: readonly { age: number; count: number }[] }) =>
      ask('PUT', '/contingent', contingentAnswer, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contingent'] }),
  });
}

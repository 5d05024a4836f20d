import { rollOverDone, rollOverPlan } from '@nastavnik/contracts/roll-over';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';
import { useAfterPeopleChange } from '../../lib/school/school.api.ts';
import type { Decisions } from './decisions.ts';

/** The new year on paper; nothing is written. */
export const previewQuery = (fromYear: number, decisions: Decisions) =>
  queryOptions({
    queryKey: ['roll-over', fromYear, decisions],
    queryFn: ({ signal }) =>
      ask('POST', '/roll-over/preview', rollOverPlan, { body: { fromYear, decisions }, signal, timeout: 60_000 }),
    placeholderData: keepPreviousData,
  });

export function useRollOver() {
  const client = useQueryClient();
  const afterwards = useAfterPeopleChange();
  return useMutation({
    mutationFn: (body: { fromYear: number; decisions: Decisions }) =>
      ask('POST', '/roll-over', rollOverDone, { body, timeout: 120_000 }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['roll-over'] });
      await afterwards();
    },
  });
}

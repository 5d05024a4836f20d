import {
  type apartBody,
  duplicatesAnswer,
  merge,
  type mergeBody,
  mergePreview,
  mergesAnswer,
} from '@nastavnik/contracts/persons';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useAfterPeopleChange } from '../../lib/school/school.api.ts';

export const duplicatesQuery = queryOptions({
  queryKey: ['merges', 'duplicates'],
  queryFn: ({ signal }) => ask('GET', '/persons/duplicates', duplicatesAnswer, { signal, timeout: 60_000 }),
});

export const mergesQuery = queryOptions({
  queryKey: ['merges'],
  queryFn: ({ signal }) => ask('GET', '/persons/merges', mergesAnswer, { signal }),
});

type Pair = { readonly keptId: string; readonly goneId: string };

/** What would happen; nothing is written. */
export const previewQuery = (pair: Pair) =>
  queryOptions({
    queryKey: ['merges', 'preview', pair],
    queryFn: ({ signal }) => ask('POST', '/persons/merge-preview', mergePreview, { body: pair, signal }),
  });

export function useMerge() {
  const afterwards = useAfterwards();
  return useMutation({
    mutationFn: (body: z.input<typeof mergeBody>) => ask('POST', '/persons/merges', merge, { body }),
    onSuccess: afterwards,
  });
}

export function useUndoMerge() {
  const afterwards = useAfterwards();
  return useMutation({
    mutationFn: (mergeId: string) => ask('POST', `/persons/merges/${mergeId}/undo`, merge),
    onSuccess: afterwards,
  });
}

/** «Это разные люди», and its taking back; the answer is the list without the pair. */
export function useTellApart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof apartBody>) =>
      ask('POST', '/persons/apart', duplicatesAnswer, { body, timeout: 60_000 }),
    onSuccess: (answer) => client.setQueryData(duplicatesQuery.queryKey, answer),
  });
}

function useAfterwards(): () => Promise<void> {
  const client = useQueryClient();
  const people = useAfterPeopleChange();
  return async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ['merges'] }), people()]);
  };
}

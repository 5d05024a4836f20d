import { themesAnswer } from '@nastavnik/contracts/mentee-requests';
import { formsAnswer } from '@nastavnik/contracts/mentoring-forms';
import { possibleMentorsAnswer, selectionAnswer } from '@nastavnik/contracts/selection';
import { idAnswer } from '@nastavnik/contracts/staff';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import type { SelectionSearch } from './selection-search.ts';

export const selectionQuery = ({ request: _request, ...filter }: SelectionSearch) =>
  queryOptions({
    queryKey: ['selection', 'requests', filter],
    queryFn: ({ signal }) => ask('GET', '/selection', selectionAnswer, { query: filter, signal }),
    placeholderData: keepPreviousData,
  });

export const mentorsQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['selection', 'mentors', requestId],
    queryFn: ({ signal }) => ask('GET', `/mentee-requests/${requestId}/mentors`, possibleMentorsAnswer, { signal }),
  });

export const themesQuery = queryOptions({
  queryKey: ['request-themes'],
  queryFn: ({ signal }) => ask('GET', '/request-themes', themesAnswer, { signal }),
});

export const formsQuery = queryOptions({
  queryKey: ['mentoring-forms'],
  queryFn: ({ signal }) => ask('GET', '/mentoring-forms', formsAnswer, { signal }),
});

function useAfterwards() {
  const client = useQueryClient();
  return () =>
    Promise.all([['selection'], ['bank'], ['participant']].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function usePropose(requestId: string) {
  return useMutation({
    mutationFn: (mentorId: string) =>
      ask('POST', `/mentee-requests/${requestId}/answers`, idAnswer, { body: { mentorId } }),
    onSettled: useAfterwards(),
  });
}

export function useTakeBack() {
  return useMutation({
    mutationFn: (answerId: string) => ask('DELETE', `/request-answers/${answerId}`, z.null()),
    onSettled: useAfterwards(),
  });
}

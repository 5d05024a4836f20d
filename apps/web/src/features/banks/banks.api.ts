import { menteeBank, mentorBank, savedFiltersAnswer } from '@nastavnik/contracts/banks';
import { formsAnswer } from '@nastavnik/contracts/mentoring-forms';
import { commandManyAnswer, type ParticipantCommandBody } from '@nastavnik/contracts/participants';
import { idAnswer } from '@nastavnik/contracts/staff';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import type { BankFilter } from './bank-filter.ts';

export const menteesQuery = (filter: BankFilter) =>
  infiniteQueryOptions({
    queryKey: ['bank', 'mentee', filter],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/bank/mentees', menteeBank, { query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const mentorsQuery = (filter: BankFilter) =>
  infiniteQueryOptions({
    queryKey: ['bank', 'mentor', filter],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/bank/mentors', mentorBank, { query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const savedFiltersQuery = queryOptions({
  queryKey: ['saved-filters'],
  queryFn: ({ signal }) => ask('GET', '/saved-filters', savedFiltersAnswer, { signal }),
});

export const formsQuery = queryOptions({
  queryKey: ['mentoring-forms'],
  queryFn: ({ signal }) => ask('GET', '/mentoring-forms', formsAnswer, { signal }),
});

export function useSaveFilter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { place: 'mentees' | 'mentors'; name: string; filter: BankFilter }) =>
      ask('POST', '/saved-filters', idAnswer, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: savedFiltersQuery.queryKey }),
  });
}

export function useForgetFilter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ask('DELETE', `/saved-filters/${id}`, z.null()),
    onSuccess: () => client.invalidateQueries({ queryKey: savedFiltersQuery.queryKey }),
  });
}

export function useCommandMany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { ids: string[]; command: ParticipantCommandBody }) =>
      ask('POST', '/participants/commands', commandManyAnswer, { body }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['bank'] }),
        client.invalidateQueries({ queryKey: ['participant'] }),
      ]),
  });
}

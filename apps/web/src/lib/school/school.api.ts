import { accessCodesAnswer } from '@nastavnik/contracts/access';
import { classesAnswer } from '@nastavnik/contracts/classes';
import { type PersonCard, personCard, personsAnswer, pupilsAnswer } from '@nastavnik/contracts/persons';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { ask } from '../api/api.ts';

/** What several screens ask about the people of the school: classes, pupils, one person's card. */

/** Of the present school year, unless another is named. */
export const classesQuery = (schoolYear?: number) =>
  queryOptions({
    queryKey: ['classes', schoolYear ?? 'present'],
    queryFn: ({ signal }) => ask('GET', '/classes', classesAnswer, { query: { schoolYear }, signal }),
    placeholderData: keepPreviousData,
  });

export type PupilFilter = {
  readonly search?: string;
  readonly classId?: string;
  readonly schoolYear?: number;
  readonly withoutClass?: boolean;
  readonly withoutRepresentative?: boolean;
  readonly state?: 'present' | 'gone' | 'all';
};

export const pupilsQuery = (filter: PupilFilter, limit = 100) =>
  infiniteQueryOptions({
    queryKey: ['pupils', filter, limit],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/pupils', pupilsAnswer, { query: { ...filter, limit, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Everybody the caller may see whose name is near to what was typed. */
export const personsQuery = (search: string) =>
  queryOptions({
    queryKey: ['persons', search],
    queryFn: ({ signal }) => ask('GET', '/persons', personsAnswer, { query: { search, limit: 8 }, signal }),
    enabled: search.length >= 2,
  });

export const cardQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person-card', personId],
    queryFn: ({ signal }) => ask('GET', `/persons/${personId}`, personCard, { signal }),
  });

type Change = { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown };

/** Any change whose answer is this person's new card; the lists in which the person stands are asked again. */
export function useChangeCard(personId: string) {
  const client = useQueryClient();
  const afterwards = useAfterPeopleChange();
  return useMutation({
    mutationFn: ({ method, path, body }: Change): Promise<PersonCard> => ask(method, path, personCard, { body }),
    onSuccess: async (card) => {
      client.setQueryData(cardQuery(personId).queryKey, card);
      await afterwards();
    },
  });
}

/** Lists of people, classes and banks no longer say how it is. */
export function useAfterPeopleChange(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['pupils', 'classes', 'persons', 'employees', 'people', 'bank', 'person-card'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  };
}

/** One-time codes for these people; shown once. */
export function giveCodes(personIds: readonly string[]) {
  return ask('POST', '/access-codes', accessCodesAnswer, { body: { personIds }, timeout: 60_000 });
}

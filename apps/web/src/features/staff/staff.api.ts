import { employeesAnswer } from '@nastavnik/contracts/persons';
import { bodiesAnswer, collectiveBody, type Person, peopleAnswer, person } from '@nastavnik/contracts/staff';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

export type PeopleFilter = { search?: string; state?: 'active' | 'inactive' | 'all' };

export const peopleQuery = (filter: PeopleFilter) =>
  queryOptions({
    queryKey: ['people', filter],
    queryFn: ({ signal }) => ask('GET', '/people', peopleAnswer, { query: filter, signal }),
    placeholderData: keepPreviousData,
  });

/** Employees of a category of PB1, by id. */
export const ofCategoryQuery = (category: string, state: NonNullable<PeopleFilter['state']>) =>
  queryOptions({
    queryKey: ['employees', 'category', category, state],
    queryFn: async ({ signal }) => {
      const query = { teacherCategory: category, state: state === 'active' ? 'present' : 'all', limit: 200 };
      const { employees } = await ask('GET', '/employees', employeesAnswer, { query, signal });
      return new Set(employees.map(({ id }) => id));
    },
  });

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId],
    queryFn: ({ signal }) => ask('GET', `/people/${personId}`, person, { signal }),
  });

export const bodiesQuery = queryOptions({
  queryKey: ['bodies'],
  queryFn: ({ signal }) => ask('GET', '/bodies', bodiesAnswer, { signal }),
});

type Change = { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown };

/** Any change of a person's card: the answer is the new card, and the lists are asked again. */
export function useChangePerson(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change): Promise<Person> =>
      ask(method, `/people/${personId}${path}`, person, { body }),
    onSuccess: async (card) => {
      client.setQueryData(personQuery(personId).queryKey, card);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['people'] }),
        client.invalidateQueries({ queryKey: bodiesQuery.queryKey }),
      ]);
    },
  });
}

/** Any change of a body; `shape` is null for its removal. */
export function useChangeBody<Shape extends z.ZodType = typeof collectiveBody>(shape?: Shape) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => ask(method, `/bodies${path}`, shape ?? collectiveBody, { body }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: bodiesQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['people'] }),
        client.invalidateQueries({ queryKey: ['person'] }),
      ]);
    },
  });
}

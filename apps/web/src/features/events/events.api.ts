import { signUpEventsAnswer, signUpsAnswer } from '@nastavnik/contracts/sign-ups';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

export const eventsQuery = queryOptions({
  queryKey: ['sign-up-events'],
  queryFn: ({ signal }) => ask('GET', '/sign-up-events', signUpEventsAnswer, { signal }),
});

export const signUpsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['sign-up-events', eventId],
    queryFn: ({ signal }) => ask('GET', `/sign-up-events/${eventId}/sign-ups`, signUpsAnswer, { signal }),
    refetchInterval: 15_000,
  });

export function useEventChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'PUT'; path: string; body?: unknown }) =>
      ask(method, `/sign-up-events${path}`, z.union([z.null(), z.object({ id: z.string() })]), { body }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: eventsQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['bank'] }),
      ]),
  });
}

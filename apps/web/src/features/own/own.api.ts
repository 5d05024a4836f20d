import { myParticipationAnswer } from '@nastavnik/contracts/participants';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { sessionQuery } from '../../lib/session.ts';

export const ownQuery = (personId: string | undefined) =>
  queryOptions({
    queryKey: ['own', personId ?? 'me'],
    queryFn: ({ signal }) => ask('GET', '/my/participation', myParticipationAnswer, { query: { personId }, signal }),
  });

type Change = { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown };

/** Whatever one does about one's own part; a new role may open new places. */
export function useOwnChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      ask(method, path, z.union([z.null(), z.object({ id: z.string() })]), { body }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['own'] }),
        client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]),
  });
}

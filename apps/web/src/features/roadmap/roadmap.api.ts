import { differenceAnswer } from '@nastavnik/contracts/imports';
import { historyAnswer, type Item, indicatorsAnswer, item, type Roadmap, roadmap } from '@nastavnik/contracts/roadmaps';
import { bodiesAnswer, idAnswer } from '@nastavnik/contracts/staff';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

/** A scan travels slowly on a school's line. */
const SENDING = 120_000;

export const roadmapQuery = (roadmapId: string) =>
  queryOptions({
    queryKey: ['roadmaps', roadmapId],
    queryFn: ({ signal }) => ask('GET', `/roadmaps/${roadmapId}`, roadmap, { signal }),
  });

export const roadmapHistoryQuery = (roadmapId: string) =>
  queryOptions({
    queryKey: ['roadmaps', roadmapId, 'history'],
    queryFn: ({ signal }) => ask('GET', `/roadmaps/${roadmapId}/history`, historyAnswer, { signal }),
  });

export const itemHistoryQuery = (roadmapId: string, itemId: string) =>
  queryOptions({
    queryKey: ['roadmaps', roadmapId, 'items', itemId, 'history'],
    queryFn: ({ signal }) => ask('GET', `/items/${itemId}/history`, historyAnswer, { signal }),
  });

export const differenceQuery = (roadmapId: string) =>
  queryOptions({
    queryKey: ['roadmaps', roadmapId, 'difference'],
    queryFn: ({ signal }) => ask('GET', `/roadmaps/${roadmapId}/difference`, differenceAnswer, { signal }),
  });

export const indicatorsQuery = (roadmapId: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['roadmaps', roadmapId, 'indicators', on ?? ''],
    queryFn: ({ signal }) =>
      ask('GET', `/roadmaps/${roadmapId}/indicators`, indicatorsAnswer, { query: { on }, signal }),
  });

export const bodiesQuery = queryOptions({
  queryKey: ['bodies'],
  queryFn: ({ signal }) => ask('GET', '/bodies', bodiesAnswer, { signal }),
});

type Send = { method?: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown };

/** A command whose answer is the fresh item: it takes its place in the plan at once, the rest is asked again. */
export function useItemCommand(roadmapId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method = 'POST', path, body }: Send): Promise<Item> =>
      ask(method, path, item, { body, timeout: body instanceof FormData ? SENDING : 20_000 }),
    onSuccess: (fresh) => {
      client.setQueryData(roadmapQuery(roadmapId).queryKey, (known) => known && withItem(known, fresh));
      void refresh(client);
    },
    onError: () => refresh(client),
  });
}

/** A command whose answer is the fresh roadmap. */
export function useRoadmapCommand(roadmapId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method = 'POST', path, body }: Send): Promise<Roadmap> =>
      ask(method, `/roadmaps/${roadmapId}${path}`, roadmap, { body }),
    onSuccess: (fresh) => {
      client.setQueryData(roadmapQuery(roadmapId).queryKey, fresh);
      void refresh(client);
    },
    onError: () => refresh(client),
  });
}

/** New items and what goes away; the plan is asked again before the promise is kept. */
export function usePlanEdits(roadmapId: string) {
  const client = useQueryClient();
  return useMemo(
    () => ({
      addItem: async (body: unknown) => {
        const { id } = await ask('POST', `/roadmaps/${roadmapId}/items`, idAnswer, { body });
        await refresh(client);
        return id;
      },
      removeItem: async (itemId: string) => {
        await ask('DELETE', `/roadmaps/${roadmapId}/items/${itemId}`, z.null());
        await refresh(client);
      },
      removeRoadmap: async () => {
        await ask('DELETE', `/roadmaps/${roadmapId}`, z.null());
        client.removeQueries({ queryKey: roadmapQuery(roadmapId).queryKey });
        await refresh(client);
      },
      amend: async (reason: string) => {
        const { id } = await ask('POST', `/roadmaps/${roadmapId}/amend`, idAnswer, { body: { reason } });
        await refresh(client);
        return id;
      },
    }),
    [client, roadmapId],
  );
}

function withItem(known: Roadmap, fresh: Item): Roadmap {
  return { ...known, items: known.items.map((each) => (each.id === fresh.id ? fresh : each)) };
}

async function refresh(client: QueryClient): Promise<void> {
  await Promise.all(['roadmaps', 'today', 'notices'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}

import { dutiesAnswer, type duty } from '@nastavnik/contracts/demands';
import { peopleTodayAnswer } from '@nastavnik/contracts/people-today';
import { agreementsAnswer, indicatorsAnswer, roadmapsAnswer, todayAnswer } from '@nastavnik/contracts/roadmaps';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

/** Always asked anew: one comes back here from an item that has just been done. */
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => ask('GET', '/today', todayAnswer, { signal }),
  staleTime: 0,
});

export type Duty = z.infer<typeof duty>;

/** What waits among the people; asked anew, as the rest of the page. */
export const peopleTodayQuery = queryOptions({
  queryKey: ['today', 'people'],
  queryFn: ({ signal }) => ask('GET', '/today/people', peopleTodayAnswer, { signal }),
  staleTime: 0,
});

/** Tasks of the law; what waits for the director's word is among them. */
export const dutiesQuery = queryOptions({
  queryKey: ['demands', 'duties', 'today'],
  queryFn: ({ signal }) => ask('GET', '/duties', dutiesAnswer, { signal }),
});

export const roadmapsQuery = queryOptions({
  queryKey: ['roadmaps'],
  queryFn: ({ signal }) => ask('GET', '/roadmaps', roadmapsAnswer, { signal }),
});

/** IND-01 and the reasons of lateness, as of today. */
export const indicatorsQuery = (roadmapId: string) =>
  queryOptions({
    queryKey: ['roadmaps', roadmapId, 'indicators', 'today'],
    queryFn: ({ signal }) => ask('GET', `/roadmaps/${roadmapId}/indicators`, indicatorsAnswer, { signal }),
    staleTime: 0,
  });

export const outerRequestsQuery = queryOptions({
  queryKey: ['agreements'],
  queryFn: ({ signal }) => ask('GET', '/agreements', agreementsAnswer, { signal }),
});

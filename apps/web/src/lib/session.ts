import { type SessionAnswer, sessionAnswer } from '@nastavnik/contracts/session';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { ask } from './api/api.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask('GET', '/session', sessionAnswer, { signal }),
  staleTime: 60_000,
});

export function useSession(): SessionAnswer {
  return useSuspenseQuery(sessionQuery).data;
}

/** The school's today; every screen counts from it. */
export function useToday(): PlainDate {
  return useSession().today as PlainDate;
}

/** What the whole programme offers this person; things of their own carry their own `may`. */
export function useMay(action: keyof SessionAnswer['may']): boolean {
  return useSession().may[action];
}

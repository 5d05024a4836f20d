import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { FailureError, RefusalError } from '../lib/api/failures.ts';
import { setLapsed } from '../lib/lapsed.ts';

/** A refusal is an answer and is not asked again; a lost connection is asked twice more. */
function worthAsking(failures: number, error: Error): boolean {
  return error instanceof FailureError && error.kind !== 'defect' && failures < 2;
}

function noticeLapse(error: Error): void {
  if (error instanceof RefusalError && error.code === 'session.required') setLapsed(true);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLapse }),
  mutationCache: new MutationCache({ onError: noticeLapse }),
  defaultOptions: {
    queries: { retry: worthAsking, staleTime: 15_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

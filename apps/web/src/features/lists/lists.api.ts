import {
  type importedRow,
  type ListImport,
  listImport,
  listImportsAnswer,
  type rowOutcome,
  rowsAnswer,
} from '@nastavnik/contracts/list-imports';
import { idAnswer } from '@nastavnik/contracts/staff';
import type { ImportKind } from '@nastavnik/domain/people-import/import-columns';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useAfterPeopleChange } from '../../lib/school/school.api.ts';

export type ImportedRow = z.infer<typeof importedRow>;

const BUSY: readonly string[] = ['received', 'checking', 'applying'];
/** Sending a file of 5,000 rows may take a while on a school's line. */
const SENDING = 120_000;

export const listsQuery = queryOptions({
  queryKey: ['list-imports'],
  queryFn: ({ signal }) => ask('GET', '/list-imports', listImportsAnswer, { signal }),
});

/** One import; asked again each second while the server reads or writes. */
export const listQuery = (importId: string) =>
  queryOptions({
    queryKey: ['list-import', importId],
    queryFn: ({ signal }) => ask('GET', `/list-imports/${importId}`, listImport, { signal }),
    refetchInterval: ({ state }) => (state.data && BUSY.includes(state.data.state) ? 1000 : false),
    refetchOnWindowFocus: false,
  });

type Rows = { readonly importId: string; readonly version: number; readonly outcome: z.infer<typeof rowOutcome> };

/** Rows of one outcome; another dry run has another version and is asked anew. */
export const rowsQuery = ({ importId, version, outcome }: Rows) =>
  infiniteQueryOptions({
    queryKey: ['list-import', importId, 'rows', version, outcome],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', `/list-imports/${importId}/rows`, rowsAnswer, {
        query: { outcome, after: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export function sendList(kind: ImportKind, file: File) {
  const body = new FormData();
  body.append('file', file);
  return ask('POST', `/list-imports/${kind}`, idAnswer, { body, timeout: SENDING });
}

type Change = { method: 'POST' | 'PUT'; path: 'mapping' | 'decisions' | 'check' | 'apply' | 'discard'; body?: object };

export function useChangeList(importId: string) {
  const client = useQueryClient();
  const afterwards = useAfterPeopleChange();
  return useMutation({
    mutationFn: ({ method, path, body }: Change): Promise<ListImport> =>
      ask(method, `/list-imports/${importId}/${path}`, listImport, { body }),
    onSuccess: async (answer) => {
      client.setQueryData(listQuery(importId).queryKey, answer);
      await client.invalidateQueries({ queryKey: listsQuery.queryKey });
      await afterwards();
    },
  });
}

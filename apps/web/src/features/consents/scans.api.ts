import {
  type fileBatchBody,
  filedBatchAnswer,
  receivedBatchAnswer,
  scanBatch,
  scanBatchesAnswer,
} from '@nastavnik/contracts/scans';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';

export type Batch = z.infer<typeof scanBatch>;
const RUNNING = ['received', 'splitting'];

export const batchesQuery = queryOptions({
  queryKey: ['scan-batches'],
  queryFn: ({ signal }) => ask('GET', '/scan-batches', scanBatchesAnswer, { signal }),
  refetchInterval: ({ state }) => (state.data?.batches.some((batch) => RUNNING.includes(batch.state)) ? 2000 : false),
});

/** Asked again while the pile is being looked through. */
export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['scan-batches', batchId],
    queryFn: ({ signal }) => ask('GET', `/scan-batches/${batchId}`, scanBatch, { signal }),
    refetchInterval: ({ state }) => (state.data && RUNNING.includes(state.data.state) ? 1000 : false),
  });

export function useBringPile() {
  return useConsentChange((file: File) => {
    const form = new FormData();
    form.append('file', file);
    return ask('POST', '/scan-batches', receivedBatchAnswer, { body: form, timeout: 120_000 });
  });
}

export function useAssign(batchId: string) {
  return useConsentChange((body: { page: number; consentId: string | null }) =>
    ask('POST', `/scan-batches/${batchId}/assign`, scanBatch, { body }),
  );
}

export function useFileBatch(batchId: string) {
  return useConsentChange((entries: z.infer<typeof fileBatchBody>['entries']) =>
    ask('POST', `/scan-batches/${batchId}/file`, filedBatchAnswer, { body: { entries }, timeout: 120_000 }),
  );
}

export function useDiscard(batchId: string) {
  return useConsentChange(() => ask('DELETE', `/scan-batches/${batchId}`, z.null()));
}

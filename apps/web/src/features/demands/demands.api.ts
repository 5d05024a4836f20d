import { demand, demandsAnswer, dutiesAnswer, duty } from '@nastavnik/contracts/demands';
import { closedCyclesAnswer, destructionRun, destructionRunAnswer, erasuresAnswer } from '@nastavnik/contracts/erasure';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';

export type Demand = z.infer<typeof demand>;
export type Duty = z.infer<typeof duty>;
export type Erasures = z.infer<typeof erasuresAnswer>;
export type DemandState = 'open' | 'overdue' | 'done' | 'all';

export const demandsQuery = (state: DemandState) =>
  queryOptions({
    queryKey: ['demands', 'list', state],
    queryFn: ({ signal }) => ask('GET', '/demands', demandsAnswer, { query: { state }, signal }),
  });

export const dutiesQuery = (state: 'open' | 'done') =>
  queryOptions({
    queryKey: ['demands', 'duties', state],
    queryFn: ({ signal }) => ask('GET', '/duties', dutiesAnswer, { query: { state }, signal }),
  });

export const erasuresQuery = queryOptions({
  queryKey: ['demands', 'erasures'],
  queryFn: ({ signal }) => ask('GET', '/erasures', erasuresAnswer, { signal }),
});

export const closedCyclesQuery = queryOptions({
  queryKey: ['demands', 'closed-cycles'],
  queryFn: ({ signal }) => ask('GET', '/closed-cycles', closedCyclesAnswer, { signal }),
});

/** The title is typed by whoever does it: the server compares it again. */
export function useDepersonalise(cycleId: string) {
  return useConsentChange((title: string) =>
    ask('POST', `/cycles/${cycleId}/depersonalise`, destructionRun, { body: { title }, timeout: 120_000 }),
  );
}

export function useRecordDemand() {
  return useConsentChange((body: Record<string, unknown>) => ask('POST', '/demands/record', demand, { body }));
}

export function useExtend(demandId: string) {
  return useConsentChange((reason: string) => ask('POST', `/demands/${demandId}/extend`, demand, { body: { reason } }));
}

export function useAnswer(demandId: string) {
  return useConsentChange((answer: string) => ask('POST', `/demands/${demandId}/answer`, demand, { body: { answer } }));
}

export function useFinishDuty(dutyId: string) {
  return useConsentChange((proof: string) => ask('POST', `/duties/${dutyId}/done`, duty, { body: { proof } }));
}

export function useRunErasures() {
  return useConsentChange((ids: readonly string[]) =>
    ask('POST', '/erasures/run', destructionRunAnswer, { body: { ids }, timeout: 120_000 }),
  );
}

export function useCancelErasure(erasureId: string) {
  return useConsentChange((reason: string) =>
    ask('POST', `/erasures/${erasureId}/cancel`, z.null(), { body: { reason } }),
  );
}

import { agreementAnswer, agreementsAnswer, type decideAgreementBody } from '@nastavnik/contracts/roadmaps';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

export type AgreementRequest = z.infer<typeof agreementsAnswer>['requests'][number];
export type Agreement = z.infer<typeof agreementAnswer>;

export const agreementsQuery = queryOptions({
  queryKey: ['agreements'],
  queryFn: ({ signal }) => ask('GET', '/agreements', agreementsAnswer, { signal }),
});

export const agreementQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['agreements', requestId],
    queryFn: ({ signal }) => ask('GET', `/agreements/${requestId}`, agreementAnswer, { signal }),
  });

export function decide(requestId: string, how: 'agree' | 'return', body: z.input<typeof decideAgreementBody>) {
  return ask('POST', `/agreements/${requestId}/${how}`, agreementAnswer, { body });
}

import { consentCard, fileAnswer, myConsentsAnswer, withdrawnAnswer } from '@nastavnik/contracts/consents';
import { demand, demandsAnswer } from '@nastavnik/contracts/demands';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';
import type { Choice } from '../../ui/choice-matrix.tsx';

export const myConsentsQuery = queryOptions({
  queryKey: ['consents', 'mine'],
  queryFn: ({ signal }) => ask('GET', '/consents/mine', myConsentsAnswer, { signal }),
});

export const ownDemandsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['demands', 'own', personId],
    queryFn: ({ signal }) => ask('GET', '/demands', demandsAnswer, { query: { personId, state: 'all' }, signal }),
  });

export function useSign(consentId: string) {
  return useConsentChange((body: { documentHash: string; purposes: readonly string[] }) =>
    ask('POST', `/consents/${consentId}/sign`, consentCard, { body }),
  );
}

export function useRefuse(consentId: string) {
  return useConsentChange(() => ask('POST', `/consents/${consentId}/refuse`, consentCard));
}

export function useChoose(consentId: string) {
  return useConsentChange((body: { version: number; choices: readonly Choice[] }) =>
    ask('PUT', `/consents/${consentId}/choices`, consentCard, { body }),
  );
}

export function useWithdraw(consentId: string) {
  return useConsentChange(() => ask('POST', `/consents/${consentId}/withdraw`, withdrawnAnswer));
}

export function useAttachSignature(consentId: string) {
  return useConsentChange(({ by, signedOn, file }: { by: string; signedOn: string; file: File }) => {
    const form = new FormData();
    form.append('by', by);
    form.append('signedOn', signedOn);
    form.append('file', file);
    return ask('POST', `/consents/${consentId}/qualified-signature`, fileAnswer, { body: form, timeout: 60_000 });
  });
}

export function useMakeDemand() {
  return useConsentChange((body: { personId: string; kind: string; text: string }) =>
    ask('POST', '/demands', demand, { body }),
  );
}

import { consentCard, fileAnswer, myConsentsAnswer, withdrawnAnswer } from '@nastavnik/contracts/consents';
import { demand, demandsAnswer } from '@nastavnik/contracts/demands';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';
import type { Choice } from '../../lib/consents/choices.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';

export const myConsentsQuery = queryOptions({
  queryKey: ['consents', 'mine'],
  queryFn: ({ signal }) => ask('GET', '/consents/mine', myConsentsAnswer, { signal }),
});

export const ownDemandsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['demands', 'own', personId],
    queryFn: ({ signal }) => ask('GET', '/demands', demandsAnswer, { query: { personId, state: 'all' }, signal }),
  });

export function useSign(consentId: string, told: () => void) {
  return useConsentChange(
    (body: { documentHash: string; purposes: readonly string[] }) =>
      ask('POST', `/consents/${consentId}/sign`, consentCard, { body }),
    told,
  );
}

export function useRefuse(consentId: string, told: () => void) {
  return useConsentChange(() => ask('POST', `/consents/${consentId}/refuse`, consentCard), told);
}

export function useChoose(consentId: string) {
  return useConsentChange((body: { version: number; choices: readonly Choice[] }) =>
    ask('PUT', `/consents/${consentId}/choices`, consentCard, { body }),
  );
}

export function useWithdraw(consentId: string) {
  return useConsentChange(() => ask('POST', `/consents/${consentId}/withdraw`, withdrawnAnswer));
}

type Attached = {
  readonly by: string;
  readonly signedOn: string;
  /** Lines that the signer agrees to. */
  readonly purposes: readonly string[];
  /** DOC-15: as they were chosen. */
  readonly choices: readonly Choice[] | null;
  readonly file: File;
};

export function useAttachSignature(consentId: string, told: () => void) {
  return useConsentChange(({ by, signedOn, purposes, choices, file }: Attached) => {
    const form = new FormData();
    form.append('by', by);
    form.append('signedOn', signedOn);
    form.append('purposes', purposes.join(','));
    if (choices) form.append('choices', JSON.stringify(choices));
    form.append('file', file);
    return ask('POST', `/consents/${consentId}/qualified-signature`, fileAnswer, { body: form, timeout: 60_000 });
  }, told);
}

export function useMakeDemand() {
  return useConsentChange((body: { personId: string; kind: string; text: string }) =>
    ask('POST', '/demands', demand, { body }),
  );
}

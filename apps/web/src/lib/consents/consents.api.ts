import { type ConsentCard, consentCard } from '@nastavnik/contracts/consents';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/api.ts';

/** What the office and the signers both ask about consents. */

export const consentQuery = (consentId: string) =>
  queryOptions({
    queryKey: ['consent', consentId],
    queryFn: ({ signal }): Promise<ConsentCard> => ask('GET', `/consents/${consentId}`, consentCard, { signal }),
  });

/** Lists, sheets, cards and figures of consents no longer say how it is; nor does who may be worked with. */
export function useAfterConsentChange(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['consent', 'consents', 'scan-batches', 'demands', 'bank', 'participant', 'own', 'person-card'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  };
}

/**
 * Any change of consents. `told` says that it is done before the lists are asked again: with the new lists whatever has
 * asked may be gone from the screen, and its own callbacks with it.
 */
export function useConsentChange<Body, Answer>(
  change: (body: Body) => Promise<Answer>,
  told?: (answer: Answer) => void,
) {
  const afterwards = useAfterConsentChange();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      told?.(answer);
      await afterwards();
    },
  });
}

import type { decideResourceBody, resourceBody } from '@nastavnik/contracts/resources';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

type Change =
  | { readonly path: ''; readonly body: z.infer<typeof resourceBody> }
  | { readonly path: `/${string}/decide`; readonly body: z.infer<typeof decideResourceBody> }
  | { readonly path: `/${string}/close` };

export function useResourceChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) =>
      ask('POST', `/resources${change.path}`, z.union([z.null(), z.object({ id: z.string() })]), {
        body: 'body' in change ? change.body : undefined,
      }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['resources'] }),
        client.invalidateQueries({ queryKey: ['consent-templates'] }),
      ]);
    },
  });
}

import { type PolicyBody, policiesAnswer, policySettings, publicPolicy } from '@nastavnik/contracts/policy';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => ask('GET', '/policies', policiesAnswer, { signal }),
});

export const publicPolicyQuery = (tenantId: string) =>
  queryOptions({
    queryKey: ['policies', tenantId],
    queryFn: ({ signal }) => ask('GET', `/policies/${tenantId}`, publicPolicy, { signal }),
  });

export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => ask('GET', '/policy', policySettings, { signal }),
});

export function useSavePolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PolicyBody) => ask('PUT', '/policy', policySettings, { body }),
    onSuccess: async (saved) => {
      client.setQueryData(policyQuery.queryKey, saved);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['policies'] }),
        client.invalidateQueries({ queryKey: ['session'] }),
      ]);
    },
  });
}

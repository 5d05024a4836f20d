import {
  type ConsentTemplateShape,
  consentTemplatesAnswer,
  consentTemplateView,
  operator,
  type operatorBody,
} from '@nastavnik/contracts/consent-templates';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

export type Operator = z.infer<typeof operator>;
export type OperatorBody = z.infer<typeof operatorBody>;

export const templatesQuery = queryOptions({
  queryKey: ['consent-templates'],
  queryFn: ({ signal }) => ask('GET', '/consent-templates', consentTemplatesAnswer, { signal }),
});

export const templateQuery = (templateId: string) =>
  queryOptions({
    queryKey: ['consent-templates', templateId],
    queryFn: ({ signal }) => ask('GET', `/consent-templates/${templateId}`, consentTemplateView, { signal }),
  });

export const operatorQuery = queryOptions({
  queryKey: ['consent-operator'],
  queryFn: ({ signal }) => ask('GET', '/operator', operator, { signal }),
});

export function useSaveOperator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OperatorBody) => ask('PUT', '/operator', operator, { body }),
    onSuccess: async (saved) => {
      client.setQueryData(operatorQuery.queryKey, saved);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['consent-templates'] }),
        client.invalidateQueries({ queryKey: ['consents'] }),
      ]);
    },
  });
}

export function useSaveTemplate(templateId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { version: number; template: ConsentTemplateShape }) =>
      ask('PUT', `/consent-templates/${templateId}`, consentTemplateView, { body }),
    onSuccess: async (saved) => {
      client.setQueryData(templateQuery(saved.id).queryKey, saved);
      await client.invalidateQueries({ queryKey: templatesQuery.queryKey, exact: true });
    },
  });
}

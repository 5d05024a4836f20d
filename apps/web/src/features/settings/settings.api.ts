import { cyclesAnswer, deliveriesAnswer, organization, reminderTemplatesAnswer } from '@nastavnik/contracts/settings';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../lib/api/api.ts';

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => ask('GET', '/organization', organization, { signal }),
});

export const cyclesQuery = queryOptions({
  queryKey: ['cycles'],
  queryFn: ({ signal }) => ask('GET', '/cycles', cyclesAnswer, { signal }),
});

export const remindersQuery = queryOptions({
  queryKey: ['reminder-templates'],
  queryFn: ({ signal }) => ask('GET', '/reminder-templates', reminderTemplatesAnswer, { signal }),
});

export const deliveriesQuery = queryOptions({
  queryKey: ['deliveries'],
  queryFn: ({ signal }) => ask('GET', '/deliveries', deliveriesAnswer, { signal }),
  staleTime: 0,
});

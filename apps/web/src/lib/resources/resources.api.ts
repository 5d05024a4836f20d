import { resourcesAnswer } from '@nastavnik/contracts/resources';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api/api.ts';

/** The catalogue of places where something may be published (RULE-24). */
export const resourcesQuery = queryOptions({
  queryKey: ['resources'],
  queryFn: ({ signal }) => ask('GET', '/resources', resourcesAnswer, { signal }),
});

import { type newRoadmapBody, roadmapsAnswer, templatesAnswer } from '@nastavnik/contracts/roadmaps';
import { idAnswer } from '@nastavnik/contracts/staff';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

export const roadmapsQuery = queryOptions({
  queryKey: ['roadmaps'],
  queryFn: ({ signal }) => ask('GET', '/roadmaps', roadmapsAnswer, { signal }),
});

export const templatesQuery = queryOptions({
  queryKey: ['roadmap-templates'],
  queryFn: ({ signal }) => ask('GET', '/roadmap-templates', templatesAnswer, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What stands in each template, for the preview: the very data that the server copies from. */
export const templateContentsQuery = queryOptions({
  queryKey: ['roadmap-templates', 'contents'],
  queryFn: async () => (await import('@nastavnik/domain/roadmaps/templates/all-templates')).TEMPLATES,
  staleTime: Number.POSITIVE_INFINITY,
});

export function createRoadmap(body: z.input<typeof newRoadmapBody>) {
  return ask('POST', '/roadmaps', idAnswer, { body });
}

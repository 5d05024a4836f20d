import {
  classSheetAnswer,
  consentsOfPersonAnswer,
  coverageAnswer,
  issueConsentsAnswer,
  type issueConsentsBody,
  peopleSheetAnswer,
  registerAnswer,
  remindConsentsAnswer,
} from '@nastavnik/contracts/consents';
import { formsAnswer } from '@nastavnik/contracts/mentoring-forms';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { useConsentChange } from '../../lib/consents/consents.api.ts';

export type Sheet = z.infer<typeof peopleSheetAnswer>;
export type SheetRow = Sheet['rows'][number];
export type Coverage = z.infer<typeof coverageAnswer>;

export const classSheetQuery = (classId: string) =>
  queryOptions({
    queryKey: ['consents', 'class', classId],
    queryFn: ({ signal }): Promise<Sheet> => ask('GET', `/consents/classes/${classId}`, classSheetAnswer, { signal }),
    placeholderData: keepPreviousData,
  });

export const peopleSheetQuery = queryOptions({
  queryKey: ['consents', 'people'],
  queryFn: ({ signal }) => ask('GET', '/consents/people', peopleSheetAnswer, { signal }),
});

export const coverageQuery = queryOptions({
  queryKey: ['consents', 'coverage'],
  queryFn: ({ signal }) => ask('GET', '/consents/coverage', coverageAnswer, { signal }),
});

export const consentsOfPersonQuery = (personId: string) =>
  queryOptions({
    queryKey: ['consents', 'person', personId],
    queryFn: ({ signal }) => ask('GET', '/consents', consentsOfPersonAnswer, { query: { personId }, signal }),
  });

export type RegisterFilter = {
  readonly search?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly year?: number;
};

export const registerQuery = (filter: RegisterFilter) =>
  infiniteQueryOptions({
    queryKey: ['consents', 'register', filter],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/consents/register', registerAnswer, { query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const formsQuery = queryOptions({
  queryKey: ['mentoring-forms'],
  queryFn: ({ signal }) => ask('GET', '/mentoring-forms', formsAnswer, { signal }),
});

export type Issue = Partial<z.infer<typeof issueConsentsBody>>;
export type Issued = z.infer<typeof issueConsentsAnswer>;

export function useIssue() {
  return useConsentChange((body: Issue) =>
    ask('POST', '/consents/issue', issueConsentsAnswer, { body, timeout: 60_000 }),
  );
}

export function useRemind() {
  return useConsentChange((consentIds: readonly string[]) =>
    ask('POST', '/consents/remind', remindConsentsAnswer, { body: { consentIds } }),
  );
}

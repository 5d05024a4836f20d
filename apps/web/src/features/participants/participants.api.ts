import { issueConsentsAnswer } from '@nastavnik/contracts/consents';
import { requestsOfParticipantAnswer, themesAnswer } from '@nastavnik/contracts/mentee-requests';
import { formsAnswer } from '@nastavnik/contracts/mentoring-forms';
import { mentorFolder } from '@nastavnik/contracts/mentors';
import {
  candidatesAnswer,
  nominationsAnswer,
  type ParticipantCommandBody,
  participant,
} from '@nastavnik/contracts/participants';
import { answersOfParticipant } from '@nastavnik/contracts/selection';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

export const participantQuery = (id: string) =>
  queryOptions({
    queryKey: ['participant', id],
    queryFn: ({ signal }) => ask('GET', `/participants/${id}`, participant, { signal }),
  });

export const requestsQuery = (id: string) =>
  queryOptions({
    queryKey: ['participant', id, 'requests'],
    queryFn: ({ signal }) => ask('GET', `/participants/${id}/requests`, requestsOfParticipantAnswer, { signal }),
  });

export const mentorQuery = (personId: string) =>
  queryOptions({
    queryKey: ['participant', 'mentor', personId],
    queryFn: ({ signal }) => ask('GET', `/mentors/${personId}`, mentorFolder, { signal }),
  });

export const answersQuery = (id: string) =>
  queryOptions({
    queryKey: ['participant', id, 'answers'],
    queryFn: ({ signal }) => ask('GET', `/participants/${id}/answers`, answersOfParticipant, { signal }),
  });

export const themesQuery = queryOptions({
  queryKey: ['request-themes'],
  queryFn: ({ signal }) => ask('GET', '/request-themes', themesAnswer, { signal }),
});

export const formsQuery = queryOptions({
  queryKey: ['mentoring-forms'],
  queryFn: ({ signal }) => ask('GET', '/mentoring-forms', formsAnswer, { signal }),
});

export const candidatesQuery = (query: { role: 'mentor' | 'mentee'; search?: string }) =>
  queryOptions({
    queryKey: ['candidates', query],
    queryFn: ({ signal }) => ask('GET', '/nominations/candidates', candidatesAnswer, { query, signal }),
    placeholderData: keepPreviousData,
  });

/** Whatever is changed about a participant: the cards and the banks are asked again. */
function useAfterwards() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [['participant'], ['bank'], ['candidates'], ['selection']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

export function useCommand(id: string) {
  return useMutation({
    mutationFn: (body: { version: number; command: ParticipantCommandBody; evenSo: boolean }) =>
      ask('POST', `/participants/${id}/commands`, z.null(), { body }),
    onSuccess: useAfterwards(),
  });
}

/** The documents that were asked for: issued at once, each that cannot be with its reason. */
export function useIssueAsked() {
  const client = useQueryClient();
  const afterwards = useAfterwards();
  return useMutation({
    mutationFn: (personId: string) =>
      ask('POST', '/consents/issue', issueConsentsAnswer, { body: { personIds: [personId], kinds: [] } }),
    onSuccess: () => Promise.all([afterwards(), client.invalidateQueries({ queryKey: ['consents'] })]),
  });
}

export function useNominate() {
  return useMutation({
    mutationFn: ({ outsider, body }: { outsider: boolean; body: unknown }) =>
      ask('POST', outsider ? '/nominations/outsider' : '/nominations', nominationsAnswer, { body }),
    onSuccess: useAfterwards(),
  });
}

type Change = { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown };

/** Records about a participant or a mentor; the answer is nothing that is needed here. */
export function useRecord() {
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      ask(method, path, z.union([z.null(), z.object({ id: z.string() })]), { body }),
    onSuccess: useAfterwards(),
  });
}

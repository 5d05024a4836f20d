import { feedAnswer, newFeedAnswer, noticesAnswer } from '@nastavnik/contracts/roadmaps';
import { preferences, type ReminderKind, reminderTemplatesAnswer } from '@nastavnik/contracts/settings';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

const MINUTE = 60_000;

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => ask('GET', '/notices', noticesAnswer, { signal }),
  refetchInterval: 2 * MINUTE,
});

export const preferencesQuery = queryOptions({
  queryKey: ['reminder-preferences'],
  queryFn: ({ signal }) => ask('GET', '/reminder-preferences', preferences, { signal }),
});

/** Which kinds there are, and which of them may be declined. */
export const kindsQuery = queryOptions({
  queryKey: ['reminder-templates'],
  queryFn: ({ signal }) => ask('GET', '/reminder-templates', reminderTemplatesAnswer, { signal }),
});

export const feedQuery = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: ({ signal }) => ask('GET', '/calendar-feed', feedAnswer, { signal }),
});

export const markAllRead = () => ask('POST', '/notices/read', z.null());

export const saveDeclined = (declined: readonly ReminderKind[]) =>
  ask('PUT', '/reminder-preferences', preferences, { body: { declined } });

export const openFeed = () => ask('POST', '/calendar-feed', newFeedAnswer);

export const revokeFeed = () => ask('DELETE', '/calendar-feed', z.null());

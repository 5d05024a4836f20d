import {
  confirmImportAnswer,
  type confirmImportBody,
  differenceAnswer,
  type draftBody,
  importAnswer,
  importsAnswer,
  rereadAnswer,
  type rereadBody,
} from '@nastavnik/contracts/imports';
import { idAnswer } from '@nastavnik/contracts/staff';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../lib/api/api.ts';

const READING = new Set(['received', 'reading']);
/** Reading a big file may take a while on the server; sending it may too, on a school's line. */
const SENDING = 120_000;

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => ask('GET', '/imports', importsAnswer, { signal }),
});

/** One import; asked again each second while the server still reads the file. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => ask('GET', `/imports/${importId}`, importAnswer, { signal, timeout: 60_000 }),
    refetchInterval: ({ state }) => (state.data && READING.has(state.data.state) ? 1000 : false),
    refetchOnWindowFocus: false,
  });

export function sendFile(file: File) {
  const body = new FormData();
  body.append('file', file);
  return ask('POST', '/imports', idAnswer, { body, timeout: SENDING });
}

export function sendPasted(pasted: { name: string; text: string; html: string | null }) {
  return ask('POST', '/imports/paste', idAnswer, { body: pasted, timeout: SENDING });
}

export function saveDraft(importId: string, body: z.input<typeof draftBody>) {
  return ask('PUT', `/imports/${importId}/draft`, importAnswer, { body, timeout: 60_000 });
}

export function reread(importId: string, body: z.input<typeof rereadBody>) {
  return ask('POST', `/imports/${importId}/reread`, rereadAnswer, { body, timeout: 60_000 });
}

export function confirmImport(importId: string, body: z.input<typeof confirmImportBody>) {
  return ask('POST', `/imports/${importId}/confirm`, confirmImportAnswer, { body, timeout: 60_000 });
}

export function discardImport(importId: string) {
  return ask('POST', `/imports/${importId}/discard`, importAnswer);
}

export function restoreImport(importId: string) {
  return ask('POST', `/imports/${importId}/restore`, importAnswer);
}

export const differenceQuery = (importId: string, roadmapId: string, version: number) =>
  queryOptions({
    queryKey: ['imports', importId, 'difference', roadmapId, version],
    queryFn: ({ signal }) =>
      ask('GET', `/imports/${importId}/difference`, differenceAnswer, { query: { roadmapId }, signal }),
  });

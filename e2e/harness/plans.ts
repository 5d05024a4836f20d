import type { APIRequestContext } from 'playwright-core';
import { done, type Organization } from './organizations.ts';

export type PlanPeriod = { readonly start: string; readonly end: string };
export const SCHOOL_YEAR: PlanPeriod = { start: '2024-09-01', end: '2025-08-31' };

/** An import of pasted text that has been read, through the API. */
export async function readImport(api: APIRequestContext, text: string): Promise<{ id: string; version: number }> {
  const { id } = await done<{ id: string }>(
    api.post('/api/v1/imports/paste', { data: { name: 'План', text, html: null } }),
  );
  for (;;) {
    const answer = await done<{ state: string; version: number; failure: string | null }>(
      api.get(`/api/v1/imports/${id}`),
    );
    if (answer.state === 'read') return { id, version: answer.version };
    if (answer.state === 'failed') throw new Error(`the text was not read: ${answer.failure}`);
  }
}

/** A draft roadmap of this text: for journeys whose subject comes after the import. */
export async function draftPlan(api: APIRequestContext, text: string, period = SCHOOL_YEAR): Promise<string> {
  const { id, version } = await readImport(api, text);
  const { roadmapId } = await done<{ roadmapId: string }>(
    api.post(`/api/v1/imports/${id}/confirm`, {
      data: { version, period, cycleTitle: '2024/2025 учебный год', editionOf: null, reason: null },
    }),
  );
  return roadmapId;
}

/** The roadmap submitted by the curator, approved by the director's order and in force. */
export async function bringIntoForce(school: Organization, roadmapId: string): Promise<void> {
  const curator = await school.as('curator');
  const director = await school.as('director');
  const address = `/api/v1/roadmaps/${roadmapId}`;
  await done(curator.post(`${address}/submit`));
  const approval = {
    date: '2024-09-05',
    person: 'О. П. Бережной',
    post: 'Директор',
    order: { number: '77', date: '2024-09-05' },
    authority: null,
    fileId: null,
  };
  await done(director.post(`${address}/approve`, { data: approval }));
  const after = await done<{ state: string }>(curator.get(address));
  if (after.state === 'approved') await done(curator.post(`${address}/enact`));
}

import type { APIRequestContext } from 'playwright-core';
import { done, type Host, type Organization } from './organizations.ts';

/** The school year in which the journeys' plans run: it has begun, so that some of its terms have passed. */
const PERIOD = { start: '2026-09-01', end: '2027-08-31' };

/** A school with those whom a plan needs. */
export function schoolOfPlans(host: Host, name: string): Promise<Organization> {
  return host.organization({
    name,
    people: {
      curator: { name: 'Лугова Ирина Юрьевна', post: 'Заместитель директора', roles: ['curator'] },
      director: { name: 'Берёзов Олег Павлович', post: 'Директор', roles: ['director'] },
      psychologist: { name: 'Ким Анна Сергеевна', post: 'Педагог-психолог', roles: ['staff'] },
    },
  });
}

export async function draftOfTemplate(
  curator: APIRequestContext,
  plan: { readonly template: string; readonly title: string },
): Promise<string> {
  const { id } = await done<{ id: string }>(
    curator.post('/api/v1/roadmaps', {
      data: {
        from: { kind: 'template', template: plan.template },
        title: plan.title,
        cycleTitle: '2026/2027 учебный год',
        period: PERIOD,
      },
    }),
  );
  return id;
}

/** A plan in force with one stage and these items. */
export async function planInForce(
  school: Organization,
  plan: { readonly title: string; readonly items: readonly PlanItem[] },
): Promise<string> {
  const [curator, director] = await Promise.all([school.as('curator'), school.as('director')]);
  const id = await draftOfTemplate(curator, { template: 'empty', title: plan.title });
  const at = `/api/v1/roadmaps/${id}`;
  const { stages } = await done<{ stages: { id: string }[] }>(
    curator.post(`${at}/stages`, { data: { number: '1', title: 'Подготовка', position: 0 } }),
  );
  for (const [position, item] of plan.items.entries()) {
    await done(
      curator.post(`${at}/items`, {
        data: {
          stageId: stages.at(-1)!.id,
          position,
          number: `1.${position + 1}`,
          measure: null,
          points: [],
          condition: null,
          activityKind: null,
          ...item,
        },
      }),
    );
  }
  await done(curator.post(`${at}/submit`));
  await done(
    director.post(`${at}/approve`, {
      data: {
        date: PERIOD.start,
        person: 'Берёзов О. П.',
        post: 'Директор',
        order: { number: '112', date: PERIOD.start },
        authority: null,
        fileId: null,
      },
    }),
  );
  await done(director.post(`${at}/enact`));
  return id;
}

export type PlanItem = {
  readonly title: string;
  readonly deadline: string;
  readonly responsible: string;
  readonly result: string;
  readonly condition?: string;
};

/** The school's setting that an authority agrees its roadmaps. */
export async function requireOuterAgreement(client: APIRequestContext, authorityName: string): Promise<void> {
  const known = await done<Record<string, unknown>>(client.get('/api/v1/organization'));
  const { id: _id, kind: _kind, authority: _authority, may: _may, ...words } = known;
  await done(client.put('/api/v1/organization', { data: { ...words, authorityName, requiresOuterAgreement: true } }));
}

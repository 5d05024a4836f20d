import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { ask, type School, type Server } from './school.ts';

export type ItemSeed = {
  readonly title: string;
  readonly deadline?: string | null;
  readonly responsible?: string | null;
  readonly result?: string | null;
  readonly condition?: string;
};

export const PERIOD = { start: '2024-09-01', end: '2025-08-31' } as const;

/** A draft with one stage and these items, made by the curator as a person makes it. */
export async function aDraft(
  server: Server,
  school: School,
  items: readonly ItemSeed[],
  period: { start: string; end: string } = PERIOD,
): Promise<Roadmap> {
  const curator = school.people['curator'];
  const { body } = await ask<{ id: string }>(server, curator, 'POST /roadmaps', {
    from: { kind: 'template', template: 'empty' },
    title: 'Дорожная карта',
    cycleTitle: '2024/25 учебный год',
    period,
  });
  const { body: staged } = await ask<Roadmap>(server, curator, `POST /roadmaps/${body.id}/stages`, {
    number: '1',
    title: 'Работа',
    position: 0,
  });
  for (const [position, seed] of items.entries()) {
    await ask(server, curator, `POST /roadmaps/${body.id}/items`, {
      stageId: staged.stages[0]!.id,
      position,
      number: String(position + 1),
      title: seed.title,
      measure: null,
      points: [],
      deadline: seed.deadline === undefined ? 'май' : seed.deadline,
      responsible: seed.responsible === undefined ? 'Перова А.С.' : seed.responsible,
      result: seed.result === undefined ? 'Протокол' : seed.result,
      condition: seed.condition ?? null,
      activityKind: null,
    });
  }
  return theRoadmap(server, school, body.id);
}

export async function theRoadmap(server: Server, school: School, id: string, who = 'curator'): Promise<Roadmap> {
  return (await ask<Roadmap>(server, school.people[who], `GET /roadmaps/${id}`)).body;
}

/** Submitted, approved by the director without an order, and enacted. */
export async function inForce(server: Server, school: School, id: string): Promise<Roadmap> {
  await ask(server, school.people['curator'], `POST /roadmaps/${id}/submit`);
  await ask(server, school.people['director'], `POST /roadmaps/${id}/approve`, approval('2024-09-02'));
  await ask(server, school.people['curator'], `POST /roadmaps/${id}/enact`);
  return theRoadmap(server, school, id);
}

export const approval = (date: string, more: object = {}) => ({
  date,
  person: 'Бережной О. П.',
  post: 'Директор',
  order: null,
  authority: null,
  fileId: null,
  ...more,
});

export async function aPlanInForce(server: Server, school: School, items: readonly ItemSeed[]): Promise<Roadmap> {
  return inForce(server, school, (await aDraft(server, school, items)).id);
}

import type { Roadmap } from '@nastavnik/contracts/roadmaps';
import { describe, expect, test } from 'vitest';
import { aPlanInForce, approval, theRoadmap } from '../../../test/plans.ts';
import { aSchool, ask, useServer } from '../../../test/school.ts';

const server = useServer({ at: '2024-11-20T09:00:00Z' });
const ITEMS = [
  { title: 'Издать приказ', deadline: 'сентябрь', responsible: 'Директор' },
  { title: 'Провести встречи', deadline: 'май' },
];

describe('an amendment', () => {
  test('is a new version approved by order; what was done keeps its evidence, the old version steps back', async () => {
    const school = await aSchool(server);
    const running = await aPlanInForce(server, school, ITEMS);
    const first = running.items[0]!.occurrences[0]!;
    await ask(server, school.people['curator'], `POST /occurrences/${first.id}/evidence`, {
      kind: 'document',
      title: 'Приказ',
      number: '41',
      date: '2024-09-02',
    });
    await ask(server, school.people['curator'], `POST /occurrences/${first.id}/report-done`, {
      doneOn: '2024-09-20',
      note: null,
    });

    const { body } = await ask<{ id: string }>(server, school.people['curator'], `POST /roadmaps/${running.id}/amend`, {
      reason: 'Новый срок',
    });
    const draft = await theRoadmap(server, school, body.id);
    expect(draft).toMatchObject({ state: 'draft', edition: 2, amends: running.id, amendmentReason: 'Новый срок' });
    const second = draft.items[1]!;
    const edited = await ask(server, school.people['curator'], `PUT /roadmaps/${draft.id}/items/${second.id}`, {
      version: second.version,
      deadline: 'до 10 июня',
    });
    expect(edited.body).toMatchObject({ changed: 'changed', nextDue: '2025-06-10' });
    const difference = await ask<{ lines: { change: string; fields: object[] }[] }>(
      server,
      school.people['teacher'],
      `GET /roadmaps/${draft.id}/difference`,
    );
    expect(difference.body.lines).toMatchObject([
      { change: 'same' },
      { change: 'changed', fields: [{ field: 'deadline', before: 'май', after: 'до 10 июня' }] },
    ]);

    await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    expect(
      (await ask(server, school.people['director'], `POST /roadmaps/${draft.id}/approve`, approval('2024-11-20'))).body,
    ).toMatchObject({ code: 'roadmap.order-required' });
    await ask(
      server,
      school.people['director'],
      `POST /roadmaps/${draft.id}/approve`,
      approval('2024-11-20', { order: { number: '99', date: '2024-11-20' } }),
    );
    const enacted = await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${draft.id}/enact`);
    expect(enacted.body.items[0]).toMatchObject({
      state: 'done',
      occurrences: [{ doneOn: '2024-09-20', evidence: [{ documentNumber: '41' }] }],
    });
    expect(await theRoadmap(server, school, running.id)).toMatchObject({
      state: 'superseded',
      supersededBy: draft.id,
      items: [{ state: 'done' }, {}],
    });
  });

  test('what was late by the old term and was worked on goes on by the new one', async () => {
    const school = await aSchool(server);
    const running = await aPlanInForce(server, school, ITEMS);
    const first = running.items[0]!;
    await ask(server, school.people['curator'], `POST /occurrences/${first.occurrences[0]!.id}/evidence`, {
      kind: 'document',
      title: 'Проект',
      number: '1',
      date: '2024-09-02',
    });
    await server.run('advance-plans');
    const { body } = await ask<{ id: string }>(server, school.people['curator'], `POST /roadmaps/${running.id}/amend`, {
      reason: 'Срок',
    });
    const draft = await theRoadmap(server, school, body.id);
    expect(draft.items[0]).toMatchObject({ state: 'overdue' });
    await ask(server, school.people['curator'], `PUT /roadmaps/${draft.id}/items/${draft.items[0]!.id}`, {
      version: draft.items[0]!.version,
      deadline: 'до 25.12.2024',
    });
    await ask(server, school.people['curator'], `POST /roadmaps/${draft.id}/submit`);
    await ask(
      server,
      school.people['director'],
      `POST /roadmaps/${draft.id}/approve`,
      approval('2024-11-20', { order: { number: '9', date: '2024-11-20' } }),
    );
    const { body: enacted } = await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${draft.id}/enact`);
    expect(enacted.items[0]).toMatchObject({
      state: 'inProgress',
      nextDue: '2024-12-25',
      occurrences: [{ originalDue: '2024-09-30', evidence: [{ title: 'Проект' }] }],
    });
  });

  test('one at a time', async () => {
    const school = await aSchool(server);
    const running = await aPlanInForce(server, school, ITEMS);
    await ask(server, school.people['curator'], `POST /roadmaps/${running.id}/amend`, { reason: 'Раз' });
    expect(
      await ask(server, school.people['curator'], `POST /roadmaps/${running.id}/amend`, { reason: 'Два' }),
    ).toMatchObject({ status: 409, body: { code: 'roadmap.state' } });
  });
});

describe('the end of a roadmap', () => {
  test('it closes when what is late is explained, freezes its completion, and is archived', async () => {
    const school = await aSchool(server);
    const running = await aPlanInForce(server, school, [{ title: 'Издать приказ', deadline: 'сентябрь' }]);
    const close = (explanations: object[]) =>
      ask<Roadmap>(server, school.people['director'], `POST /roadmaps/${running.id}/close`, { explanations });
    expect(await close([])).toMatchObject({
      status: 422 - 13,
      body: { code: 'roadmap.items-open', details: { items: [{ title: 'Издать приказ' }] } },
    });
    const closed = await close([{ itemId: running.items[0]!.id, text: 'Школа на ремонте' }]);
    expect(closed.body).toMatchObject({ state: 'closed', items: [{ stateReason: 'Школа на ремонте' }] });
    const snapshot = await ask(server, school.people['director'], `GET /roadmaps/${running.id}/snapshot`);
    expect(snapshot.body).toMatchObject({ cause: 'closed', content: { completion: { numerator: 0, denominator: 1 } } });
    expect(
      (await ask<Roadmap>(server, school.people['curator'], `POST /roadmaps/${running.id}/archive`)).body.state,
    ).toBe('archived');
  });
});

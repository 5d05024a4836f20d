import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { allows, isEditable, ROADMAP_COMMANDS, stateAfter } from './roadmap-commands.ts';
import {
  approveRefusal,
  archivesOn,
  closeRefusal,
  enactRefusal,
  isOuterAgreement,
  mayApprove,
  submitRefusal,
} from './roadmap-guards.ts';
import { ROADMAP_STATES, type RoadmapState } from './roadmap-states.ts';

/** LIFECYCLE 4.1 written out a second time: every step that the states may take. */
const STEPS: readonly (readonly [RoadmapState, RoadmapState])[] = [
  ['draft', 'underReview'],
  ['returned', 'underReview'],
  ['underReview', 'returned'],
  ['underReview', 'agreed'],
  ['underReview', 'approved'],
  ['agreed', 'approved'],
  ['approved', 'inForce'],
  ['inForce', 'superseded'],
  ['inForce', 'closed'],
  ['closed', 'archived'],
];

describe('the table of 4.1', () => {
  test('no sequence of commands takes a step that the table forbids', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROADMAP_COMMANDS, 'supersede' as const)), (commands) => {
        let state: RoadmapState = 'draft';
        for (const command of commands) {
          const next = stateAfter(state, command);
          if (next === undefined || next === state) continue;
          expect(STEPS).toContainEqual([state, next]);
          state = next;
        }
      }),
    );
  });

  test('every state is reached, and nothing leaves the archive or a superseded version', () => {
    const reached = new Set<RoadmapState>(['draft']);
    for (let more = true; more; ) {
      const next = [...reached].flatMap((state) =>
        [...ROADMAP_COMMANDS, 'supersede' as const].flatMap((command) => stateAfter(state, command) ?? []),
      );
      more = next.some((state) => !reached.has(state));
      for (const state of next) reached.add(state);
    }
    expect([...reached].toSorted()).toEqual([...ROADMAP_STATES].toSorted());
    for (const state of ['archived', 'superseded'] as const) {
      expect(ROADMAP_COMMANDS.filter((command) => allows(state, command))).toEqual([]);
    }
  });

  test('words are edited in a draft and in what was returned only', () => {
    expect(ROADMAP_STATES.filter(isEditable)).toEqual(['draft', 'returned']);
  });
});

describe('guards of 4.1', () => {
  const full = { id: '1', number: '1', title: 'А', deadline: 'май', responsible: 'Директор', result: 'Приказ' };

  test('an incomplete item is named with what it lacks', () => {
    expect(submitRefusal([full, { ...full, id: '2', deadline: ' ', result: null }])).toEqual({
      code: 'roadmap.items-incomplete',
      details: { items: [{ id: '2', number: '1', title: 'А', missing: ['deadline', 'result'] }] },
    });
    expect(submitRefusal([full])).toBeUndefined();
    expect(submitRefusal([])).toEqual({ code: 'roadmap.empty' });
  });

  test.each([
    ['Директор', null, true],
    ['Директор МБОУ «СШ № 7»', null, true],
    ['Заведующий', null, true],
    ['Заведующая МДОУ', null, true],
    ['и.о. директора', null, false],
    ['И. о. директора', 'Приказ № 5', true],
    ['Исполняющий обязанности директора', null, false],
    ['Врио директора', 'Приказ № 5', true],
    ['Заместитель директора', null, false],
    ['Зам. директора по УВР', 'Приказ № 5', false],
    ['Учитель', 'Приказ № 5', false],
  ])('rule (c): «%s» with %s may approve: %s', (post, authority, may) => {
    expect(mayApprove(post, authority)).toBe(may);
  });

  test('rule (a): an agreement is not later than the approval', () => {
    const facts = {
      state: 'agreed' as const,
      outerRequired: true,
      post: 'Директор',
      authority: null,
      date: plainDate('2023-02-13'),
      order: true,
      orderNeeded: false,
      agreedOn: [plainDate('2023-02-16')],
    };
    expect(approveRefusal(facts)).toMatchObject({ code: 'roadmap.approved-before-agreed' });
    expect(approveRefusal({ ...facts, date: plainDate('2023-02-16') })).toBeUndefined();
    expect(approveRefusal({ ...facts, state: 'underReview' })).toEqual({ code: 'roadmap.outer-agreement-missing' });
    expect(approveRefusal({ ...facts, agreedOn: [], orderNeeded: true, order: false })).toEqual({
      code: 'roadmap.order-required',
    });
  });

  test('the outer agreement is the authority’s; another body’s is a further stamp', () => {
    const outer = { required: true, authority: 'Управление образования г. Приозёрска' };
    expect(isOuterAgreement(outer, 'управление образования г. Приозерска')).toBe(true);
    expect(isOuterAgreement(outer, 'Совет родителей')).toBe(false);
    expect(isOuterAgreement({ ...outer, authority: null }, 'Кто угодно')).toBe(true);
    expect(isOuterAgreement({ ...outer, required: false }, outer.authority)).toBe(false);
  });

  test.each([
    ['2024-08-20', '2024-08-25', 'roadmap.not-started-yet'],
    ['2024-08-25', '2024-08-25', undefined],
    ['2024-09-01', '2024-10-01', undefined],
    ['2024-08-31', null, 'roadmap.not-started-yet'],
  ])('on %s, approved on %s: %s', (today, approvedOn, code) => {
    const refusal = enactRefusal({
      today: plainDate(today),
      cycleStart: plainDate('2024-09-01'),
      approvedOn: approvedOn === null ? null : plainDate(approvedOn),
    });
    expect(refusal?.code).toBe(code);
  });

  test('it closes when every item is finished or late with an explanation', () => {
    const items = (['done', 'cancelled', 'notRequired', 'overdue', 'planned'] as const).map((state) => ({
      id: state,
      number: null,
      title: state,
      state,
    }));
    expect(closeRefusal(items, new Set(['overdue', 'planned']))?.details).toEqual({
      items: [{ id: 'planned', number: null, title: 'planned', state: 'planned' }],
    });
    expect(closeRefusal(items.slice(0, 4), new Set(['overdue']))).toBeUndefined();
    expect(closeRefusal(items.slice(0, 4), new Set())).toMatchObject({ code: 'roadmap.items-open' });
  });

  test.each([
    ['2025-08-31', '2026-06-30'],
    ['2025-05-31', '2025-06-30'],
    ['2024-12-31', '2025-06-30'],
    ['2025-06-30', '2026-06-30'],
  ])('a cycle that ends on %s is archived on %s', (end, day) => {
    expect(archivesOn(plainDate(end))).toBe(day);
  });
});

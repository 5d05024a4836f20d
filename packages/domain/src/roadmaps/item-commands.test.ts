import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../calendar/plain-date.ts';
import {
  decideOccurrence,
  ITEM_COMMANDS,
  type ItemCommand,
  type OccurrenceFacts,
  type Surroundings,
} from './item-commands.ts';
import { dueStateOf, itemDueState, itemStateOf, liveOccurrences, stateOn } from './item-state.ts';
import { ITEM_STATES, type ItemState, ROADMAP_STATES } from './roadmap-states.ts';

/** LIFECYCLE 4.2 written out a second time. Reporting at once from «planned» is start and report in one. */
const STEPS: Record<ItemCommand, readonly (readonly [from: ItemState, to: ItemState])[]> = {
  start: [
    ['planned', 'inProgress'],
    ['postponed', 'inProgress'],
  ],
  reportDone: (['inProgress', 'overdue', 'planned', 'postponed'] as const).flatMap(
    (from) =>
      [
        [from, 'done'],
        [from, 'reported'],
      ] as const,
  ),
  confirm: [['reported', 'done']],
  sendBack: [['reported', 'inProgress']],
  reopen: [['done', 'inProgress']],
  postpone: (['planned', 'inProgress', 'overdue', 'postponed'] as const).map((from) => [from, 'postponed'] as const),
  cancel: ITEM_STATES.filter((state) => state !== 'done' && state !== 'cancelled').map(
    (from) => [from, 'cancelled'] as const,
  ),
  setNotRequired: [['planned', 'notRequired']],
  markOverdue: (['planned', 'inProgress', 'postponed'] as const).map((from) => [from, 'overdue'] as const),
};

const TODAY = plainDate('2024-11-20');
const around: Surroundings = {
  roadmapState: 'inForce',
  cycleStart: plainDate('2024-09-01'),
  cycleEnd: plainDate('2025-08-31'),
  awake: true,
  today: TODAY,
  byCurator: true,
  byDirector: false,
  evidence: 1,
  requests: 0,
};
const planned: OccurrenceFacts = { kind: 'fixed', state: 'planned', due: plainDate('2024-12-31'), doneOn: null };

const days = fc.integer({ min: -500, max: 500 }).map((count) => addDays(TODAY, count));
const circumstances = fc.record({
  roadmapState: fc.constantFrom(...ROADMAP_STATES),
  awake: fc.boolean(),
  today: days,
  byCurator: fc.boolean(),
  byDirector: fc.boolean(),
  evidence: fc.nat({ max: 2 }),
  requests: fc.nat({ max: 1 }),
});
const steps = fc.array(
  fc.record({
    command: fc.constantFrom(...ITEM_COMMANDS),
    day: days,
    circumstances: fc.option(circumstances, { nil: undefined }),
  }),
  { maxLength: 30 },
);

describe('the table of 4.2', () => {
  test('no sequence of commands takes a step that the table forbids, and what is done has evidence and a day that has come', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('fixed' as const, 'onDemand' as const), (sequence, kind) => {
        let occurrence: OccurrenceFacts = { ...planned, kind };
        for (const { command, day, circumstances: changed } of sequence) {
          const here = { ...around, ...changed };
          const next = decideOccurrence(occurrence, command, here, { doneOn: day, newDue: day });
          if (typeof next === 'string') continue;
          expect(here.roadmapState).toBe('inForce');
          expect(STEPS[command]).toContainEqual([occurrence.state, next.state]);
          // The database holds the same: a day of completion exactly where something is reported or done.
          expect(next.doneOn !== null).toBe(next.state === 'done' || next.state === 'reported');
          if (next.state === 'done') expect(here.evidence).toBeGreaterThan(0);
          if (command === 'reportDone') expect(next.doneOn! <= here.today).toBe(true);
          occurrence = next;
        }
      }),
    );
  });

  test.each([
    ['without evidence', { evidence: 0 }, {}, 'item.evidence-missing'],
    ['tomorrow', {}, { doneOn: addDays(TODAY, 1) }, 'item.done-in-future'],
    ['in another age', {}, { doneOn: plainDate('2014-09-01') }, 'item.done-before-period'],
    ['asleep', { awake: false }, {}, 'item.asleep'],
    ['before it is in force', { roadmapState: 'approved' }, {}, 'item.frozen'],
  ] as const)('nothing is reported done %s', (_when, changed, given, refusal) => {
    expect(decideOccurrence(planned, 'reportDone', { ...around, ...changed }, given)).toBe(refusal);
  });

  test('what another than the curator reports waits for the curator', () => {
    expect(decideOccurrence(planned, 'reportDone', { ...around, byCurator: false }, { doneOn: TODAY })).toMatchObject({
      state: 'reported',
    });
    expect(decideOccurrence(planned, 'reportDone', around, { doneOn: TODAY })).toMatchObject({ state: 'done' });
  });

  test('beyond the cycle only the director postpones', () => {
    const newDue = plainDate('2025-09-01');
    expect(decideOccurrence(planned, 'postpone', around, { newDue })).toBe('item.after-cycle-needs-director');
    expect(decideOccurrence(planned, 'postpone', { ...around, byDirector: true }, { newDue })).toMatchObject({
      state: 'postponed',
      due: newDue,
    });
  });

  test('not required is what nobody asked for by the end of the cycle', () => {
    const standing = { ...planned, kind: 'onDemand' as const, due: null };
    const end = { ...around, today: around.cycleEnd };
    expect(decideOccurrence(standing, 'setNotRequired', end)).toMatchObject({ state: 'notRequired' });
    expect(decideOccurrence(standing, 'setNotRequired', around)).toBe('item.state');
    expect(decideOccurrence(standing, 'setNotRequired', { ...end, requests: 1 })).toBe('item.state');
    expect(decideOccurrence(planned, 'setNotRequired', end)).toBe('item.not-on-request');
  });
});

describe('how an item stands on a day', () => {
  test('the day of the term is in time, the next is late, without anybody writing it down', () => {
    expect(stateOn(planned, plainDate('2024-12-31'))).toBe('planned');
    expect(stateOn(planned, plainDate('2025-01-01'))).toBe('overdue');
    expect(stateOn({ ...planned, state: 'done' }, plainDate('2025-01-01'))).toBe('done');
  });

  const each = (state: ItemState, more: Partial<OccurrenceFacts> = {}): OccurrenceFacts => ({
    ...planned,
    state,
    ...more,
  });
  test.each([
    ['all done', [each('done'), each('done')], 'done'],
    ['one done, one to come', [each('done'), each('planned')], 'inProgress'],
    ['one late', [each('done'), each('planned', { due: plainDate('2024-10-01') })], 'overdue'],
    ['one reported', [each('reported'), each('planned')], 'reported'],
    ['cancelled ones are left out', [each('done'), each('cancelled')], 'done'],
    ['all cancelled', [each('cancelled')], 'cancelled'],
    ['not required', [each('notRequired')], 'notRequired'],
    ['postponed', [each('postponed')], 'postponed'],
    [
      'a request done, the readiness stands',
      [each('done', { kind: 'onDemand' }), each('planned', { kind: 'onDemand', due: null })],
      'done',
    ],
  ] as const)('%s → %s', (_case, occurrences, state) => {
    expect(itemStateOf(occurrences, TODAY)).toBe(state);
  });

  test.each([
    ['2024-08-01', 'ahead'],
    ['2024-12-01', 'open'],
    ['2024-12-24', 'dueSoon'],
    ['2025-01-01', 'late'],
  ])('on %s: %s', (day, due) => {
    expect(dueStateOf({ ...planned, start: plainDate('2024-09-01') }, plainDate(day), true, 7)).toBe(due);
  });

  test('a sleeping item is asleep, a standing one waits for a request, the most urgent one speaks for the item', () => {
    expect(dueStateOf({ ...planned, start: null }, plainDate('2025-06-01'), false, 7)).toBe('asleep');
    expect(dueStateOf({ ...planned, kind: 'onDemand', due: null, start: null }, TODAY, true, 7)).toBe('onRequest');
    expect(itemDueState(['done', 'ahead', 'late'], true)).toBe('late');
    expect(itemDueState([], false)).toBe('asleep');
  });

  test('every state of occurrences gives a state of the item that exists', () => {
    const occurrence = fc.record({
      kind: fc.constantFrom('fixed' as const, 'onDemand' as const),
      state: fc.constantFrom(...ITEM_STATES),
      due: fc.option(days),
      doneOn: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(occurrence), days, (occurrences, today) => {
        expect(ITEM_STATES).toContain(itemStateOf(occurrences, today));
        expect(liveOccurrences(occurrences).length).toBeLessThanOrEqual(occurrences.length);
      }),
    );
  });
});

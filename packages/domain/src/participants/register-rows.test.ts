import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { isInBank, PARTICIPANT_STATES, type ParticipantState } from './participant-states.ts';
import type { RegisterParticipant, StatusLine } from './register.ts';
import { countRegister, quartersOf, registerByQuarters, registerOn, registerOver } from './register-rows.ts';

const line = (participantId: string, on: string, state: ParticipantState, sequence = 0): StatusLine => ({
  participantId,
  on: plainDate(on),
  sequence,
  state,
});
const anna: RegisterParticipant = {
  id: 'a',
  personId: 'anna',
  role: 'mentee',
  forms: [{ form: 'studentStudent', from: plainDate('2026-10-01'), to: plainDate('2027-05-31') }],
};
const mentor: RegisterParticipant = { id: 'm', personId: 'anna', role: 'mentor', forms: [] };
const HISTORY = [
  line('a', '2026-09-01', 'nominated'),
  line('a', '2026-09-20', 'inBank'),
  line('a', '2026-10-01', 'assigned'),
  line('a', '2026-10-05', 'active', 1),
  line('a', '2026-12-10', 'withdrawn'),
  line('m', '2026-11-02', 'inBank', 1),
  line('m', '2026-11-02', 'consentPending', 0),
];
const on = (day: string) => registerOn(HISTORY, [anna, mentor], plainDate(day));

describe('the register of participants on a past day', () => {
  test.each([
    ['2026-09-19', []],
    ['2026-09-20', [['a', 'inBank', '2026-09-20']]],
    ['2026-10-04', [['a', 'assigned', '2026-10-01']]],
    [
      '2026-11-02',
      [
        ['a', 'active', '2026-10-05'],
        ['m', 'inBank', '2026-11-02'],
      ],
    ],
    ['2026-12-10', [['m', 'inBank', '2026-11-02']]],
  ])('on %s', (day, rows) => {
    expect(on(day).map(({ participantId, state, since }) => [participantId, state, since])).toEqual(rows);
  });

  test('a form is shown on the days on which it runs, and the day of entry stays', () => {
    expect(on('2026-09-25')).toMatchObject([{ forms: [], enteredOn: '2026-09-20' }]);
    expect(on('2026-10-05')).toMatchObject([{ forms: ['studentStudent'], enteredOn: '2026-09-20' }]);
  });

  test('a person who mentors and is mentored counts once', () => {
    expect(countRegister(on('2026-11-15'))).toEqual({
      records: 2,
      people: 1,
      byRole: { mentee: 1, mentor: 1 },
      byForm: { studentStudent: 1 },
    });
  });
});

describe('the register by quarters', () => {
  test('who left in a quarter still stands in it, and not in the next', () => {
    const quarters = registerByQuarters(HISTORY, [anna, mentor], {
      start: plainDate('2026-09-01'),
      end: plainDate('2027-01-31'),
    });
    expect(
      quarters.map(({ quarter, entered, left, over, atEnd }) => [
        quarter.start,
        entered,
        left,
        over.records,
        atEnd.records,
      ]),
    ).toEqual([
      ['2026-07-01', 1, 0, 1, 1],
      ['2026-10-01', 1, 1, 2, 1],
      ['2027-01-01', 0, 0, 1, 1],
    ]);
  });

  test('who goes over to the next year neither comes nor leaves, and stands once', () => {
    const again = { ...anna, id: 'b' };
    const lines = [
      line('a', '2026-09-20', 'inBank'),
      line('b', '2027-09-01', 'inBank'),
      line('b', '2027-09-10', 'withdrawn', 1),
    ];
    const quarters = registerByQuarters(lines, [again, anna], {
      start: plainDate('2027-04-01'),
      end: plainDate('2027-12-31'),
    });
    expect(quarters.map(({ entered, left, over }) => [entered, left, over.byRole.mentee])).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [0, 0, 0],
    ]);
    const on = (day: string) => registerOn(lines, [again, anna], plainDate(day)).map((row) => row.participantId);
    expect([on('2027-08-31'), on('2027-09-01'), on('2027-09-10')]).toEqual([['a'], ['b'], []]);
  });

  test('quarters tile the time without gaps', () => {
    const quarters = quartersOf({ start: plainDate('2016-02-29'), end: plainDate('2026-12-31') });
    expect(quarters[0]).toEqual({ start: '2016-01-01', end: '2016-03-31' });
    expect(quarters.length).toBe(44);
    quarters.slice(1).forEach(({ start }, at) => {
      expect(start).toBe(addDays(quarters[at]?.end ?? start, 1));
    });
  });
});

describe('any history', () => {
  const START = plainDate('2026-09-01');
  const day = fc.nat(40).map((count): PlainDate => addDays(START, count));
  const participants = ['a', 'b', 'c'].map(
    (id): RegisterParticipant => ({ id, personId: id, role: 'mentee', forms: [] }),
  );
  const lines = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), day, fc.constantFrom(...PARTICIPANT_STATES)), { maxLength: 25 })
    .map((all) => all.map(([participantId, at, state], sequence) => ({ participantId, on: at, sequence, state })));

  test('the day shows the last line of that day or before, as going through the days one by one does', () => {
    fc.assert(
      fc.property(lines, day, (history, asked) => {
        const states = new Map<string, ParticipantState>();
        for (let at = START; at <= asked; at = addDays(at, 1)) {
          for (const each of history) if (each.on === at) states.set(each.participantId, each.state);
        }
        const expected = participants.flatMap(({ id }) => {
          const state = states.get(id);
          return state !== undefined && isInBank(state) ? [[id, state]] : [];
        });
        const rows = registerOn(history, participants, asked);
        expect(rows.map(({ participantId, state }) => [participantId, state])).toEqual(expected);
        expect(registerOn(history.toReversed(), participants, asked)).toEqual(rows);
      }),
    );
  });

  test('what happens later changes no past day', () => {
    fc.assert(
      fc.property(lines, day, (history, asked) => {
        const then = history.filter(({ on: at }) => at <= asked);
        expect(registerOn(history, participants, asked)).toEqual(registerOn(then, participants, asked));
      }),
    );
  });

  test('the register of a span holds exactly those who stand in it on one of its days', () => {
    fc.assert(
      fc.property(lines, day, fc.nat(10), (history, start, length) => {
        const end = addDays(start, length);
        const ids = new Set<string>();
        // A state of part of a day counts too: it began and ended on that day.
        for (const { participantId, on: at, state } of history) {
          if (at >= start && at <= end && isInBank(state)) ids.add(participantId);
        }
        for (let at = start; at <= end; at = addDays(at, 1)) {
          for (const row of registerOn(history, participants, at)) ids.add(row.participantId);
        }
        // On the morning of the first day the state of the evening before still holds.
        for (const row of registerOn(history, participants, addDays(start, -1))) ids.add(row.participantId);
        const rows = registerOver(history, participants, { start, end });
        expect(rows.map(({ participantId }) => participantId).toSorted()).toEqual([...ids].toSorted());
      }),
    );
  });
});

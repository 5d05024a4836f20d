import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARTICIPANT_STATES, type ParticipantState } from '../participants/participant-states.ts';
import { carryOver } from './carry-over.ts';
import type { ClassName } from './class-name.ts';
import { parseClassName, printClassName } from './class-names.ts';
import { planRollOver } from './roll-over.ts';
import type {
  ClassDecision,
  ClassOfYear,
  PupilDecision,
  PupilOfYear,
  RollOverDecisions,
  RollOverPlan,
} from './roll-over-plan.ts';

const named = (text: string): ClassName => {
  const name = parseClassName(text);
  if (!name) throw new Error(`no class: ${text}`);
  return name;
};
const aClass = (id: string, classTeacherId: string | null = `t-${id}`): ClassOfYear => ({
  id,
  name: named(id),
  classTeacherId,
});
const aPupil = (id: string, classId: string | null, state?: ParticipantState, consentHolds = true): PupilOfYear => ({
  id,
  classId,
  participations: state === undefined ? [] : [{ id: `${id}-m`, role: 'mentee', state, consentHolds }],
});
const plan = (
  classes: readonly ClassOfYear[],
  pupils: readonly PupilOfYear[],
  decisions: Partial<RollOverDecisions> = {},
): RollOverPlan => planRollOver(classes, pupils, { classes: {}, pupils: {}, ...decisions });
const inClass = (made: RollOverPlan): Record<string, readonly string[]> =>
  Object.fromEntries(made.classes.map((each) => [printClassName(each.name), each.pupilIds]));
const codes = (made: RollOverPlan) => made.problems.map(({ code }) => code);

describe('the new school year', () => {
  test('classes move up with their letter, teachers go along, the 11th graduates', () => {
    const made = plan([aClass('7А'), aClass('11Б')], [aPupil('p', '7А'), aPupil('q', '11Б')]);
    expect(made.classes).toEqual([
      { name: named('8А'), fromClassIds: ['7А'], classTeacherId: 't-7А', pupilIds: ['p'] },
    ]);
    expect(made.pupils).toMatchObject([
      { pupilId: 'p', fate: 'movesUp', to: named('8А') },
      { pupilId: 'q', fate: 'leaves', reason: 'graduated', to: null },
    ]);
    expect(made.problems).toEqual([]);
  });

  test('after the 9th somebody decides, for the class or for each pupil', () => {
    const [ninth, pupils] = [[aClass('9А')], [aPupil('stays', '9А'), aPupil('goes', '9А')]];
    expect(plan(ninth, pupils).problems).toEqual([{ code: 'rollover.decide-after-basic', classId: '9А', pupils: 2 }]);
    const all = plan(ninth, pupils, {
      classes: { '9А': { fate: { kind: 'moveUp' } } },
      pupils: { goes: { kind: 'leave', reason: 'afterBasic' } },
    });
    expect(all.problems).toEqual([]);
    expect(inClass(all)).toEqual({ '10А': ['stays'] });
    const each = plan(ninth, pupils, {
      pupils: { stays: { kind: 'moveTo', to: named('10 тех') }, goes: { kind: 'leave', reason: 'otherSchool' } },
    });
    expect(each.problems).toEqual([]);
    expect(inClass(each)).toEqual({ '10 тех': ['stays'] });
  });

  test('a repeater stays in the year, in the class that comes up from below', () => {
    const decisions = { pupils: { slow: { kind: 'repeat' } } } as const;
    const made = plan([aClass('6А'), aClass('7А')], [aPupil('slow', '7А'), aPupil('quick', '6А')], decisions);
    expect(made.pupils[0]).toMatchObject({ fate: 'repeats', to: named('7А') });
    expect(inClass(made)).toEqual({ '7А': ['slow', 'quick'], '8А': [] });
    expect(made.problems).toEqual([]);
    expect(plan([aClass('7А')], [aPupil('slow', '7А')], decisions).problems).toEqual([
      { code: 'rollover.no-such-class', pupilId: 'slow', to: named('7А') },
    ]);
  });

  test('two classes become one only when both say so', () => {
    const into: ClassDecision = { fate: { kind: 'mergeInto', to: named('8А') } };
    const classes = [aClass('7А'), aClass('7Б')];
    const pupils = [aPupil('a', '7А'), aPupil('b', '7Б')];
    expect(codes(plan(classes, pupils, { classes: { '7Б': into } }))).toEqual(['rollover.two-classes-one-name']);
    const made = plan(classes, pupils, { classes: { '7А': { ...into, teacher: 'leaves' }, '7Б': into } });
    expect(made.problems).toEqual([]);
    expect(made.classes).toEqual([
      { name: named('8А'), fromClassIds: ['7А', '7Б'], classTeacherId: 't-7Б', pupilIds: ['a', 'b'] },
    ]);
  });

  test('a class is split by moving pupils into another, which waits for its teacher', () => {
    const made = plan([aClass('4А')], [aPupil('a', '4А'), aPupil('b', '4А')], {
      pupils: { b: { kind: 'moveTo', to: named('5Б') } },
    });
    expect(inClass(made)).toEqual({ '5А': ['a'], '5Б': ['b'] });
    expect(made.problems).toEqual([]);
    expect(made.remarks).toEqual([{ code: 'rollover.class-without-teacher', name: named('5Б') }]);
  });

  test('the teacher of a class may stay behind, or be somebody else', () => {
    const decide = (teacher: ClassDecision['teacher']) =>
      plan([aClass('4А')], [], {
        classes: { '4А': { fate: { kind: 'moveUp' }, ...(teacher === undefined ? {} : { teacher }) } },
      }).classes[0]?.classTeacherId;
    expect([decide(undefined), decide('goesAlong'), decide('leaves'), decide({ personId: 'new' })]).toEqual([
      't-4А',
      't-4А',
      null,
      'new',
    ]);
  });

  test('who jumps a year, has no class, or is unknown stops the rollover until it is put right', () => {
    const made = plan(
      [aClass('5А'), aClass('11А')],
      [aPupil('far', '5А'), aPupil('none', null), aPupil('lost', '3В')],
      {
        classes: { '11А': { fate: { kind: 'moveUp' } }, '1Я': { fate: { kind: 'moveUp' } } },
        pupils: { far: { kind: 'moveTo', to: named('8А') }, nobody: { kind: 'repeat' } },
      },
    );
    expect(codes(made).toSorted()).toEqual([
      'rollover.after-last-grade',
      'rollover.grade-jump',
      'rollover.pupil-without-class',
      'rollover.pupil-without-class',
      'rollover.unknown-class',
      'rollover.unknown-class',
      'rollover.unknown-pupil',
    ]);
  });
});

describe('the banks in the new cycle', () => {
  test.each([
    ['inBank', true, 'carriedOver', 'inBank'],
    ['waiting', true, 'carriedOver', 'inBank'],
    ['selected', true, 'carriedOver', 'inBank'],
    ['inBank', false, 'carriedOver', 'consentPending'],
    ['consentPending', false, 'carriedOver', 'consentPending'],
    ['nominated', false, 'carriedOver', 'nominated'],
    ['active', true, 'unitFirst', null],
    ['suspended', true, 'unitFirst', null],
    ['completed', true, 'notCarried', null],
    ['withdrawn', true, 'notCarried', null],
  ] as const)('%s with consents that hold: %s → %s as %s', (state, consentHolds, outcome, newState) => {
    expect(carryOver({ id: 'x', role: 'mentee', state, consentHolds }, 'movesUp')).toMatchObject({ outcome, newState });
  });

  test('who stands in the new bank is asked to confirm', () => {
    expect(carryOver({ id: 'x', role: 'mentor', state: 'inBank', consentHolds: true }, 'movesUp')).toMatchObject({
      needsConfirmation: true,
    });
  });

  test('with the pupil the participation leaves, but an open pair is decided first', () => {
    const made = plan([aClass('11А')], [aPupil('a', '11А', 'inBank'), aPupil('b', '11А', 'active')]);
    expect(made.pupils.flatMap(({ participations }) => participations.map(({ outcome }) => outcome))).toEqual([
      'ends',
      'unitFirst',
    ]);
    expect(made.remarks).toContainEqual({ code: 'rollover.open-unit', pupilId: 'b', participationId: 'b-m' });
  });

  test('nobody comes into the new bank without consents that hold there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARTICIPANT_STATES), fc.boolean(), (state, consentHolds) => {
        const carried = carryOver({ id: 'x', role: 'mentee', state, consentHolds }, 'movesUp');
        if (carried.newState === 'inBank') expect(consentHolds).toBe(true);
      }),
    );
  });
});

describe('any school', () => {
  const names = fc.record({ grade: fc.integer({ min: 1, max: 11 }), letter: fc.constantFrom('А', 'Б', 'В') });
  const school = fc
    .record({
      names: fc.uniqueArray(names, { minLength: 1, maxLength: 12, selector: printClassName }),
      sizes: fc.array(fc.nat(4), { minLength: 12, maxLength: 12 }),
      classDecisions: fc.array(
        fc.constantFrom<ClassDecision | undefined>(
          undefined,
          { fate: { kind: 'moveUp' } },
          { fate: { kind: 'leave', reason: 'otherSchool' } },
          { fate: { kind: 'mergeInto', to: { grade: 8, letter: 'А' } }, teacher: 'leaves' },
        ),
        { minLength: 12, maxLength: 12 },
      ),
      pupilDecisions: fc.array(
        fc.constantFrom<PupilDecision | undefined>(
          undefined,
          undefined,
          undefined,
          { kind: 'repeat' },
          { kind: 'leave', reason: 'other' },
          { kind: 'moveTo', to: { grade: 6, letter: 'Б' } },
        ),
        { minLength: 48, maxLength: 48 },
      ),
    })
    .map(({ names: all, sizes, classDecisions, pupilDecisions }) => {
      const classes = all.map((name): ClassOfYear => ({ id: printClassName(name), name, classTeacherId: null }));
      const pupils = classes.flatMap(({ id }, at) =>
        Array.from({ length: sizes[at] ?? 0 }, (_, number) => aPupil(`${id}-${number}`, id, 'inBank')),
      );
      const decided = <Decision>(ids: readonly string[], all: readonly (Decision | undefined)[]) =>
        Object.fromEntries(ids.flatMap((id, at) => (all[at] === undefined ? [] : [[id, all[at]]])));
      return {
        classes,
        pupils,
        decisions: {
          classes: decided(
            classes.map(({ id }) => id),
            classDecisions,
          ),
          pupils: decided(
            pupils.map(({ id }) => id),
            pupilDecisions,
          ),
        },
      };
    });

  test('every pupil and every participation stands in the plan exactly once', () => {
    fc.assert(
      fc.property(school, ({ classes, pupils, decisions }) => {
        const made = planRollOver(classes, pupils, decisions);
        expect(made.pupils.map(({ pupilId }) => pupilId)).toEqual(pupils.map(({ id }) => id));
        expect(made.pupils.flatMap(({ participations }) => participations).length).toBe(pupils.length);
        const seated = made.classes.flatMap(({ pupilIds }) => pupilIds);
        expect(new Set(seated).size).toBe(seated.length);
      }),
    );
  });

  test('without problems everybody who stays sits in the class the plan says, and nobody is undecided', () => {
    fc.assert(
      fc.property(school, ({ classes, pupils, decisions }) => {
        const made = planRollOver(classes, pupils, decisions);
        if (made.problems.length > 0) return;
        for (const pupil of made.pupils) {
          expect(pupil.fate).not.toBe('undecided');
          const home = made.classes.filter(({ pupilIds }) => pupilIds.includes(pupil.pupilId));
          expect(home.map(({ name }) => name)).toEqual(pupil.to === null ? [] : [pupil.to]);
        }
      }),
    );
  });
});

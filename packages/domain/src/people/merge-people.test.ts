import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideMerge, planMerge, planUndo } from './merge-people.ts';
import {
  MERGED_FIELDS,
  type MergeChoices,
  type MergedValues,
  type MergeSide,
  MOVED_KINDS,
  type MovedThing,
} from './merge-plan.ts';

const VALUES: MergedValues = {
  familyName: 'Горева',
  givenName: 'Анна',
  patronymic: null,
  birthDate: null,
  snils: null,
  email: null,
  phone: null,
};
const side = (id: string, values: Partial<MergedValues> = {}, things: readonly MovedThing[] = []): MergeSide => ({
  id,
  values: { ...VALUES, ...values },
  things,
});

describe('two cards of one person', () => {
  test('what the kept card lacks it takes, and what both have differently a person chooses', () => {
    const plan = planMerge(
      side('a', { email: 'a@example.ru' }),
      side('b', { familyName: 'Лещёва', birthDate: '1990-05-01', email: 'a@example.ru' }),
    );
    expect(plan).toMatchObject({
      taken: ['birthDate'],
      conflicts: [{ field: 'familyName', kept: 'Горева', gone: 'Лещёва' }],
      blocks: [],
    });
    expect(decideMerge(plan, {})).toEqual({ blocks: [], undecided: ['familyName'] });
    expect(decideMerge(plan, { familyName: 'gone' })).toMatchObject({
      after: { ...VALUES, familyName: 'Лещёва', birthDate: '1990-05-01', email: 'a@example.ru' },
    });
  });

  test('a name in full goes before its initial and ё before е, without asking', () => {
    const plan = planMerge(
      side('a', { familyName: 'Лещева', givenName: 'А.' }),
      side('b', { familyName: 'Лещёва', givenName: 'Анна' }),
    );
    expect(plan).toMatchObject({ taken: ['familyName', 'givenName'], conflicts: [] });
    const turned = planMerge(side('b', { familyName: 'Лещёва' }), side('a', { familyName: 'Лещева', givenName: 'А.' }));
    expect(turned).toMatchObject({ taken: [], conflicts: [] });
  });

  test('mentor and mentee of each other are not one person', () => {
    const things = [{ kind: 'representation', id: 'r1', slot: 'b', with: 'b' }] as const;
    expect(planMerge(side('a', {}, things), side('b')).blocks).toEqual([
      { code: 'merge.related-to-each-other', kind: 'representation', id: 'r1' },
    ]);
  });

  test('what a person can have once cannot come twice: accounts, one role in one cycle', () => {
    const role = { kind: 'participation', slot: 'mentee:2026' } as const;
    const plan = planMerge(
      side('a', {}, [
        { ...role, id: 'x' },
        { kind: 'account', id: 'u1', slot: 'account' },
      ]),
      side('b', {}, [
        { ...role, id: 'y' },
        { kind: 'account', id: 'u2', slot: 'account' },
        { kind: 'post', id: 'z' },
      ]),
    );
    expect(plan.blocks).toEqual([
      { code: 'merge.slot-taken', kind: 'participation', kept: 'x', gone: 'y' },
      { code: 'merge.slot-taken', kind: 'account', kept: 'u1', gone: 'u2' },
    ]);
    expect(decideMerge(plan, {})).toHaveProperty('blocks.length', 2);
  });

  test('a card is not merged with itself', () => {
    expect(planMerge(side('a'), side('a')).blocks).toEqual([{ code: 'merge.same-card' }]);
  });

  test('what was edited or added after the merge survives its undoing', () => {
    const post = { kind: 'post', id: 'post' } as const;
    const step = decideMerge(planMerge(side('a'), side('b', { phone: '+79000000000' }, [post])), {});
    if ('blocks' in step) throw new Error('nothing stands against this merge');
    const now = {
      values: { ...step.after, email: 'new@example.ru' },
      things: [{ kind: 'consent', id: 'later' } as const],
    };
    expect(planUndo(step, now)).toMatchObject({
      kept: { phone: null, email: 'new@example.ru' },
      gone: { phone: '+79000000000' },
      changedSince: ['email'],
      movedBack: [],
      missing: [post],
    });
  });
});

describe('any two cards', () => {
  const values: fc.Arbitrary<MergedValues> = fc.record({
    familyName: fc.constantFrom('Горева', 'Лещёва', 'Лещева'),
    givenName: fc.constantFrom('Анна', 'А.', 'Алла'),
    patronymic: fc.constantFrom(null, 'Петровна'),
    birthDate: fc.constantFrom(null, '1990-01-01', '1990-01-02'),
    snils: fc.constantFrom(null, '11223344595'),
    email: fc.constantFrom(null, 'a@example.ru', 'b@example.ru'),
    phone: fc.constantFrom(null, '+79000000000'),
  });
  const thingsOf = (owner: string) =>
    fc
      .uniqueArray(fc.nat(9), { maxLength: 6 })
      .chain((ids) =>
        fc.tuple(...ids.map((id) => fc.constantFrom(...MOVED_KINDS).map((kind) => ({ kind, id: `${owner}${id}` })))),
      );
  const choices: fc.Arbitrary<MergeChoices> = fc.record(
    Object.fromEntries(MERGED_FIELDS.map((field) => [field, fc.constantFrom('kept', 'gone')])),
  );

  test('merging and undoing leaves everything as it was', () => {
    fc.assert(
      fc.property(values, values, thingsOf('a'), thingsOf('b'), choices, (ours, theirs, a, b, chosen) => {
        const [kept, gone] = [
          { id: 'a', values: ours, things: a },
          { id: 'b', values: theirs, things: b },
        ];
        const step = decideMerge(planMerge(kept, gone), chosen);
        if ('blocks' in step) throw new Error('nothing stands against this merge');
        const undo = planUndo(step, { values: step.after, things: [...a, ...b] });
        expect(undo).toEqual({
          keptId: 'a',
          goneId: 'b',
          kept: ours,
          gone: theirs,
          movedBack: b,
          changedSince: [],
          missing: [],
        });
      }),
    );
  });

  test('no value is lost silently: each of the other card stands afterwards, or was a conflict or said less', () => {
    fc.assert(
      fc.property(values, values, choices, (ours, theirs, chosen) => {
        const plan = planMerge({ id: 'a', values: ours, things: [] }, { id: 'b', values: theirs, things: [] });
        const step = decideMerge(plan, chosen);
        if ('blocks' in step) throw new Error('nothing stands against this merge');
        for (const field of MERGED_FIELDS) {
          expect([ours[field], theirs[field]]).toContain(step.after[field]);
          if (ours[field] !== null || theirs[field] !== null) expect(step.after[field]).not.toBeNull();
        }
      }),
    );
  });
});

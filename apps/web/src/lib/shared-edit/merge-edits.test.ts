import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeEdits } from './merge-edits.ts';

const values = fc.record({
  name: fc.constantFrom('а', 'б', 'в'),
  phone: fc.constantFrom('1', '2'),
  guarded: fc.boolean(),
});

test('what was typed stays, what the other alone changed is taken, and what both changed is named', () => {
  const base = { name: 'Орлова', phone: '1', email: 'a' };
  expect(mergeEdits(base, { ...base, name: 'Орлова-Ли' }, { name: 'Щукина', phone: '2', email: 'a' })).toEqual({
    values: { name: 'Орлова-Ли', phone: '2', email: 'a' },
    taken: ['phone'],
    both: ['name'],
  });
});

test('no typed field is lost, and no field of the other is overwritten unseen', () => {
  fc.assert(
    fc.property(values, values, values, (base, mine, theirs) => {
      const merged = mergeEdits(base, mine, theirs);
      for (const field of ['name', 'phone', 'guarded'] as const) {
        if (mine[field] !== base[field]) expect(merged.values[field]).toBe(mine[field]);
        else expect(merged.values[field]).toBe(theirs[field]);
        const overwritten = merged.values[field] !== theirs[field] && theirs[field] !== base[field];
        expect(merged.both.includes(field)).toBe(overwritten);
      }
    }),
  );
});

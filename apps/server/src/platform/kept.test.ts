import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kept } from './kept.ts';

test('never more is kept than was agreed, and what was asked for last stays', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 9 }))), (steps) => {
      const kept = new Kept<number>(3);
      let recent: number[] = [];
      for (const [write, value] of steps) {
        const known = recent.includes(value);
        if (write) kept.set(String(value), value);
        else expect(kept.get(String(value))).toBe(known ? value : undefined);
        if (write || known) recent = [value, ...recent.filter((each) => each !== value)].slice(0, 3);
      }
    }),
  );
});

import { expect, test } from 'vitest';
import { turnstile } from './turnstile.ts';

test('no more than the given number run at once, in the order of coming, and failures free their place', async () => {
  const inTurn = turnstile(2);
  const started: number[] = [];
  const doors: PromiseWithResolvers<void>[] = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
  const work = doors.map((door, i) =>
    inTurn(async () => {
      started.push(i);
      await door.promise;
      if (i === 0) throw new Error('failed');
      return i;
    }),
  );
  const first = expect(work[0]).rejects.toThrow('failed');
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  doors[0]?.resolve();
  await first;
  doors[1]?.resolve();
  expect(await work[1]).toBe(1);
  doors[2]?.resolve();
  doors[3]?.resolve();
  expect(await Promise.all([work[2], work[3]])).toEqual([2, 3]);
  expect(started).toEqual([0, 1, 2, 3]);
});

import { expect, test } from 'vitest';
import { eachApart } from './each-apart.ts';

test('whoever comes after a failure is served, and the failure is told', async () => {
  const served: number[] = [];
  const work = async (one: number) => {
    if (one === 2) throw new Error('two has failed');
    served.push(one);
  };
  await expect(eachApart([1, 2, 3], work)).rejects.toThrow('two has failed');
  expect(served).toEqual([1, 3]);
});

test('several failures are told together', async () => {
  const failing = async (one: string) => Promise.reject(new Error(one));
  await expect(eachApart(['a', 'b'], failing)).rejects.toMatchObject({ errors: [{ message: 'a' }, { message: 'b' }] });
});

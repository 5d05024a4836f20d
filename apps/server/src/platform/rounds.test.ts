import { expect, test } from 'vitest';
import { Rounds } from './rounds.ts';

/** A question whose answers the test gives, one after the other. */
function question() {
  const asked: PromiseWithResolvers<string>[] = [];
  const ask = () => {
    const one = Promise.withResolvers<string>();
    asked.push(one);
    return one.promise;
  };
  return { asked, ask };
}

test('who asks while an answer is being made waits for the next one, and all who wait share it', async () => {
  const rounds = new Rounds<string>();
  const { asked, ask } = question();
  const first = rounds.join('plan', ask);
  const late = [rounds.join('plan', ask), rounds.join('plan', ask), rounds.join('plan', ask)];
  expect(asked).toHaveLength(1);
  asked[0]!.resolve('before the write');
  expect(await first).toBe('before the write');
  await expect.poll(() => asked.length).toBe(2);
  asked[1]!.resolve('after the write');
  expect(await Promise.all(late)).toEqual(['after the write', 'after the write', 'after the write']);
});

test('who comes after the next round has begun waits for the one after it', async () => {
  const rounds = new Rounds<string>();
  const { asked, ask } = question();
  const first = rounds.join('plan', ask);
  const second = rounds.join('plan', ask);
  asked[0]!.resolve('1');
  await first;
  await expect.poll(() => asked.length).toBe(2);
  const third = rounds.join('plan', ask);
  asked[1]!.resolve('2');
  expect(await second).toBe('2');
  await expect.poll(() => asked.length).toBe(3);
  asked[2]!.resolve('3');
  expect(await third).toBe('3');
});

test('a question that fails fails for who shares it and for nobody else', async () => {
  const rounds = new Rounds<string>();
  const { asked, ask } = question();
  const first = rounds.join('plan', ask);
  const second = rounds.join('plan', ask);
  asked[0]!.reject(new Error('the database is away'));
  await expect(first).rejects.toThrow('away');
  await expect.poll(() => asked.length).toBe(2);
  asked[1]!.resolve('back');
  expect(await second).toBe('back');
});

test('different questions do not wait for each other', async () => {
  const rounds = new Rounds<string>();
  const { asked, ask } = question();
  void rounds.join('plan of one school', ask);
  const other = rounds.join('plan of another', ask);
  asked[1]!.resolve('theirs');
  expect(await other).toBe('theirs');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEntries, writeEntries } from './archive.ts';
import { linesOf } from './lines.ts';

type Sample = { readonly head: { name: string }; readonly pieces: readonly Uint8Array[] };
const samples = fc.array(
  fc.record({
    head: fc.record({ name: fc.string() }),
    pieces: fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 5 }),
  }),
  { maxLength: 5 },
);

async function* flowing<One>(all: readonly One[]): AsyncGenerator<One> {
  yield* all;
}
async function all<One>(stream: AsyncIterable<One>): Promise<One[]> {
  const found: One[] = [];
  for await (const one of stream) found.push(one);
  return found;
}
const written = async (entries: readonly Sample[]) =>
  Buffer.concat(await all(writeEntries(flowing(entries.map(({ head, pieces }) => ({ head, body: flowing(pieces) }))))));

test('entries are read back with their heads and bytes, in their order', () =>
  fc.assert(
    fc.asyncProperty(samples, async (entries) => {
      const read: { head: unknown; body: Buffer }[] = [];
      for await (const { head, body } of readEntries(flowing([await written(entries)]))) {
        read.push({ head, body: Buffer.concat(await all(body)) });
      }
      expect(read).toEqual(entries.map(({ head, pieces }) => ({ head, body: Buffer.concat(pieces) })));
    }),
  ));

test('an entry whose bytes nobody asks for is passed over, and its checksum is asked all the same', async () => {
  const bytes = await written([
    { head: { name: 'one' }, pieces: [Buffer.from('first')] },
    { head: { name: 'two' }, pieces: [] },
  ]);
  const heads = async (from: Buffer) => (await all(readEntries(flowing([from])))).map(({ head }) => head);
  expect(await heads(bytes)).toEqual([{ name: 'one' }, { name: 'two' }]);
  const other = Buffer.from(bytes);
  other[bytes.indexOf('first')] = 70;
  await expect(heads(other)).rejects.toMatchObject({ code: 'backup-damaged' });
});

test('lines come out whole, wherever the stream is cut, in the middle of a letter too', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('ж', 'a', '😀', ' ') })),
      fc.integer({ min: 1, max: 9 }),
      async (lines, size) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        expect(await all(linesOf(flowing(chunks)))).toEqual(lines);
      },
    ),
  ));

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal, unseal } from './sealed-stream.ts';

const CHEAP = { log2N: 4, r: 1, p: 1 };
const PASSPHRASE = 'ёж несёт яблоко';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}
async function collected(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const sealed = (bytes: Uint8Array, size = 1000) => collected(seal(inChunks(bytes, size), PASSPHRASE, CHEAP));
const unsealed = (bytes: Uint8Array, { passphrase = PASSPHRASE, size = 999 } = {}) =>
  collected(unseal(inChunks(bytes, size), passphrase));
const refusal = (code: string) => expect.objectContaining({ code });

describe('what was sealed', () => {
  test('is unsealed to the same bytes, however the streams are cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 4000 }),
        async (bytes, writing, reading) => {
          expect(await unsealed(await sealed(bytes, writing), { size: reading })).toEqual(Buffer.from(bytes));
        },
      ),
      { numRuns: 60 },
    ));

  test('is unsealed when it is longer than a frame', async () => {
    const bytes = Buffer.alloc(700_000, 'наставник');
    expect((await unsealed(await sealed(bytes, 65_536))).equals(bytes)).toBe(true);
  });

  test('is not unsealed when one bit of it is another', async () => {
    const whole = await sealed(Buffer.from('Перова Анна Сергеевна'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.byteLength * 8 - 1), async (bit) => {
        const other = Buffer.from(whole);
        other[bit >> 3]! ^= 1 << (bit & 7);
        await expect(unsealed(other)).rejects.toMatchObject({ code: expect.stringMatching(/^backup-/) });
      }),
      { numRuns: 100 },
    );
  });

  test('is not unsealed when it is cut off or something stands behind it', async () => {
    const whole = await sealed(Buffer.alloc(300_000));
    await expect(unsealed(Buffer.concat([whole, Buffer.from([0])]))).rejects.toEqual(refusal('backup-damaged'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.byteLength - 1), async (length) => {
        await expect(unsealed(whole.subarray(0, length), { size: 65_536 })).rejects.toMatchObject({
          code: expect.stringMatching(/^backup-(damaged|foreign)$/),
        });
      }),
      { numRuns: 30 },
    );
  });

  test('does not open to another passphrase, and to none of its words is there a way past it', async () => {
    const whole = await sealed(Buffer.from('Перова Анна Сергеевна'));
    expect(whole.includes('Перова')).toBe(false);
    await expect(unsealed(whole, { passphrase: 'ёж несёт грушу' })).rejects.toEqual(refusal('backup-passphrase'));
  });

  test('opens to the passphrase typed with composed or with separate signs', async () => {
    const whole = await sealed(Buffer.from('план'));
    expect((await unsealed(whole, { passphrase: PASSPHRASE.normalize('NFD') })).toString()).toBe('план');
  });
});

test('a file of another kind, and one of a later form, are told apart from a damaged one', async () => {
  await expect(unsealed(Buffer.from('PK\u0003\u0004 a document of some length'))).rejects.toEqual(
    refusal('backup-foreign'),
  );
  const later = await sealed(Buffer.from('план'));
  later[9] = 2;
  await expect(unsealed(later)).rejects.toEqual(refusal('backup-newer'));
});

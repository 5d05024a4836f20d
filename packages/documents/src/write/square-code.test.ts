import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { squareCodeBitmap, squareCodeSvg } from './square-code.ts';

const LINK = 'https://nastavnik.school.example/r/5f1c';

test('the bitmap holds the squares of the code, dark ones black', () => {
  const { data } = encode(LINK, { ecc: 'M', border: 4 });
  const bytes = squareCodeBitmap(LINK);
  const view = new DataView(bytes.buffer);
  const size = view.getInt32(18, true);
  const stride = Math.ceil(size / 32) * 4;
  const drawn = Array.from({ length: size }, (_, y) =>
    Array.from(
      { length: size },
      (__, x) => (view.getUint8(62 + (size - 1 - y) * stride + (x >> 3)) & (0x80 >> (x & 7))) === 0,
    ),
  );
  expect(drawn).toEqual(data);
  expect(view.getUint32(2, true)).toBe(bytes.length);
});

test('the picture has a square for each dark one', () => {
  const dark = encode(LINK, { ecc: 'M', border: 4 }).data.flat().filter(Boolean).length;
  expect(squareCodeSvg(LINK).match(/M\d+ \d+h1v1h-1z/gu)).toHaveLength(dark);
});

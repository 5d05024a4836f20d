import { encode } from 'uqr';

/** Dark squares of a code by rows; the quiet zone of four squares around it is included (ГОСТ Р ИСО/МЭК 18004). */
type Squares = readonly (readonly boolean[])[];

function squaresOf(link: string): Squares {
  return encode(link, { ecc: 'M', border: 4 }).data;
}

/** The code as a picture without pixels, for PDF and the page. One unit is one square. */
export function squareCodeSvg(link: string): string {
  const squares = squaresOf(link);
  const path = squares.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${squares.length} ${squares.length}"><path d="${path}"/></svg>`;
}

const HEADER_BYTES = 62;

/** The code as a two-coloured Windows bitmap, which every Word shows: one pixel a square, rows from the lowest up. */
export function squareCodeBitmap(link: string): Uint8Array {
  const squares = squaresOf(link);
  const size = squares.length;
  const stride = Math.ceil(size / 32) * 4;
  const bytes = new Uint8Array(HEADER_BYTES + stride * size);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x424d);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEADER_BYTES, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, size, true);
  view.setInt32(22, size, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 1, true);
  // The palette: black is 0 and stays so, white is 1.
  view.setUint32(58, 0x00ffffff, true);
  squares.forEach((row, y) => {
    row.forEach((dark, x) => {
      const at = HEADER_BYTES + (size - 1 - y) * stride + (x >> 3);
      if (!dark) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
    });
  });
  return bytes;
}

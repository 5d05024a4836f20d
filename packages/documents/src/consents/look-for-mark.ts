import { readDocumentMark } from './document-mark.ts';
import { findCodes } from './find-codes.ts';
import type { PagePixels, ScanPage } from './scan-pages.ts';

/** What a page says of itself: ids of ours, as a rule one, and whatever other square codes are on it. */
export type PageMarks = { readonly ids: readonly string[]; readonly foreign: readonly string[] };

/**
 * How a page is looked at, in turn, until a mark of ours is found: points along the longer side, and how far points are
 * smoothed. The first is enough for a good scan (150–300 dpi, any turn); the others were found by trying noise, weak
 * paper and JPEG of little quality.
 */
const LOOKS: readonly { readonly longSide: number; readonly smooth: number }[] = [
  { longSide: 1750, smooth: 0 },
  { longSide: 2400, smooth: 1 },
  { longSide: 2400, smooth: 0 },
  { longSide: 3500, smooth: 2 },
  { longSide: 1200, smooth: 0 },
];

export async function lookForMark(page: ScanPage): Promise<PageMarks> {
  const foreign = new Set<string>();
  for (const [at, { longSide, smooth }] of LOOKS.entries()) {
    const pixels = await page.draw(longSide);
    if (at === 0 && isEmpty(pixels)) break;
    const codes = await findCodes(smooth === 0 ? pixels : smoothed(pixels, smooth));
    const ids = [...new Set(codes.flatMap((code) => readDocumentMark(code) ?? []))];
    for (const code of codes) if (readDocumentMark(code) === undefined) foreign.add(code);
    if (ids.length > 0) return { ids, foreign: [...foreign] };
  }
  return { ids: [], foreign: [...foreign] };
}

/** The back of a sheet: next to nothing on it is dark, and looking closer would only cost time. */
const EMPTY_SHARE = 0.0002;
const DARK = 128;

function isEmpty({ data, width, height }: PagePixels): boolean {
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) < DARK) dark += 1;
  return dark < EMPTY_SHARE * width * height;
}

/** Each point is the mean of those around it, so that grains of noise vanish and squares of the code stay. */
function smoothed({ data, width, height }: PagePixels, reach: number): PagePixels {
  const red = new Float32Array(width * height);
  for (let at = 0; at < red.length; at += 1) red[at] = data[at * 4] ?? 0;
  const rows = means(red, reach, { lines: height, length: width, step: 1, next: width });
  const both = means(rows, reach, { lines: width, length: height, step: width, next: 1 });
  const smooth = new Uint8ClampedArray(data.length).fill(255);
  for (let at = 0; at < both.length; at += 1) smooth.fill(both[at] ?? 0, at * 4, at * 4 + 3);
  return { data: smooth, width, height };
}

/** Running means along lines; at the edges the missing points count as black, where no code is. */
function means(
  values: Float32Array,
  reach: number,
  { lines, length, step, next }: { lines: number; length: number; step: number; next: number },
): Float32Array {
  const result = new Float32Array(values.length);
  const size = 2 * reach + 1;
  for (let line = 0; line < lines; line += 1) {
    const start = line * next;
    let sum = 0;
    for (let at = -reach; at < length; at += 1) {
      if (at + reach < length) sum += values[start + (at + reach) * step] ?? 0;
      if (at - reach - 1 >= 0) sum -= values[start + (at - reach - 1) * step] ?? 0;
      if (at >= 0) result[start + at * step] = sum / size;
    }
  }
  return result;
}

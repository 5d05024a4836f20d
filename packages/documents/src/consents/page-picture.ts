import { createCanvas, ImageData } from '@napi-rs/canvas';
import { openPile } from './cut-pages.ts';
import { eachScanPage } from './scan-pages.ts';

/**
 * One page (from 0) of a pile as a small PNG, for a person who has to say whose it is.
 * @throws ScanRefusal
 */
export async function pagePicture(bytes: Uint8Array, page: number, longSide: number): Promise<Uint8Array> {
  const pile = await openPile([bytes]);
  const alone = await pile.cut([{ file: 0, page }]);
  let picture = new Uint8Array();
  await eachScanPage(alone, async ({ draw }) => {
    const { data, width, height } = await draw(longSide);
    const canvas = createCanvas(width, height);
    canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
    picture = new Uint8Array(await canvas.encode('png'));
  });
  return picture;
}

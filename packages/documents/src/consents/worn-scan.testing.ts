import { PDFDocument } from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';
import { eachScanPage, type PagePixels } from './scan-pages.ts';

/** What a sheet goes through between the printer and the file. */
export type Wear = {
  /** Of the scanner. */
  readonly dpi: number;
  /** Degrees clockwise: 90, 180, 270 for a sheet laid in otherwise, a few for a careless one. */
  readonly turn: number;
  /** How far a point strays from its grey, 0–255. */
  readonly noise: number;
  /** Grey of the paper, 255 is white. */
  readonly paper: number;
  /** Of the JPEG, 1–100. */
  readonly quality: number;
  /** Only black and white, as a fax or a copier in the office leaves it. */
  readonly blackAndWhite?: boolean;
};

export const CLEAN: Wear = { dpi: 200, turn: 0, noise: 0, paper: 255, quality: 90 };

/** All pages of our own PDF as worn JPEG pictures. `seed` makes the noise the same in every run; `count` pages are enough. */
export async function wornPages(pdf: Uint8Array, wear: Wear, seed = 1, count = Infinity): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  await eachScanPage(pdf, async (page) => {
    if (pictures.length >= count) return;
    pictures.push(worn(await page.draw((297 / 25.4) * wear.dpi), wear, seed + pictures.length));
  });
  return pictures;
}

/** The pictures as the pages of one PDF, as an office scanner writes it. */
export async function scannedPdf(pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const picture of pictures) {
    const image = await document.embedJpg(picture);
    const scale = 842 / Math.max(image.width, image.height);
    const page = document.addPage([image.width * scale, image.height * scale]);
    page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
  }
  return document.save();
}

/** An empty sheet, or one with a few words, without a code. */
export function plainSheet(words = ''): Uint8Array {
  const canvas = createCanvas(1240, 1754);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  context.font = '40px sans-serif';
  context.fillText(words, 100, 200);
  return canvas.toBuffer('image/jpeg');
}

function worn({ data, width, height }: PagePixels, wear: Wear, seed: number): Uint8Array {
  const sheet = createCanvas(width, height);
  const drawn = sheet.getContext('2d').createImageData(width, height);
  drawn.data.set(data);
  sheet.getContext('2d').putImageData(drawn, 0, 0);

  const angle = (wear.turn * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const scanned = createCanvas(Math.round(width * cos + height * sin), Math.round(width * sin + height * cos));
  const context = scanned.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, scanned.width, scanned.height);
  context.translate(scanned.width / 2, scanned.height / 2);
  context.rotate(angle);
  context.drawImage(sheet, -width / 2, -height / 2);

  context.resetTransform();
  const pixels = context.getImageData(0, 0, scanned.width, scanned.height);
  const random = randomFrom(seed);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const lit = ((pixels.data[at] ?? 0) / 255) * (wear.paper - 40) + 40;
    const strayed = lit + (random() - 0.5) * 2 * wear.noise;
    const grey = wear.blackAndWhite ? (strayed > 140 ? 255 : 0) : strayed;
    pixels.data.fill(grey, at, at + 3);
  }
  context.putImageData(pixels, 0, 0);
  return scanned.toBuffer('image/jpeg', wear.quality);
}

/** mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

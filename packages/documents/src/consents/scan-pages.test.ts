import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { eachScanPage, type PagePixels, scanKind } from './scan-pages.ts';
import { plainSheet } from './worn-scan.testing.ts';

async function firstPage(bytes: Uint8Array, longSide = 200): Promise<PagePixels> {
  const drawn: PagePixels[] = [];
  await eachScanPage(bytes, async (page) => {
    drawn.push(await page.draw(longSide));
  });
  const [first] = drawn;
  if (!first) throw new Error('there is no page');
  return first;
}

/** Bits as they are written, to whole bytes. */
function bits(text: string): Uint8Array {
  const all = text.replace(/\s/gu, '');
  return Uint8Array.from({ length: Math.ceil(all.length / 8) }, (_, at) =>
    Number.parseInt(all.slice(at * 8, at * 8 + 8).padEnd(8, '0'), 2),
  );
}

/** A page of 128 × 128 points compressed as office scanners and faxes do (ITU-T T.6); its left half is black. */
async function faxedPage(): Promise<Uint8Array> {
  // Horizontal mode: no white, 64 black; then white to the end. Every further line is as the one above it.
  const code = `001 00110101 0000001111 0000110111 1 ${'111'.repeat(127)} 000000000001 000000000001`;
  const document = await PDFDocument.create();
  const page = document.addPage([128, 128]);
  const image = document.context.stream(bits(code), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 128,
    Height: 128,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 1,
    Filter: 'CCITTFaxDecode',
    DecodeParms: { K: -1, Columns: 128, Rows: 128 },
  });
  page.node.setXObject(PDFName.of('Fax'), document.context.register(image));
  const draw = document.context.stream(new TextEncoder().encode('q 128 0 0 128 0 0 cm /Fax Do Q'));
  page.node.set(PDFName.of('Contents'), document.context.register(draw));
  return document.save();
}

describe('a page is drawn', () => {
  test('out of the compression of office scanners', async () => {
    const { data, width, height } = await firstPage(await faxedPage());
    const grey = (part: number) => data[(Math.floor(height / 2) * width + Math.floor(width * part)) * 4];
    expect([width, height]).toEqual([200, 200]);
    expect([grey(0.1), grey(0.4), grey(0.6), grey(0.9)]).toEqual([0, 0, 255, 255]);
  });

  test('with the wanted number of points along its longer side', async () => {
    const { width, height } = await firstPage(plainSheet('слова'), 700);
    expect(height).toBe(700);
    expect(width).toBe(495);
  });
});

test('what breaks while a page is looked at is no fault of the scan', async () => {
  await expect(eachScanPage(plainSheet(), () => Promise.reject(new TypeError('a defect')))).rejects.toThrow('a defect');
});

test('the kind of a file is told by its bytes', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  expect(scanKind(plainSheet())).toBe('jpeg');
  expect(scanKind(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10))).toBe('png');
  expect(scanKind(text('  \n%PDF-1.7'))).toBe('pdf');
  expect(scanKind(text('<html>'))).toBeUndefined();
  expect(scanKind(new Uint8Array())).toBeUndefined();
});

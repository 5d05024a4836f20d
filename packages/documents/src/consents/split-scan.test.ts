import { PDFDocument } from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { squareCodeSvg } from '../write/square-code.ts';
import { aConsentPrint, consentId, template } from './a-consent.testing.ts';
import { documentMark, readDocumentMark } from './document-mark.ts';
import { groupPages } from './group-pages.ts';
import type { PageMarks } from './look-for-mark.ts';
import { renderConsentPdf } from './render-consent-pdf.ts';
import { splitScan } from './split-scan.ts';
import { CLEAN, plainSheet, scannedPdf, type Wear, wornPages } from './worn-scan.testing.ts';

/** Set to try every kind of wear on every page (about two minutes): `SCANS=all`. */
const ALL = process.env['SCANS'] === 'all';

const [FIRST, SECOND] = [consentId(1), consentId(2)];
/** One sheet each of two consents; and one of two sheets. */
let short: Uint8Array;
let long: Uint8Array;
/** The same as clean pictures: of the first, of the second, both sheets of the long one upside down. */
let one: Uint8Array;
let two: Uint8Array;
let sheets: Uint8Array[];

beforeAll(async () => {
  const participation = { form: 'ученик – ученик', role: 'наставляемый', cycle: '2025/26', mentor: null, regime: null };
  const signatures = aConsentPrint().signatures.slice(1);
  const print = { template: template('participation', 'representative'), participation, signatures };
  short = renderConsentPdf([aConsentPrint({ ...print, id: FIRST }), aConsentPrint({ ...print, id: SECOND })], {
    doubleSided: false,
  });
  long = renderConsentPdf([aConsentPrint({ id: FIRST })], { doubleSided: false });
  const clean = { ...CLEAN, dpi: 150 };
  [one = new Uint8Array(), two = new Uint8Array()] = await wornPages(short, clean);
  sheets = await wornPages(long, { ...clean, turn: 180 });
}, 60_000);

async function pageCount(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf)).getPageCount();
}

describe('a pile of signed papers', () => {
  test('is parted by the codes; a page without one goes with the page before it; each document is a PDF of its own', async () => {
    const pile = await scannedPdf([one, plainSheet('оборот'), two, plainSheet()]);
    const counted: number[] = [];
    const split = await splitScan([pile], { onPage: (looked) => counted.push(looked) });
    expect(split.documents.map(({ id, pages }) => [id, pages.map(({ page }) => page)])).toEqual([
      [FIRST, [0, 1]],
      [SECOND, [2, 3]],
    ]);
    expect(await Promise.all(split.documents.map(({ pdf }) => pageCount(pdf)))).toEqual([2, 2]);
    expect(split).toMatchObject({ homeless: { pages: [], pdf: null }, foreign: [], pages: 4 });
    expect(counted).toEqual([1, 2, 3, 4]);
  }, 60_000);

  test('sheets that were dropped and mixed find their documents, and what is cut out is found again under the same id', async () => {
    const [front, back] = sheets;
    const split = await splitScan([await scannedPdf([back, two, front] as Uint8Array[])]);
    expect(split.documents.map(({ id, pages }) => [id, pages.map(({ page }) => page)])).toEqual([
      [FIRST, [0, 2]],
      [SECOND, [1]],
    ]);
    const again = await splitScan([split.documents[1]?.pdf ?? new Uint8Array()]);
    expect(again.documents.map(({ id, pages }) => [id, pages.length])).toEqual([[SECOND, 1]]);
  }, 60_000);

  test('pictures of a telephone are taken as pages; a page before any code and one with a foreign code have no home', async () => {
    const shop = await foreignSheet('https://lavka.example/42');
    const split = await splitScan([plainSheet(), one, shop]);
    expect(split.documents.map(({ id }) => id)).toEqual([FIRST]);
    expect(split.homeless.pages).toEqual([
      { file: 0, page: 0, reason: 'nothing-before' },
      { file: 2, page: 0, reason: 'foreign-code' },
    ]);
    expect(split.foreign).toEqual([{ file: 2, page: 0, text: 'https://lavka.example/42' }]);
    expect(await pageCount(split.homeless.pdf ?? new Uint8Array())).toBe(2);
  }, 60_000);
});

async function foreignSheet(link: string): Promise<Uint8Array> {
  const picture = await loadImage(Buffer.from(squareCodeSvg(link)));
  const canvas = createCanvas(620, 877);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 620, 877);
  context.drawImage(picture, 150, 150, 200, 200);
  return canvas.toBuffer('image/png');
}

describe('however a sheet was scanned, its code is read', () => {
  const wears: readonly (readonly [string, Wear])[] = [
    [
      'at 150 dpi, a little askew, with the noise of an old scanner',
      { ...CLEAN, dpi: 150, turn: 2, noise: 60, paper: 200, quality: 30 },
    ],
    ['upside down and grey at 200 dpi', { ...CLEAN, turn: 183, noise: 110, paper: 190, quality: 25 }],
    [
      'black and white at 150 dpi, as a copier leaves it',
      { ...CLEAN, dpi: 150, turn: 1.5, noise: 60, blackAndWhite: true },
    ],
    ['laid in sideways at 300 dpi', { ...CLEAN, dpi: 300, turn: 90, paper: 225, quality: 50 }],
    ...(ALL
      ? ([
          ['sideways the other way', { ...CLEAN, turn: 270 }],
          ['badly askew', { ...CLEAN, dpi: 150, turn: -8, noise: 20, paper: 230 }],
          ['at 100 dpi', { ...CLEAN, dpi: 100, turn: 1.5, noise: 40, paper: 220 }],
          ['at 300 dpi with strong noise', { ...CLEAN, dpi: 300, turn: 91, noise: 90, paper: 200, quality: 40 }],
        ] as const)
      : []),
  ];
  test.each(wears)(
    '%s',
    async (_how, wear) => {
      const pages = await wornPages(ALL ? long : short, wear, 1, ALL ? 2 : 1);
      const split = await splitScan([await scannedPdf(pages)]);
      expect(split.documents.map(({ id }) => id)).toEqual([FIRST]);
      expect(split.homeless.pages).toEqual([]);
    },
    60_000,
  );
});

test.each([
  ['a text', new TextEncoder().encode('не скан'), 'scan.unknown-kind'],
  ['a PDF cut off in the middle', new TextEncoder().encode('%PDF-1.4\n1 0 obj <<'), 'scan.not-readable'],
  ['a picture of nothing', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0), 'scan.not-readable'],
] as const)('%s is refused with a code', async (_what, bytes, code) => {
  await expect(splitScan([bytes])).rejects.toMatchObject({ code });
});

test('a mark is an id and nothing else, and comes back from whatever case a reader gives it', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(documentMark(id)).toBe(`NST1:${id}`);
      expect(readDocumentMark(documentMark(id).toUpperCase())).toBe(id);
    }),
  );
  for (const text of ['', 'NST1:', 'NST2:0190a5c0-7d3e-7000-8000-000000000001', `${documentMark(FIRST)}?name=Петя`]) {
    expect(readDocumentMark(text)).toBeUndefined();
  }
  expect(() => documentMark('14')).toThrow(RangeError);
});

test('every page is in exactly one place, in the order of the pile, and nowhere without a reason', () => {
  const marks: fc.Arbitrary<PageMarks> = fc.record({
    ids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
    foreign: fc.array(fc.constantFrom('чужой'), { maxLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(marks, { maxLength: 8 }), { maxLength: 4 }), (files) => {
      const { documents, homeless, foreign } = groupPages(files);
      const places = [...documents.flatMap(({ pages }) => pages), ...homeless].map(
        ({ file, page }) => `${file}.${page}`,
      );
      const all = files.flatMap((pages, file) => pages.map((_, page) => `${file}.${page}`));
      expect(places.toSorted()).toEqual(all.toSorted());
      for (const { id, pages } of documents) {
        expect(pages).toEqual(pages.toSorted((one, other) => one.file - other.file || one.page - other.page));
        // Every other page of a document comes right after one of its own.
        for (const { file, page } of pages) {
          const own = files[file]?.[page]?.ids ?? [];
          expect(
            own.length === 1 ? own[0] : pages.some((each) => each.file === file && each.page === page - 1) && id,
          ).toBe(id);
        }
      }
      expect(foreign).toHaveLength(files.flat().flatMap(({ foreign: codes }) => codes).length);
    }),
  );
});

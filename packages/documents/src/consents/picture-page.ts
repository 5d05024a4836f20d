import { PDFDocument, type PDFImage } from '@cantoo/pdf-lib';
import { SCAN_LIMITS, ScanRefusal } from './scan-refusal.ts';

/** A4 in points. */
const SHEET = { short: 595.28, long: 841.89 };

/**
 * Adds a JPEG or PNG as an A4 page of its own direction, the picture as large as it can be. Throws a ScanRefusal for
 * a picture that is broken or too large.
 */
export async function addPicture(document: PDFDocument, bytes: Uint8Array): Promise<void> {
  const isPng = bytes[0] === 0x89;
  if (isPng) checkPngSize(bytes);
  const image = await embedded(document, bytes, isPng);
  if (image.width * image.height > SCAN_LIMITS.pixels) throw new ScanRefusal('scan.too-large');
  const isUpright = image.height >= image.width;
  const [width, height] = isUpright ? [SHEET.short, SHEET.long] : [SHEET.long, SHEET.short];
  const scale = Math.min(width / image.width, height / image.height);
  const size = { width: image.width * scale, height: image.height * scale };
  const page = document.addPage([width, height]);
  page.drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size });
}

/** A picture as a PDF of one page. */
export async function picturePdf(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  await addPicture(document, bytes);
  return document.save({ addDefaultPage: false });
}

async function embedded(document: PDFDocument, bytes: Uint8Array, isPng: boolean): Promise<PDFImage> {
  try {
    const image = await (isPng ? document.embedPng(bytes) : document.embedJpg(bytes));
    if (!(image.width > 0 && image.height > 0)) throw new RangeError('a picture without points');
    return image;
  } catch (cause) {
    throw new ScanRefusal('scan.not-readable', { cause });
  }
}

/** The size stands in the first chunk, before anything is unpacked: a small file may promise a picture like a house. */
function checkPngSize(bytes: Uint8Array): void {
  if (bytes.length < 33) throw new ScanRefusal('scan.not-readable');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(16) * view.getUint32(20) > SCAN_LIMITS.pixels) throw new ScanRefusal('scan.too-large');
}

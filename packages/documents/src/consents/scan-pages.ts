import { fileURLToPath } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { picturePdf } from './picture-page.ts';
import { SCAN_LIMITS, ScanRefusal } from './scan-refusal.ts';

/** A page as grey or coloured points, four bytes each (red, green, blue, opacity), row by row. */
export type PagePixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

/** A page that can be drawn as often as needed, with so many points along its longer side. */
export type ScanPage = { readonly draw: (longSide: number) => Promise<PagePixels> };

export type ScanKind = 'pdf' | 'jpeg' | 'png';

/** The kind by its first bytes, never by the name of the file. A scanner may write a few bytes before `%PDF-`. */
export function scanKind(bytes: Uint8Array): ScanKind | undefined {
  const begins = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'png';
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : undefined;
}

/**
 * Gives each page of a PDF, or the one picture, to `look`, one after another: a page is drawn when it is asked for and
 * forgotten afterwards. Throws a ScanRefusal.
 */
export async function eachScanPage(bytes: Uint8Array, look: (page: ScanPage) => Promise<void>): Promise<void> {
  if (bytes.byteLength > SCAN_LIMITS.fileBytes) throw new ScanRefusal('scan.too-large');
  const kind = scanKind(bytes);
  if (!kind) throw new ScanRefusal('scan.unknown-kind');
  // The canvas's own decoder of pictures falls down, and the process with it, on a broken file: the PDF library decodes.
  await eachPdfPage(kind === 'pdf' ? bytes : await picturePdf(bytes), look);
}

/** A folder with a slash at its end, as the library wants it on every system. */
const DECODERS = fileURLToPath(
  new URL('../../wasm/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')),
).replaceAll('\\', '/');

async function eachPdfPage(bytes: Uint8Array, look: (page: ScanPage) => Promise<void>): Promise<void> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = pdfjs.getDocument({
    // The library takes the buffer over.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    // JBIG2 and JPEG 2000, which office scanners write, are read by the library's own decoders.
    wasmUrl: DECODERS,
    maxImageSize: SCAN_LIMITS.pixels,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise.catch(refused);
    if (document.numPages > SCAN_LIMITS.pages) throw new ScanRefusal('scan.too-many-pages');
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number).catch(refused);
      const size = page.getViewport({ scale: 1 });
      const draw = async (longSide: number) => {
        const viewport = page.getViewport({ scale: longSide / Math.max(size.width, size.height) });
        const sheet = whiteSheet(viewport.width, viewport.height);
        // The library asks for a canvas of the browser; the one of this package behaves as such.
        await page.render({ canvas: sheet.canvas as never, viewport }).promise.catch(refused);
        return pixelsOf(sheet);
      };
      await look({ draw });
      page.cleanup();
    }
  } finally {
    await loading.destroy();
  }
}

function refused(cause: unknown): never {
  const isLocked = cause instanceof Error && cause.name === 'PasswordException';
  throw new ScanRefusal(isLocked ? 'scan.encrypted' : 'scan.not-readable', { cause });
}

function whiteSheet(width: number, height: number) {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return { canvas, context, width: canvas.width, height: canvas.height };
}

function pixelsOf({ context, width, height }: ReturnType<typeof whiteSheet>): PagePixels {
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}

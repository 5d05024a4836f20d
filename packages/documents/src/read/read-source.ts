import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import { LIMITS } from './limits.ts';
import { readDoc } from './read-doc.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readOdt } from './read-odt.ts';
import { readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { damaged, ReadingRefusal } from './refusal.ts';
import { refuseLie, type Sniffed, sniff, typeOfName } from './sniff.ts';

/**
 * Reads a file of any supported format into the neutral source document. The type is taken from the bytes; `name` only
 * serves to notice that it says something else. Throws nothing but a `ReadingRefusal`. It is bounded in unpacked size,
 * depth and count of elements, not in time: run it where it can be stopped (`apps/server/src/platform/reading`).
 */
export async function readSource(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  if (bytes.length === 0) throw new ReadingRefusal('file.empty');
  if (bytes.length > LIMITS.fileBytes) throw new ReadingRefusal('file.too-large');
  try {
    const sniffed = sniff(bytes);
    refuseLie(name, sniffed.kind);
    // A piece of HTML without its frame, or text with tags left in it: here the name decides.
    const isPiece = sniffed.kind === 'text' && typeOfName(name) === 'html';
    const document = await read(bytes, isPiece ? { kind: 'html' } : sniffed);
    if (!hasText(document)) throw new ReadingRefusal('file.empty');
    return document;
  } catch (error) {
    throw asRefusal(error);
  }
}

async function read(bytes: Uint8Array, sniffed: Sniffed): Promise<SourceDocument> {
  switch (sniffed.kind) {
    case 'docx':
      return readDocx(sniffed.zip);
    case 'xlsx':
      return readXlsx(sniffed.zip);
    case 'pdf':
      return readPdf(bytes);
    case 'odt':
      return readOdt(sniffed.zip);
    case 'doc':
      return readDoc(bytes);
    case 'html':
      return readHtml(bytes);
    case 'text':
      return readText(bytes);
    case 'encrypted':
      throw new ReadingRefusal('file.encrypted');
    default:
      throw new ReadingRefusal('file.type-unsupported', { is: sniffed.kind });
  }
}

function hasText(document: SourceDocument): boolean {
  return document.blocks.some((block) =>
    block.kind === 'paragraph'
      ? block.text.trim() !== ''
      : block.rows.some((row) => row.cells.some((cell) => cell.lines.some((line) => line.text !== ''))),
  );
}

/** Whatever a broken file makes a parser throw, people are told that the file is broken; the cause is kept. */
function asRefusal(error: unknown): ReadingRefusal {
  if (error instanceof ReadingRefusal) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    return new ReadingRefusal('file.too-complex', {}, { cause: error });
  }
  return damaged('file', error);
}

import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import { LIMITS } from './limits.ts';
import { Notes } from './notes.ts';
import { acrossPages, type PageBlocks } from './pdf/across-pages.ts';
import { tellBrokenWords } from './pdf/broken-words.ts';
import { withMissingRulings } from './pdf/draw-rulings.ts';
import { tellHyphens } from './pdf/hyphens.ts';
import { pageBlocks } from './pdf/page-blocks.ts';
import type { PdfPage } from './pdf/page-content.ts';
import { ReadingRefusal } from './refusal.ts';

/**
 * Reads the text layer of a PDF: tables by their rulings, paragraphs by their lines. Scripts, forms, fonts of the
 * system and links are never used. A document that wants a password is `file.encrypted`, one without letters
 * `file.scan-without-text`.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  // The library is large; files of other kinds do not wait for it.
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { pageContent } = await import('./pdf/page-content.ts');
  const loading = pdfjs.getDocument({
    // The library takes the buffer over.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > LIMITS.pages) throw new ReadingRefusal('file.too-complex');
    const notes = new Notes();
    const contents: PdfPage[] = [];
    let empty = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await pageContent(page);
      if (content.items.length === 0) empty += 1;
      if (content.hasHidden) notes.add('hidden-text-left-out');
      contents.push(content);
      page.cleanup();
    }
    if (empty === contents.length) throw new ReadingRefusal('file.scan-without-text');
    if (empty > 0) notes.add('pages-without-text');
    const items = tellBrokenWords(tellHyphens(contents.map((content) => content.items)));
    const told = contents.map((content, at) => ({ ...content, items: items[at] ?? [] }));
    const pages: PageBlocks[] = withMissingRulings(told, notes).map((content) => ({
      number: content.number,
      height: content.height,
      blocks: pageBlocks(content, notes),
    }));
    return { format: 'pdf', blocks: acrossPages(pages, notes), notes: notes.list };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new ReadingRefusal('file.encrypted');
    throw error;
  } finally {
    await loading.destroy();
  }
}

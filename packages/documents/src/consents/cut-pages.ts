import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import type { PagePlace } from './group-pages.ts';
import { addPicture } from './picture-page.ts';
import { scanKind } from './scan-pages.ts';
import { ScanRefusal } from './scan-refusal.ts';

/** The files of one pile, opened once and cut as often as needed. */
export type ScanPile = { readonly cut: (pages: readonly PagePlace[]) => Promise<Uint8Array> };

/**
 * Opens PDFs and pictures for cutting. What is cut out is a PDF of these pages alone, without what the file was named,
 * without scripts and links. Throws a ScanRefusal.
 */
export async function openPile(files: readonly Uint8Array[]): Promise<ScanPile> {
  const sources: (PDFDocument | Uint8Array)[] = [];
  for (const bytes of files) sources.push(scanKind(bytes) === 'pdf' ? await opened(bytes) : bytes);
  return {
    async cut(pages) {
      const document = await PDFDocument.create({ updateMetadata: false });
      for (const { file, page } of pages) {
        const source = sources[file];
        if (source === undefined) throw new RangeError(`there is no file ${file}`);
        if (source instanceof Uint8Array) await addPicture(document, source);
        else await addPage(document, source, page);
      }
      return document.save({ addDefaultPage: false });
    },
  };
}

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  } catch (cause) {
    const isLocked = cause instanceof Error && /encrypted/iu.test(cause.message);
    throw new ScanRefusal(isLocked ? 'scan.encrypted' : 'scan.not-readable', { cause });
  }
}

async function addPage(document: PDFDocument, source: PDFDocument, at: number): Promise<void> {
  const [page] = await document.copyPages(source, [at]);
  if (!page) throw new RangeError(`there is no page ${at}`);
  withoutActions(page);
  document.addPage(page);
}

/** A signature drawn onto the page in a viewer is an annotation and stays; what it would do when clicked goes. */
function withoutActions(page: PDFPage): void {
  const [action, actions] = [PDFName.of('A'), PDFName.of('AA')];
  page.node.delete(actions);
  const notes = page.node.lookup(PDFName.of('Annots'));
  if (!(notes instanceof PDFArray)) return;
  for (let at = 0; at < notes.size(); at += 1) {
    const note = notes.lookup(at);
    if (!(note instanceof PDFDict)) continue;
    note.delete(action);
    note.delete(actions);
  }
}

import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import { decodeText, markedEncoding } from './decode-text.ts';
import { htmlBlocks } from './html/html-blocks.ts';
import { parseHtml } from './html/html-tree.ts';
import { Notes } from './notes.ts';

/** Reads a saved web page or Word's HTML. Scripts, styles and everything outside the file are left alone. */
export function readHtml(bytes: Uint8Array): SourceDocument {
  return htmlDocument(decodeHtml(bytes));
}

/** HTML that is already text, as the clipboard gives it; the clipboard's own header («StartHTML:…») is dropped. */
export function htmlDocument(html: string): SourceDocument {
  const notes = new Notes();
  const fragment = /^Version:[\d.]+\s/.test(html) ? html.slice(html.indexOf('<')) : html;
  const blocks = htmlBlocks(parseHtml(fragment), notes);
  return { format: 'html', blocks, notes: notes.list };
}

function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  if (markedEncoding(bytes) === undefined && named !== undefined) {
    try {
      // What the page says is believed as long as the bytes allow it.
      return new TextDecoder(named, { fatal: true }).decode(bytes);
    } catch {
      return decodeText(bytes).text;
    }
  }
  return decodeText(bytes).text;
}

import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import { LIMITS } from './limits.ts';
import { htmlDocument } from './read-html.ts';
import { textDocument } from './read-text.ts';
import { ReadingRefusal } from './refusal.ts';

/** What the clipboard holds: word processors and browsers put the HTML beside the bare text. */
export type Pasted = { readonly html?: string; readonly text: string };

/** Reads pasted text; its HTML is preferred because it has the cells. Throws a `ReadingRefusal` only. */
export function readPasted({ html, text }: Pasted): SourceDocument {
  if ((html ?? '').length + text.length > LIMITS.fileBytes) throw new ReadingRefusal('file.too-large');
  if (html !== undefined) {
    const document = htmlDocument(html);
    if (document.blocks.length > 0) return document;
  }
  if (text.trim() === '') throw new ReadingRefusal('file.empty');
  return textDocument(text);
}

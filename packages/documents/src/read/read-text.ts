import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import { decodeText } from './decode-text.ts';
import { Notes } from './notes.ts';
import { tidyText } from './plain-text.ts';

/** Plain text from a file: every line a paragraph, tabs kept, an empty line an empty paragraph. */
export function readText(bytes: Uint8Array): SourceDocument {
  const notes = new Notes();
  const { text, guessed } = decodeText(bytes);
  if (guessed) notes.add('encoding-guessed');
  if (text.includes('\ufffd')) notes.add('characters-unreadable');
  return { ...textDocument(text), notes: notes.list };
}

/** Text that is already text: pasted, or typed. The last line end makes no line of its own. */
export function textDocument(text: string): SourceDocument {
  const lines = text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/);
  if (lines[lines.length - 1] === '') lines.pop();
  return {
    format: 'text',
    blocks: lines.map((line) => ({ kind: 'paragraph', text: tidyText(line) })),
    notes: [],
  };
}

import type { SourceDocument, SourceLine, SourcePlace } from '@nastavnik/domain/source/source-document';

export type PlacedWord = { readonly word: string; readonly place: SourcePlace };

/**
 * Every word of a source with the place where it stood, in reading order: the measure of «nothing is lost».
 * A word is what stands between white space. Automatic numbers are not words of the source: nobody wrote them.
 */
export function wordsOfSource(document: SourceDocument): PlacedWord[] {
  const words: PlacedWord[] = [];
  const add = (text: string, place: SourcePlace): void => {
    for (const word of text.split(/\s+/u)) if (word !== '') words.push({ word, place });
  };
  document.blocks.forEach((block, at) => {
    const page = block.page === undefined ? {} : { page: block.page };
    if (block.kind === 'paragraph') {
      block.text.split('\n').forEach((text, line) => {
        add(text, { block: at, line, ...page });
      });
      return;
    }
    block.rows.forEach((row, r) => {
      const onPage = row.page === undefined ? page : { page: row.page };
      row.cells.forEach((cell, c) => {
        cell.lines.forEach((line: SourceLine, l) => {
          add(line.text, { block: at, row: r, cell: c, line: l, ...onPage });
        });
      });
    });
  });
  return words;
}

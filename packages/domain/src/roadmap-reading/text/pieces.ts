import type {
  SourceBlock,
  SourceDocument,
  SourceLine,
  SourceParagraph,
  SourcePlace,
} from '../../source/source-document.ts';
import type { Piece } from './span.ts';

/** The pieces of one block: a paragraph has one, a table has one for each line of each cell, in rows of cells. */
export type PieceBlock =
  | { readonly kind: 'paragraph'; readonly piece: Piece }
  | { readonly kind: 'table'; readonly rows: readonly PieceRow[] };
export type PieceRow = { readonly cells: readonly PieceCell[]; readonly place: SourcePlace };
export type PieceCell = {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly pieces: readonly Piece[];
};

/** Cuts a document into its smallest pieces. Automatic numbers become part of the text, since people read them as such. */
export function piecesOf(source: SourceDocument): { blocks: PieceBlock[]; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const add = (line: SourceLine | SourceParagraph, place: SourcePlace): Piece => {
    const raw = line.marker === undefined || line.marker === '' ? line.text : `${line.marker} ${line.text}`;
    const whole = 'kind' in line ? line : undefined;
    const { text, bold } = withoutMarkup(raw);
    const piece: Piece = {
      index: pieces.length,
      place,
      raw,
      text,
      bold: bold || line.bold === true,
      heading: whole?.heading !== undefined,
      centered: whole?.centered === true,
      aside: whole?.aside ?? null,
    };
    pieces.push(piece);
    return piece;
  };
  const blocks = source.blocks.map((block, index) => blockOf(block, index, add));
  return { blocks, pieces };
}

function blockOf(
  block: SourceBlock,
  index: number,
  add: (line: SourceLine | SourceParagraph, place: SourcePlace) => Piece,
): PieceBlock {
  if (block.kind === 'paragraph') {
    const place = block.page === undefined ? { block: index } : { block: index, page: block.page };
    return { kind: 'paragraph', piece: add(block, place) };
  }
  const rows = block.rows.map((row, rowIndex): PieceRow => {
    const page = row.page ?? block.page;
    const at = page === undefined ? { block: index, row: rowIndex } : { block: index, row: rowIndex, page };
    const cells = row.cells.map((cell, cellIndex): PieceCell => {
      const pieces = cell.lines.map((line, lineIndex) => add(line, { ...at, cell: cellIndex, line: lineIndex }));
      return { column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, pieces };
    });
    return { cells, place: at };
  });
  return { kind: 'table', rows };
}

/** Mark-up that programmes leave in a text: HTML tags, Markdown stars and bookmarks. A closed paragraph becomes a line break. */
const MARKUP =
  /<\/?(p|br|div|li|b|strong|i|em|u|span|td|tr|ul|ol|sup|sub)\b[^<>]*>|\*\*|__(?=\S)|\[bookmark:[^\]]*\]|&nbsp;/giu;

function withoutMarkup(raw: string): { text: string; bold: boolean } {
  let bold = false;
  const text = raw
    .replace(MARKUP, (mark: string, tag: string | undefined) => {
      const name = tag?.toLowerCase();
      if (mark === '**' || name === 'b' || name === 'strong') bold = true;
      const breaks = name === 'br' || name === 'div' || name === 'li' || (name === 'p' && mark.startsWith('</'));
      return (breaks ? '\n' : ' ').padEnd(mark.length, ' ');
    })
    .replace(/[\u00a0\u2007\u202f\u200b\ufeff\u00ad]/gu, ' ')
    .replace(/\r/gu, ' ');
  return { text, bold };
}

import type { SourceBlock, SourceLine, SourceParagraph } from '@nastavnik/domain/source/source-document';
import { cellLines } from '../cell-lines.ts';
import type { Numbering } from '../list-counter.ts';
import type { Notes } from '../notes.ts';
import { trimLines } from '../plain-text.ts';
import { type DocRow, rowsOfDoc } from './doc-rows.ts';
import type { DocText } from './doc-text.ts';
import type { ParagraphProperties } from './properties.ts';

export type DocStory = {
  /** Blocks of the characters `from … to`; `after` may add what belongs behind a block that ends at a position. */
  blocks(from: number, to: number, after?: (from: number, to: number) => SourceBlock[]): SourceBlock[];
};

const CELL_MARK = '\u0007';

export function docStory(
  text: DocText,
  propertiesAt: (cp: number) => ParagraphProperties,
  numbering: Numbering,
  notes: Notes,
): DocStory {
  function paragraph(from: number, to: number, properties: ParagraphProperties): SourceParagraph | undefined {
    const read = text.read(from, to, properties.bold);
    const shown = trimLines(read.text);
    const marker = properties.list && numbering.next(properties.list, undefined);
    if (shown === '' && marker === undefined) return undefined;
    const heading = headingOf(properties);
    return {
      kind: 'paragraph',
      text: shown,
      ...(marker === undefined ? {} : { marker }),
      ...(heading === undefined ? {} : { heading }),
      ...(read.bold ? { bold: true } : {}),
      ...(properties.centered ? { centered: true } : {}),
    };
  }

  return {
    blocks(from, to, after = () => []) {
      const blocks: SourceBlock[] = [];
      let rows: DocRow[] = [];
      let tableFrom = from;
      let cells: SourceLine[][] = [];
      let lines: SourceLine[] = [];
      let innerCells: string[] = [];
      let inner: string[] = [];

      const endInnerRow = (): void => {
        const line = innerCells.join('\t').trim();
        if (line !== '') lines.push({ text: line });
        innerCells = [];
      };
      const endCell = (): void => {
        cells.push(lines);
        lines = [];
      };
      const endTable = (at: number): void => {
        if (lines.length > 0) endCell();
        if (cells.length > 0) rows.push({ cells, sprms: [] });
        if (rows.length > 0) blocks.push({ kind: 'table', rows: rowsOfDoc(rows) });
        blocks.push(...after(tableFrom, at));
        rows = [];
        cells = [];
      };

      for (const { start, end } of text.paragraphs(from, to)) {
        const properties = propertiesAt(end);
        const isTable = properties.depth > 0 || text.raw[end] === CELL_MARK;
        if (!isTable) {
          if (rows.length + cells.length + lines.length > 0) endTable(start);
          const block = paragraph(start, end, properties);
          if (block) blocks.push(block);
          blocks.push(...after(start, end + 1));
          tableFrom = end + 1;
        } else if (properties.rowEnd && properties.depth <= 1) {
          rows.push({ cells, sprms: properties.sprms });
          cells = [];
          lines = [];
        } else if (properties.depth > 1) {
          const block = properties.innerRowEnd ? undefined : paragraph(start, end, properties);
          if (block)
            inner.push(...cellLines([block]).map(({ text: line, marker }) => (marker ? `${marker} ${line}` : line)));
          if (properties.innerCellEnd || properties.innerRowEnd) {
            if (!properties.innerRowEnd) innerCells.push(inner.join(' '));
            inner = [];
          }
          if (properties.innerRowEnd) endInnerRow();
        } else {
          const block = paragraph(start, end, properties);
          if (block) lines.push(...cellLines([block]));
          if (text.raw[end] === CELL_MARK) endCell();
        }
      }
      if (innerCells.length > 0) {
        endInnerRow();
        notes.add('table-layout-simplified');
      }
      if (rows.length + cells.length + lines.length > 0) endTable(to);
      return blocks;
    },
  };
}

/** Styles 1–9 are the headings in every document; an outline level may be given by hand. */
function headingOf({ style, outline }: ParagraphProperties): number | undefined {
  if (outline !== undefined) return outline + 1;
  return style >= 1 && style <= 9 ? style : undefined;
}

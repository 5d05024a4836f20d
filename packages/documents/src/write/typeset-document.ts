import type { DocumentBlock, OfficialDocument, TableCell } from './official-document.ts';
import { typeset } from './typeset.ts';

/** The document with unbreakable spaces in all its words (see `typeset`): for writers that lay out lines. */
export function typesetDocument(document: OfficialDocument): OfficialDocument {
  return {
    ...document,
    organizations: document.organizations.map((one) => ({ ...one, text: typeset(one.text) })),
    stamps: document.stamps.map((stamp) => ({ ...stamp, lines: stamp.lines.map(typeset) })),
    title: document.title.map(typeset),
    blocks: document.blocks.map(typesetBlock),
    signatures: document.signatures.map(({ post, name }) => ({ post: typeset(post), name: name && typeset(name) })),
  };
}

function typesetBlock(block: DocumentBlock): DocumentBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: typeset(block.text) };
    case 'list':
      return { ...block, items: block.items.map(typeset) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, heading: typeset(column.heading) })),
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(typesetCell) })),
      };
  }
}

function typesetCell(cell: TableCell): TableCell {
  return { ...cell, lines: cell.lines.map(typeset) };
}

import type { SourceBlock, SourceLine } from '@nastavnik/domain/source/source-document';

/**
 * The lines of a cell out of the blocks that stand in it: a paragraph gives a line for each of its manual breaks (the
 * number belongs to the first), a nested table a line for each row with its cells joined by a tab. Empty lines go,
 * unless they carry an automatic number: the «№» column is often nothing else.
 */
export function cellLines(blocks: readonly SourceBlock[]): SourceLine[] {
  return blocks.flatMap((block): SourceLine[] => {
    if (block.kind === 'table') return block.rows.map(rowLine).filter((line) => line.text !== '');
    const [first = '', ...rest] = block.text.split('\n');
    const bold = block.bold ? { bold: true } : {};
    const lines: SourceLine[] = [];
    if (first !== '' || block.marker !== undefined) {
      lines.push({ text: first, ...(block.marker === undefined ? {} : { marker: block.marker }), ...bold });
    }
    for (const text of rest) if (text !== '') lines.push({ text, ...bold });
    return lines;
  });
}

export function rowLine(row: { readonly cells: readonly { readonly lines: readonly SourceLine[] }[] }): SourceLine {
  const text = row.cells.map((cell) => cell.lines.map(lineText).join(' ')).join('\t');
  return { text: text.trim() };
}

const lineText = (line: SourceLine): string => (line.marker === undefined ? line.text : `${line.marker} ${line.text}`);

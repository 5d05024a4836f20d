import type { DocumentTable, OfficialDocument } from './official-document.ts';

/**
 * The document as plain text, as schools paste it: the table with tab characters between cells and one line a row.
 * Lines of a cell follow one another in that line; covered places stay empty.
 */
export function drawText(document: OfficialDocument): string {
  const stamps = document.stamps.flatMap((stamp) => [...stamp.lines, '']);
  const lines = [
    ...document.organizations.map((one) => one.text),
    '',
    ...stamps,
    ...document.title,
    '',
    ...document.blocks.flatMap((block) => {
      switch (block.kind) {
        case 'heading':
          return ['', block.text, ''];
        case 'paragraph':
          return [block.text];
        case 'list':
          return block.items.map((item) => `- ${item}`);
        case 'table':
          return ['', ...tableLines(block), ''];
      }
    }),
    ...document.signatures.map(({ post, name }) => `${post} ______________ ${name ?? ''}`.trimEnd()),
    ...(document.mark ? ['', document.mark.label] : []),
  ];
  return `${lines.map((line) => line.replaceAll('\r', '')).join('\n')}\n`;
}

function tableLines(table: DocumentTable): string[] {
  const header = table.columns.map((column) => oneLine([column.heading])).join('\t');
  const rows = table.rows.map((row) =>
    table.columns
      .map((_, column) => oneLine(row.cells.find((cell) => cell.column === column)?.lines ?? []))
      .join('\t')
      .trimEnd(),
  );
  return [header, ...rows];
}

function oneLine(lines: readonly string[]): string {
  return lines.join(' ').replace(/\s+/gu, ' ');
}

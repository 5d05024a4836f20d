import type { SourceCell, SourceRow } from '@nastavnik/domain/source/source-document';

/** «№» stands so near to the next column that no empty strip parts the two: numbers under «№ Этап» get their own column again. */
export function withNumberColumn(rows: readonly SourceRow[]): readonly SourceRow[] {
  const [head, ...rest] = rows;
  const isHead = HEAD.test(firstText(head));
  const filled = rest.filter((row) => firstText(row) !== '');
  const numbered = filled.filter((row) => NUMBER.test(firstText(row)));
  if (!isHead || numbered.length < 2 || numbered.length < filled.length * 0.6) return rows;
  return rows.map((row, at) => {
    const [cell, ...others] = row.cells;
    if (!cell) return row;
    const mark = (at === 0 ? HEAD : NUMBER).exec(firstText(row))?.[0] ?? '';
    const [line, ...lines] = cell.lines;
    const text = line?.text.slice(mark.length) ?? '';
    const own = (column: number, made: SourceCell['lines']): SourceCell => ({ ...cell, column, lines: made });
    return {
      ...row,
      cells: [
        own(0, mark === '' ? [] : [{ text: mark.trim() }]),
        own(1, line ? [...(text === '' ? [] : [{ ...line, text }]), ...lines] : []),
        ...others.map((other) => ({ ...other, column: other.column + 1 })),
      ],
    };
  });
}

const firstText = (row: SourceRow | undefined): string => row?.cells[0]?.lines[0]?.text ?? '';

const HEAD = /^№(?: ?п[/.\\]?п\.?)?\s+(?!п[/.\\]?п)(?=\p{L})/u;
const NUMBER = /^\d{1,2}(?:\.\d{1,2}){0,2}[.)]?(?:\s+(?=\S)|$)/;

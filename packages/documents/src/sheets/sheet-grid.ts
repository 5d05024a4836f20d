/** A row of a sheet that holds something, with its number as people see it, from 1, and its cells from column A on. */
export type GridRow = { readonly number: number; readonly cells: readonly string[]; readonly hidden: boolean };

export type SheetGrid = { readonly name: string; readonly rows: readonly GridRow[] };

/** A table as it was sent. `separator` and `encoding` are those of a text file. */
export type ReadSheets = {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly SheetGrid[];
  readonly separator?: ';' | ',' | '\t';
  readonly encoding?: string;
};

/** «B5» for column 1 (from 0) of row 5 (from 1). */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

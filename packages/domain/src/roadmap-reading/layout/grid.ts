import type { SourcePlace } from '../../source/source-document.ts';
import type { Span } from '../text/span.ts';

/** One cell of a table, however the source drew it. */
export type GridCell = {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly lines: readonly Span[];
};
export type GridRow = { readonly cells: readonly GridCell[]; readonly place: SourcePlace };

/** The document as a sequence of running lines and tables. */
export type LayoutBlock =
  | { readonly kind: 'lines'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'rows';
      readonly rows: readonly GridRow[];
      /** True where cells were put together from loose text: their borders are a guess. */
      readonly recovered: boolean;
      /** True where every row is known to be whole: none goes on with the one above. */
      readonly firm?: boolean;
      /** Pieces between the cells that are layout only: numbers dumped apart from their rows. */
      readonly marks?: readonly (readonly Span[])[];
    };

export function gridCell(column: number, lines: readonly Span[], columnSpan = 1): GridCell {
  return { column, columnSpan, rowSpan: 1, lines };
}

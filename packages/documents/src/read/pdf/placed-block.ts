import type { SourceBlock, SourceCell } from '@nastavnik/domain/source/source-document';
import type { VisualLine } from './text-lines.ts';

/** A block with what is needed to recognise it on the next page. */
export type PlacedBlock = {
  readonly block: SourceBlock;
  readonly top: number;
  readonly bottom: number;
  /** The x of the rulings of a table. */
  readonly columns?: readonly number[];
  /** How the text stands in the cells of a ruled table. */
  readonly drawn?: ReadonlyMap<SourceCell, DrawnCell>;
  /** The edge of the sheet cuts the last row: nothing is ruled below it. */
  readonly isOpenBelow?: boolean;
};

/** The first and the last line of a cell, the room its lines had, and how much room is left under the last one, in points. */
export type DrawnCell = {
  readonly first: VisualLine | undefined;
  readonly last: VisualLine | undefined;
  readonly room: { readonly left: number; readonly right: number };
  readonly below: number;
};

import type { SourceBlock } from '@nastavnik/domain/source/source-document';

/** A block with what is needed to recognise it on the next page. */
export type PlacedBlock = {
  readonly block: SourceBlock;
  readonly top: number;
  readonly bottom: number;
  /** The x of the rulings of a table. */
  readonly columns?: readonly number[];
};

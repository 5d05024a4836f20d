import type { HomelessReason } from '@nastavnik/documents/consents/group-pages';
import type { ScanRefusalCode } from '@nastavnik/documents/consents/scan-refusal';

/** What goes into the process: a pile to look through, pages (from 0) to cut out of it, or one to draw. */
export type SplittingTask =
  | { readonly kind: 'look'; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly bytes: Uint8Array; readonly pieces: readonly (readonly number[])[] }
  | { readonly kind: 'draw'; readonly bytes: Uint8Array; readonly page: number };

/** A page as its own codes and its neighbours place it. */
export type PlacedPage = {
  /** Of a document of ours, whosever: another school's as well. */
  readonly documentId: string | null;
  readonly by: 'code' | 'neighbour' | null;
  readonly reason: HomelessReason | null;
};

/** What comes back: a number after each page, then the end. */
export type SplittingAnswer =
  | { readonly looked: number }
  | { readonly pages: readonly PlacedPage[] }
  | { readonly pieces: readonly Uint8Array[] }
  | { readonly picture: Uint8Array }
  | { readonly refusal: ScanRefusalCode };

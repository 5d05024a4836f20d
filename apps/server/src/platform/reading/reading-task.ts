import type { ReadingRefusalCode, ReadingRefusalDetails } from '@nastavnik/documents/read/refusal';
import type { SourceDocument } from '@nastavnik/domain/source/source-document';

/** What goes into the worker, and what comes back. */
export type ReadingTask = { readonly bytes: Uint8Array; readonly name: string };
export type ReadingAnswer =
  | { readonly document: SourceDocument }
  | { readonly refusal: { readonly code: ReadingRefusalCode; readonly details: ReadingRefusalDetails } };

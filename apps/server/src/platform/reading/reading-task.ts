import type { Pasted } from '@nastavnik/documents/read/read-pasted';
import type { ReadingRefusalCode, ReadingRefusalDetails } from '@nastavnik/documents/read/refusal';
import type { SourceDocument } from '@nastavnik/domain/source/source-document';

/** What goes into the worker: a file, or what the clipboard held. */
export type ReadingTask = { readonly bytes: Uint8Array; readonly name: string } | { readonly pasted: Pasted };

/** What comes back. */
export type ReadingAnswer =
  | { readonly document: SourceDocument }
  | { readonly refusal: { readonly code: ReadingRefusalCode; readonly details: ReadingRefusalDetails } };

import type { Pasted } from '@nastavnik/documents/read/read-pasted';
import type { ReadingRefusalCode, ReadingRefusalDetails } from '@nastavnik/documents/read/refusal';
import type { ReadSheets } from '@nastavnik/documents/sheets/sheet-grid';
import type { CarriedEdits } from '@nastavnik/domain/roadmap-reading/edits/carry-edits';
import type { Correction } from '@nastavnik/domain/roadmap-reading/edits/draft-corrections';
import type { ReadingAgain } from '@nastavnik/domain/roadmap-reading/edits/read-again';
import type { ReadOptions } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { SourceDocument } from '@nastavnik/domain/source/source-document';
import type { ListToTry, TriedList } from './try-list.ts';

/** What the worker can be asked for, by what goes in and what comes out. */
export type ReadingTasks = {
  file: { given: { readonly bytes: Uint8Array; readonly name: string }; found: SourceDocument };
  pasted: { given: Pasted; found: SourceDocument };
  /** A file, and the plan in it. */
  roadmap: {
    given: { readonly bytes: Uint8Array; readonly name: string; readonly options: ReadOptions };
    found: { readonly source: SourceDocument; readonly draft: RoadmapDraft };
  };
  /** The plan in a file that is known already, in another manner. */
  again: { given: ReadingAgain; found: CarriedEdits };
  /** In what a person has corrected the reading. */
  corrections: { given: Omit<ReadingAgain, 'now'>; found: Correction[] };
  /** A table of people. */
  sheets: { given: { readonly bytes: Uint8Array; readonly name: string }; found: ReadSheets };
  /** Its rows, tried against what is known. */
  list: { given: ListToTry; found: TriedList };
};
export type ReadingKind = keyof ReadingTasks;

export type ReadingTask<Kind extends ReadingKind = ReadingKind> = {
  [K in Kind]: { readonly kind: K; readonly given: ReadingTasks[K]['given'] };
}[Kind];

/** What comes back. */
export type ReadingAnswer<Kind extends ReadingKind = ReadingKind> =
  | { readonly found: ReadingTasks[Kind]['found'] }
  | { readonly refusal: { readonly code: ReadingRefusalCode; readonly details: ReadingRefusalDetails } };

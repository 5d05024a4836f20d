import type { SourceNote, SourcePlace } from '@nastavnik/domain/source/source-document';

/** What a reader decided or left out, in its own words; the web and the command line word them for people. */
export type NoteCode =
  | 'tracked-insertions-accepted'
  | 'tracked-deletions-dropped'
  | 'comments-left-out'
  | 'hidden-text-left-out'
  | 'hidden-rows-kept'
  | 'hidden-columns-kept'
  | 'hidden-sheet-left-out'
  | 'pictures-left-out'
  | 'macros-ignored'
  | 'embedded-objects-ignored'
  | 'external-links-ignored'
  | 'scripts-ignored'
  | 'covered-cell-text-kept'
  | 'repeated-header-moved'
  | 'page-number-moved'
  | 'broken-words-joined'
  | 'columns-guessed'
  | 'pages-without-text'
  | 'encoding-guessed'
  | 'characters-unreadable'
  | 'table-layout-simplified';

/** Collects notes; one without a place is kept once. */
export class Notes {
  readonly list: SourceNote[] = [];
  readonly #seen = new Set<NoteCode>();

  add(code: NoteCode, place?: SourcePlace): void {
    if (place) {
      this.list.push({ code, place });
    } else if (!this.#seen.has(code)) {
      this.#seen.add(code);
      this.list.push({ code });
    }
  }
}

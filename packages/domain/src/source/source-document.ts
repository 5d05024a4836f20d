/**
 * What every reader of files makes: one neutral form of a document, with the place of each piece of text.
 * Readers (`packages/documents`) produce it, the reading rules (`roadmap-reading`) consume it, the web shows it.
 */
export type SourceFormat = 'docx' | 'doc' | 'pdf' | 'xlsx' | 'odt' | 'html' | 'text';

export type SourceDocument = {
  readonly format: SourceFormat;
  readonly blocks: readonly SourceBlock[];
  /** What the reader had to decide or leave out: tracked changes taken as accepted, pictures skipped. Codes, worded elsewhere. */
  readonly notes: readonly SourceNote[];
};

export type SourceNote = { readonly code: string; readonly place?: SourcePlace };

/** Where a piece of text stood. `block` counts from 0 through the document; `row` and `cell` count inside a table. */
export type SourcePlace = {
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
  /** Line inside the cell or paragraph, from 0. */
  readonly line?: number;
  /** Page (PDF) or sheet (XLSX), from 1, for people. */
  readonly page?: number;
};

export type SourceBlock = SourceParagraph | SourceTable;

/**
 * A paragraph as a person sees it. In `text` files every line is a paragraph, tab characters are kept and an empty
 * line is a paragraph with an empty text: whether tabs mean a table is a rule of reading, not of the format.
 */
export type SourceParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly page?: number;
  /** The visible automatic number or bullet («1.», «–»), not part of `text`. */
  readonly marker?: string;
  /** 1 is the title; undefined is body text. */
  readonly heading?: number;
  readonly bold?: boolean;
  readonly centered?: boolean;
  /** Where the text came from when it stood outside the body: a text box, a footnote, a running head. */
  readonly aside?: 'textbox' | 'footnote' | 'header' | 'footer';
};

export type SourceTable = {
  readonly kind: 'table';
  readonly rows: readonly SourceRow[];
  readonly page?: number;
  /** Name of the sheet in a workbook. */
  readonly sheet?: string;
};

export type SourceRow = { readonly cells: readonly SourceCell[]; readonly page?: number };

/** A cell covers the columns `column … column + columnSpan - 1` (from 0) and `rowSpan` rows; covered places have no cell of their own. */
export type SourceCell = {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** The paragraphs of the cell in reading order; nested tables are laid out as lines, cells joined by a tab. */
  readonly lines: readonly SourceLine[];
};

export type SourceLine = { readonly text: string; readonly marker?: string; readonly bold?: boolean };

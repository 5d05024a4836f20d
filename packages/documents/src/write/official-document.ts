/**
 * A document as it is drawn, before it is Word, PDF, a sheet, a page or plain text: plain words and where they stand.
 * Every writer of this folder draws this value; the forms of single documents (`../roadmap`) compose it.
 */
export type OfficialDocument = {
  /** The name in the file's properties and in the window's caption; no personal data. */
  readonly name: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Names of the organisation, the body above it first; each may stand in several languages. */
  readonly organizations: readonly OrganizationName[];
  readonly stamps: readonly Stamp[];
  /** The kind of document and the heading to the text, a line each. */
  readonly title: readonly string[];
  readonly blocks: readonly DocumentBlock[];
  readonly signatures: readonly Signature[];
  /** Requisite 31 of ГОСТ Р 7.0.97-2025: the mark of the document in the system. Holds no personal data. */
  readonly mark: DocumentMark | null;
};

/** `language` is a BCP 47 tag: `ru`, `kv` (Komi), `tt`. */
export type OrganizationName = { readonly text: string; readonly language: string };

/** The first line is the word of the stamp («УТВЕРЖДАЮ»); `side` is the column at the head of the first page. */
export type Stamp = { readonly side: 'left' | 'right'; readonly lines: readonly string[] };

export type DocumentBlock = DocumentHeading | DocumentParagraph | DocumentList | DocumentTable;

export type DocumentHeading = { readonly kind: 'heading'; readonly text: string };
export type DocumentParagraph = { readonly kind: 'paragraph'; readonly text: string };
export type DocumentList = { readonly kind: 'list'; readonly items: readonly string[] };

export type DocumentTable = {
  readonly kind: 'table';
  /** Said to those who cannot see the table. */
  readonly summary: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
};

export type TableColumn = {
  readonly heading: string;
  /** Share of the width, in millimetres of an unhurried layout; writers scale it to the page. */
  readonly width: number;
  readonly align: 'left' | 'center';
};

export type TableRow = {
  /** `group`: a row that heads the rows after it and must not stay alone at the foot of a page. */
  readonly kind: 'group' | 'plain';
  /** In the order of columns; a place covered by a cell from above has no cell of its own. */
  readonly cells: readonly TableCell[];
};

export type TableCell = {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly lines: readonly string[];
  readonly bold: boolean;
};

export type Signature = { readonly post: string; readonly name: string | null };

/** `label` is read by people; `link` is what the square code holds. */
export type DocumentMark = { readonly label: string; readonly link: string };

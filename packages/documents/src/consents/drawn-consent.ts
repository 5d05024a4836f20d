/**
 * A consent as it is drawn, before it is PDF, Word or a page: the same parts in the same order for all three. Richer
 * than an official letter: fields to fill in by hand, lines to tick, a matrix, places to sign.
 */
export type DrawnConsent = {
  /** In the file's properties and in the window's caption; no personal data. */
  readonly name: string;
  readonly registerLine: string | null;
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly ConsentPart[];
  readonly places: readonly SigningPlace[];
  /** `label` is read by people; `link` is what the square code holds. */
  readonly mark: { readonly label: string; readonly link: string };
};

export type ConsentPart = HeadingPart | ParagraphPart | ListPart | FieldsPart | TicksPart | MatrixPart;

export type HeadingPart = { readonly kind: 'heading'; readonly text: string };
export type ParagraphPart = { readonly kind: 'paragraph'; readonly text: string };
export type ListPart = { readonly kind: 'list'; readonly items: readonly string[] };
/** A value that is null is a line to fill in by hand. */
export type FieldsPart = {
  readonly kind: 'fields';
  readonly rows: readonly { readonly label: string; readonly value: string | null }[];
};
export type TicksPart = {
  readonly kind: 'ticks';
  readonly lines: readonly { readonly text: string; readonly ticked: boolean }[];
};
/** Rows are items of data, columns are places; `conditions` of a row stand beneath it, null is a line. */
export type MatrixPart = {
  readonly kind: 'matrix';
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly text: string;
    readonly ticked: readonly boolean[];
    readonly conditions: string | null;
  }[];
};

export type SigningPlace = {
  readonly who: string;
  readonly fullName: string;
  /** The words of the two boxes; RULE-10 wants the «нет» as visible as the «да». */
  readonly choice: { readonly yes: string; readonly no: string };
  /** The mark of the electronic signature (requisite 23); null: a line for the hand and a day to write. */
  readonly signed: string | null;
};

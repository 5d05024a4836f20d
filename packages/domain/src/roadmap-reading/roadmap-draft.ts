import type { DateSpan, PlainDate } from '../calendar/plain-date.ts';
import type { DeadlineReading } from '../deadlines/deadline-reading.ts';
import type { SourcePlace } from '../source/source-document.ts';

/** A roadmap as it was understood from a source document, before a person has confirmed it. Shown and sent as this JSON. */
export type RoadmapDraft = {
  readonly title: string;
  readonly organizations: readonly { readonly name: string; readonly language: string }[];
  readonly period: DateSpan | null;
  readonly approvals: readonly DraftApproval[];
  readonly sections: readonly DraftSection[];
  /** Meaning of each column of the table, in its order; `unknown` where nothing was recognised. */
  readonly columns: readonly ColumnMeaning[];
  readonly stages: readonly DraftStage[];
  readonly unrecognized: readonly { readonly text: string; readonly source: SourcePlace }[];
  readonly remarks: readonly DraftRemark[];
  /** Pieces that carry no content but were understood: heads of tables, column numbers, marks, repeated titles. */
  readonly layout?: readonly { readonly text: string; readonly role: LayoutRole; readonly source: SourcePlace }[];
};

export type LayoutRole = 'head' | 'layout' | 'repeated';

export type ColumnMeaning =
  | 'number'
  | 'stage'
  | 'measure'
  | 'content'
  | 'deadline'
  | 'responsible'
  | 'result'
  | 'note'
  | 'audience'
  | 'unknown';

export type DraftApproval = {
  readonly kind: 'approved' | 'agreed' | 'adopted';
  readonly person: string | null;
  readonly post: string | null;
  /** The body that agreed or adopted: «педагогический совет». */
  readonly body: string | null;
  readonly date: PlainDate | null;
  readonly document: {
    readonly kind: 'order' | 'minutes';
    readonly number: string | null;
    readonly date: PlainDate | null;
  } | null;
  /** The stamp as it stands in the source. */
  readonly text?: string;
  readonly source: SourcePlace;
};

export type DraftSection = {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly source: SourcePlace;
};

export type DraftStage = {
  readonly number: string | null;
  readonly title: string;
  /** Tasks or remarks that stand under the stage's title (seed 002, «Задача этапа»). */
  readonly notes: readonly string[];
  readonly activities: readonly DraftActivity[];
  readonly source: SourcePlace;
};

/** The smallest unit that is carried out and ticked off by itself. */
export type DraftActivity = {
  readonly number: string | null;
  readonly title: string;
  /** The named group the activity stands in (seed 004's third column). */
  readonly measure: string | null;
  /** Sub-points that are done together with the activity. */
  readonly items: readonly string[];
  readonly deadline: DeadlineReading | null;
  readonly responsible: Responsible | null;
  readonly result: PlannedResult | null;
  /** The condition under which the activity wakes: «при наличии наставляемых». */
  readonly condition: string | null;
  /** Cells of columns that have no field of their own: notes, classes, unknown columns. */
  readonly notes?: readonly string[];
  readonly source: SourcePlace;
};

export type Responsible = { readonly text: string; readonly parties: readonly Party[] };

/** Somebody named as responsible. `name` is the person, body or organisation; for a bare post `name` is null. */
export type Party = {
  readonly kind: 'person' | 'post' | 'body' | 'organization';
  readonly name: string | null;
  readonly post: string | null;
};

export type PlannedResult = {
  readonly text: string;
  readonly documents: readonly { readonly kind: ResultKind; readonly text: string }[];
  readonly target: Target | null;
};

export type ResultKind =
  | 'plan'
  | 'order'
  | 'agreement'
  | 'register'
  | 'regulation'
  | 'report'
  | 'publication'
  | 'survey'
  | 'training'
  | 'event'
  | 'metric'
  | 'other';

/** A number that the result must reach: ≥ 90 %. `value` is in `unit`. */
export type Target = {
  readonly comparison: 'atLeast' | 'atMost' | 'equal';
  readonly value: number;
  readonly unit: 'percent' | 'count' | null;
};

/** What a careful colleague would say. The wording per code lives with the screens; `text` quotes the source. */
export type DraftRemark = {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly text: string;
  readonly source: SourcePlace | null;
  /** A one-click mend where there is one: set this field of the draft to this value. */
  readonly mend?: { readonly path: readonly (string | number)[]; readonly value: unknown };
};

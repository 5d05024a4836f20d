import type { DateSpan, PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { Party } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { DocumentMark, OrganizationName, Signature } from '../write/official-document.ts';
import type { Adoption, Agreement, Approval, WordGender } from '../write/stamps.ts';
import type { Typeface } from '../write/typefaces.ts';

/**
 * Everything a printed roadmap shows (DOC-09), gathered by the server and drawn here: no question is left open, no date
 * is taken from a clock. Texts are the school's own words.
 */
export type RoadmapPrint = {
  /** The body above the school first, then the school; each in every language it has. */
  readonly organizations: readonly OrganizationName[];
  /** «Дорожная карта (план мероприятий)». */
  readonly kind: string;
  readonly kindGender: WordGender;
  /** The heading to the text, a line each: of what, where, for which period. */
  readonly titleLines: readonly string[];
  readonly period: DateSpan | null;
  readonly approved: Approval | null;
  readonly agreed: readonly Agreement[];
  readonly adopted: readonly Adoption[];
  /** Goal, tasks, forms, expected results: whatever stands before the table. */
  readonly sections: readonly PrintSection[];
  /** The school's own columns in its own order and words. */
  readonly columns: readonly PrintColumn[];
  /** `rows`: each stage heads its activities in a row of its own; `column`: the stage stands beside them in a merged cell. */
  readonly stageLayout: 'rows' | 'column';
  readonly stages: readonly PrintStage[];
  readonly signature: Signature | null;
  readonly mark: DocumentMark | null;
  readonly typeface: Typeface;
  /** The report of execution: what is done of what was due by the day. Null in the plan itself. */
  readonly execution: PrintExecution | null;
};

export type PrintSection = {
  readonly heading: string;
  readonly paragraphs: readonly string[];
};

export type PrintColumn = { readonly meaning: PrintMeaning; readonly heading: string };

/** `stageNumber` is the number column that counts stages (seed 000); `number` counts activities (seed 001). */
export type PrintMeaning =
  | 'stageNumber'
  | 'number'
  | 'stage'
  | 'measure'
  | 'content'
  | 'deadline'
  | 'responsible'
  | 'result'
  | 'audience'
  | 'note'
  | 'status'
  | 'doneOn';

export type PrintStage = {
  readonly number: string | null;
  /** Empty in a plan without stages. */
  readonly title: string;
  readonly notes: readonly string[];
  readonly activities: readonly PrintActivity[];
  /** Done and due of this stage, in the report of execution. */
  readonly execution: Fraction | null;
};

export type PrintActivity = {
  readonly number: string | null;
  readonly title: string;
  readonly measure: string | null;
  readonly items: readonly string[];
  readonly deadline: string | null;
  readonly responsible: PrintResponsible | null;
  readonly result: string | null;
  readonly audience: string | null;
  readonly note: string | null;
  readonly condition: string | null;
  /** The state in words: «выполнено», «просрочено». */
  readonly status: string | null;
  readonly doneOn: PlainDate | null;
};

/** `parties` are needed by the public variant only: who is meant by the text, and who manages the school. */
export type PrintResponsible = {
  readonly text: string;
  readonly parties: readonly (Party & { readonly manages: boolean })[];
};

/** IND-01: `numerator` of `denominator` items. */
export type Fraction = { readonly numerator: number; readonly denominator: number };

export type PrintExecution = Fraction & { readonly asOf: PlainDate };

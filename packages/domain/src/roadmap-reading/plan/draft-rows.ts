import type { SourcePlace } from '../../source/source-document.ts';
import type { Span } from '../text/span.ts';

/** A row of the plan on its way to activities. Lists of spans grow where a page break has cut the row. */
export type PlanUnit = {
  readonly place: SourcePlace;
  number: Span[];
  measure: Span[];
  content: Span[];
  /** Spans of the deadline: the cell, or the heads of the marked columns. */
  deadline: Span[];
  /** The deadlines of marked columns whose heads are only numbers: «сентябрь» for a mark under «IX». */
  marked?: string[];
  /** The cells of the deadline are the first and the last day of one term. */
  isTerm?: boolean;
  responsible: Span[];
  result: Span[];
  /** Cells of other columns, each by itself: notes, classes, what the column's head did not tell. */
  others: Span[][];
  /** Set where recognition put several rows into one; the cells stand in the order they were found. */
  readonly scrambled: readonly (readonly Span[])[] | null;
};

export type PlanStage = {
  readonly place: SourcePlace;
  number: Span[];
  title: Span[];
  notes: Span[][];
  units: PlanUnit[];
};

/** What the table says, before activities are told apart. `layout` are pieces that carry no content: repeated heads, column numbers, marks. */
export type PlanOutline = { stages: PlanStage[]; layout: Span[][]; repeated: Span[][] };

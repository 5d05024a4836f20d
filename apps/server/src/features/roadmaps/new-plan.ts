import type { DateSpan, PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DeadlineReading } from '@nastavnik/domain/deadlines/deadline-reading';
import type { ColumnMeaning, Party, PlannedResult } from '@nastavnik/domain/roadmap-reading/roadmap-draft';

/** A plan before it is stored, wherever it comes from: a template, last year's plan, an imported document. */
export type NewPlan = {
  readonly title: string;
  readonly organizations: readonly { readonly name: string; readonly language: string }[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly columns: readonly ColumnMeaning[];
  readonly stages: readonly NewStage[];
  readonly approvals: readonly NewApproval[];
};

export type NewStage = {
  readonly number: string | null;
  readonly title: string;
  readonly notes: readonly string[];
  readonly items: readonly NewItem[];
};

export type NewItem = {
  /** Given when it is the same item as in an earlier edition. */
  readonly lineageId?: string | undefined;
  readonly number: string | null;
  readonly title: string;
  readonly measure: string | null;
  readonly points: readonly string[];
  readonly activityKind: string | null;
  readonly deadlineText: string | null;
  readonly deadline: DeadlineReading | null;
  readonly responsibleText: string | null;
  readonly parties: readonly NewParty[];
  readonly resultText: string | null;
  readonly result: PlannedResult | null;
  readonly condition: string | null;
  readonly changed: 'added' | 'changed' | 'moved' | null;
};

export type NewParty = Party & { readonly personId?: string | null; readonly bodyId?: string | null };

export type NewApproval = {
  readonly kind: 'approved' | 'agreed' | 'adopted';
  readonly body: string | null;
  readonly person: string | null;
  readonly post: string | null;
  readonly date: PlainDate | null;
  readonly document: {
    readonly kind: 'order' | 'minutes';
    readonly number: string | null;
    readonly date: PlainDate | null;
  } | null;
};

/** Where a new plan is put among the roadmaps of its organisation. */
export type NewRoadmap = {
  readonly cycle: DateSpan & { readonly id: string };
  readonly lineageId?: string;
  readonly edition?: number;
  readonly amends?: string | null;
  readonly amendmentReason?: string | null;
  readonly importId?: string | null;
};

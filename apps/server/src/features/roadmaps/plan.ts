import type { DateSpan, PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DeadlineReading } from '@nastavnik/domain/deadlines/deadline-reading';
import type { ColumnMeaning, Party, PlannedResult } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { OccurrenceKind } from '@nastavnik/domain/roadmaps/item-commands';
import type { Directory } from '@nastavnik/domain/roadmaps/resolve-parties';
import type { ItemState, RoadmapState } from '@nastavnik/domain/roadmaps/roadmap-states';

/** A roadmap with all that hangs on it, as stored; what a caller may see of it is decided in the views. */
export type Plan = {
  readonly roadmap: PlanHead;
  readonly cycle: DateSpan & { readonly id: string; readonly title: string };
  readonly settings: PlanSettings;
  readonly stages: readonly PlanStage[];
  readonly items: readonly PlanItem[];
  readonly approvals: readonly PlanApproval[];
  readonly directory: Directory;
};

export type PlanSettings = {
  readonly soonDays: number;
  readonly outerRequired: boolean;
  readonly authorityName: string | null;
  readonly authorityTenantId: string | null;
  readonly orderInStamp: boolean;
};

export type PlanHead = {
  readonly id: string;
  readonly lineageId: string;
  readonly edition: number;
  readonly title: string;
  readonly state: RoadmapState;
  readonly amends: string | null;
  readonly supersededBy: string | null;
  readonly amendmentReason: string | null;
  readonly returnComment: string | null;
  readonly organizations: readonly { readonly name: string; readonly language: string }[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly columns: readonly ColumnMeaning[];
  readonly importId: string | null;
  readonly version: number;
  readonly request: 'notAsked' | 'asked' | 'agreed' | 'returned';
};

export type PlanStage = {
  readonly id: string;
  readonly position: number;
  readonly number: string | null;
  readonly title: string;
  readonly notes: readonly string[];
};

export type PlanItem = {
  readonly id: string;
  readonly stageId: string;
  readonly lineageId: string;
  readonly position: number;
  readonly number: string | null;
  readonly title: string;
  readonly measure: string | null;
  readonly points: readonly string[];
  readonly activityKind: string | null;
  readonly deadlineText: string | null;
  readonly deadline: DeadlineReading | null;
  readonly responsibleText: string | null;
  readonly resultText: string | null;
  readonly result: PlannedResult | null;
  readonly condition: string | null;
  readonly awake: boolean;
  readonly stateReason: string | null;
  readonly changed: 'added' | 'changed' | 'moved' | null;
  readonly version: number;
  readonly parties: readonly PlanParty[];
  readonly occurrences: readonly PlanOccurrence[];
};

export type PlanParty = Party & { readonly personId: string | null; readonly bodyId: string | null };

export type PlanOccurrence = {
  readonly id: string;
  readonly key: string;
  readonly kind: OccurrenceKind;
  readonly start: PlainDate | null;
  readonly due: PlainDate | null;
  readonly originalDue: PlainDate | null;
  readonly state: ItemState;
  readonly stateReason: string | null;
  readonly doneOn: PlainDate | null;
  readonly note: string | null;
  readonly reportedBy: string | null;
  readonly confirmedBy: string | null;
  readonly evidence: readonly PlanEvidence[];
};

export type PlanEvidence = {
  readonly id: string;
  readonly kind: 'file' | 'link' | 'document';
  readonly title: string;
  readonly url: string | null;
  readonly fileId: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
  readonly addedBy: string;
  readonly addedAt: Date;
};

export type PlanApproval = {
  readonly id: string;
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
  readonly decision: string | null;
  readonly authority: string | null;
  readonly fileId: string | null;
  readonly imported: boolean;
  readonly recordedBy: string | null;
  readonly recordedAt: Date | null;
};

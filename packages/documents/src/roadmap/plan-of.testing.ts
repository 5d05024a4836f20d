import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { deadlineContext } from '@nastavnik/domain/deadlines/deadline';
import type { DeadlineReading } from '@nastavnik/domain/deadlines/deadline-reading';
import { readDeadline } from '@nastavnik/domain/deadlines/read-deadline';
import type { RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import type { RoadmapPrint } from './roadmap-print.ts';

/** What a plan says, without how it stands on paper: both a printed roadmap and one that was read can be told so. */
export type PlanTold = {
  readonly title: string;
  readonly organizations: readonly string[];
  readonly period: DateSpan | null;
  readonly approvals: readonly string[];
  readonly sections: readonly string[];
  readonly stages: readonly {
    readonly number: string | null;
    readonly title: string;
    readonly activities: readonly ActivityTold[];
  }[];
};

type ActivityTold = {
  readonly number: string | null;
  readonly title: string;
  readonly measure: string | null;
  readonly items: readonly string[];
  readonly deadline: string | null;
  readonly responsible: string | null;
  readonly result: string | null;
  readonly condition: string | null;
  /** Columns without a field of their own: classes, notes. */
  readonly notes: readonly string[];
  /** When it is due in the plan's period. */
  readonly due: unknown;
};

export function printedPlan(print: RoadmapPrint): PlanTold {
  const { approved } = print;
  const context = print.period && deadlineContext(print.period);
  // The stamp by order names no person, the stamp by signature no order: what is not on paper cannot be read.
  const approval = approved && {
    kind: 'approved',
    person: approved.style === 'order' ? null : approved.person,
    date: approved.style === 'signature' ? approved.date : null,
    document: approved.style === 'signature' ? null : approved.order,
  };
  const all = [
    ...print.adopted.map(({ minutes }) => ({ kind: 'adopted', person: null, date: null, document: minutes })),
    ...print.agreed.map(({ person, date, minutes }) => ({
      kind: 'agreed',
      person,
      date: minutes ? null : date,
      document: minutes,
    })),
    ...(approval ? [approval] : []),
  ];
  return {
    title: plain([print.kind, ...print.titleLines].join(' ')),
    organizations: print.organizations.map((one) => plain(one.text)),
    period: print.period,
    approvals: all.map(approvalTold).toSorted(),
    sections: print.sections.map(({ heading, paragraphs }) =>
      plain([heading, ...paragraphs.map(withoutMark)].join(' ')),
    ),
    stages: print.stages.map((stage) => ({
      number: stage.number,
      title: plain(stage.title),
      activities: stage.activities.map((activity) => ({
        number: activity.number,
        title: sentence(activity.title),
        measure: activity.measure && plain(activity.measure),
        items: activity.items.map(sentence),
        deadline: activity.deadline && plain(activity.deadline),
        responsible: activity.responsible && plain(activity.responsible.text),
        result: activity.result && plain(activity.result),
        condition: activity.condition,
        notes: [activity.audience, activity.note].filter((text) => text !== null).toSorted(),
        due: activity.deadline === null || context === null ? null : meaning(readDeadline(activity.deadline, context)),
      })),
    })),
  };
}

export function readPlan(draft: RoadmapDraft): PlanTold {
  return {
    title: plain(draft.title),
    organizations: draft.organizations.map((one) => plain(one.name)),
    period: draft.period && { start: draft.period.start, end: draft.period.end },
    approvals: draft.approvals.map(approvalTold).toSorted(),
    sections: draft.sections.map(({ heading, paragraphs }) =>
      plain([heading, ...paragraphs.map(withoutMark)].join(' ')),
    ),
    stages: draft.stages.map((stage) => ({
      number: stage.number,
      title: plain(stage.title),
      activities: stage.activities.map((activity) => ({
        number: activity.number,
        title: sentence(activity.title),
        measure: activity.measure && plain(activity.measure),
        items: activity.items.map(sentence),
        deadline: activity.deadline && plain(activity.deadline.text),
        responsible: activity.responsible && plain(activity.responsible.text),
        result: activity.result && plain(activity.result.text),
        condition: activity.condition,
        notes: (activity.notes ?? []).map(plain).toSorted(),
        due: activity.deadline && meaning(activity.deadline),
      })),
    })),
  };
}

function meaning({ windows, recurrence, continuous, onDemand, external }: DeadlineReading) {
  return { windows, rrule: recurrence?.rrule ?? null, continuous, onDemand, external };
}

type Told = Pick<RoadmapDraft['approvals'][number], 'person' | 'date'> & {
  readonly kind: string;
  readonly document: { readonly number: string | null; readonly date: string | null } | null;
};

/** «approved by Н.В. Озерова on 2025-09-05, № 114-од of 2025-09-05»; the day of an order stands for the day of the stamp. */
function approvalTold({ kind, person, date, document }: Told): string {
  const day = document ? document.date : date;
  return `${kind}: ${person ?? '–'}, ${day ?? '–'}${document ? `, № ${document.number}` : ''}`;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Without the mark of a list before it and the stop after it, which are typography and not the plan. */
function sentence(text: string): string {
  return withoutMark(plain(text)).replace(/[.;:]$/u, '');
}

function withoutMark(text: string): string {
  return text.replace(/^[-–—•]\s*/u, '');
}

import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import type { DeadlineReading } from '@nastavnik/domain/deadlines/deadline-reading';
import type { DraftActivity, RoadmapDraft } from '@nastavnik/domain/roadmap-reading/roadmap-draft';
import { type NewItem, type NewPlan, readingsIn } from '../roadmaps/door.ts';

/** The draft as the plan it becomes. Deadlines are read again in the confirmed period: the world moved. */
export function planOfDraft(draft: RoadmapDraft, period: DateSpan): NewPlan {
  const readings = readingsIn(period);
  const item = (activity: DraftActivity): NewItem => ({
    number: activity.number,
    title: activity.title.trim(),
    measure: activity.measure,
    points: activity.items,
    activityKind: null,
    deadlineText: activity.deadline?.text.trim() || null,
    deadline: activity.deadline?.text.trim()
      ? chosenMeaning(activity.deadline, readings.deadline(activity.deadline.text))
      : null,
    responsibleText: activity.responsible?.text.trim() || null,
    parties: activity.responsible?.parties ?? [],
    resultText: activity.result?.text.trim() || null,
    result: activity.result,
    condition: activity.condition,
    changed: null,
  });
  return {
    title: draft.title.trim() || 'Дорожная карта',
    organizations: draft.organizations,
    sections: draft.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs })),
    columns: draft.columns,
    approvals: draft.approvals.map(({ source: _source, ...approval }) => approval),
    stages: draft.stages.map(({ number, title, notes, activities }) => ({
      number,
      title,
      notes,
      items: activities.map(item),
    })),
  };
}

/** A person may have chosen another of the meanings; it is kept if the words still allow it. */
function chosenMeaning(drafted: DeadlineReading, read: DeadlineReading): DeadlineReading {
  const chosen = JSON.stringify(drafted.windows);
  if (JSON.stringify(read.windows) === chosen) return read;
  const other = read.alternatives.find((each) => JSON.stringify(each.windows) === chosen);
  if (!other) return read;
  const { alternatives: _alternatives, issues: _issues, ...preferred } = read;
  return {
    ...other,
    alternatives: [preferred, ...read.alternatives.filter((each) => each !== other)],
    issues: read.issues,
  };
}

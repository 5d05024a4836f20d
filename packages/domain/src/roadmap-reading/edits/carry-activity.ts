import type { DateSpan } from '../../calendar/plain-date.ts';
import { deadlineContext } from '../../deadlines/deadline.ts';
import type { DeadlineReading } from '../../deadlines/deadline-reading.ts';
import { readDeadline } from '../../deadlines/read-deadline.ts';
import type { DraftActivity, DraftStage } from '../roadmap-draft.ts';
import { sameValue } from './same-value.ts';

/** An edit that the new reading has no room for: what was edited, and what the person had written. */
export type LostEdit = { readonly title: string; readonly field: LostField; readonly text: string };
export type LostField = ActivityField | 'stage' | 'order' | 'removed' | 'head';

const FIELDS = ['number', 'title', 'measure', 'items', 'deadline', 'responsible', 'result', 'condition'] as const;
export type ActivityField = (typeof FIELDS)[number];

/** What became of the edits so far. */
export type Tally = { kept: number; readonly lost: LostEdit[] };

/** The same activity as it was read, as a person has edited it, and as it is read now. */
export type Versions<One> = { readonly before: One; readonly edited: One; readonly fresh: One };

/**
 * An edit of a field holds where the new reading has the same words in it as the old one. Where it has others, the field
 * was read anew for a reason, and the new words stand.
 */
export function carryActivity(
  { before, edited, fresh }: Versions<DraftActivity>,
  period: DateSpan | null,
  tally: Tally,
): DraftActivity {
  let carried = withChoice(fresh, before.deadline, edited.deadline, tally);
  for (const field of editedFields(before, edited)) {
    const written = wordsOf(edited, field);
    if (written === wordsOf(fresh, field)) continue;
    if (wordsOf(before, field) === wordsOf(fresh, field)) {
      carried = { ...carried, [field]: field === 'deadline' ? deadlineOf(edited, period) : edited[field] };
      tally.kept += 1;
    } else tally.lost.push({ title: edited.title, field, text: written });
  }
  return carried;
}

/** The activity is nowhere in the new reading, and with it what a person had written into it. */
export function loseActivity(before: DraftActivity, edited: DraftActivity, tally: Tally): void {
  for (const field of editedFields(before, edited))
    tally.lost.push({ title: edited.title, field, text: wordsOf(edited, field) });
}

export function carryStage(
  { before, edited, fresh }: Versions<DraftStage>,
  tally: Tally,
): Pick<DraftStage, 'number' | 'title'> {
  const carried = { number: fresh.number, title: fresh.title };
  for (const field of ['number', 'title'] as const) {
    if (edited[field] === before[field] || edited[field] === fresh[field]) continue;
    if (before[field] === fresh[field]) {
      Object.assign(carried, { [field]: edited[field] });
      tally.kept += 1;
    } else tally.lost.push({ title: edited.title, field: 'stage', text: edited[field] ?? '' });
  }
  return carried;
}

export function sameWords(one: DraftActivity, other: DraftActivity): boolean {
  return FIELDS.every((field) => wordsOf(one, field) === wordsOf(other, field));
}

export function editedFields(before: DraftActivity, edited: DraftActivity): ActivityField[] {
  return FIELDS.filter((field) => wordsOf(edited, field) !== wordsOf(before, field));
}

export function wordsOf(activity: DraftActivity, field: ActivityField): string {
  const value = activity[field];
  if (value === null || typeof value === 'string') return value ?? '';
  return 'text' in value ? value.text : value.join('\n');
}

/** The words that a person wrote, read in the period that holds now. */
function deadlineOf({ deadline }: DraftActivity, period: DateSpan | null): DeadlineReading | null {
  return deadline && period ? readDeadline(deadline.text, deadlineContext(period)) : deadline;
}

/** A person has chosen another meaning of the same words: it is chosen again, in its place among the meanings. */
function withChoice(
  fresh: DraftActivity,
  before: DeadlineReading | null,
  edited: DeadlineReading | null,
  tally: Tally,
): DraftActivity {
  const index = before?.alternatives.findIndex(({ windows }) => sameValue(windows, edited?.windows)) ?? -1;
  if (index < 0 || before?.text !== edited?.text || sameValue(before?.windows, edited?.windows) || !fresh.deadline)
    return fresh;
  const { alternatives, issues, ...preferred } = fresh.deadline;
  const chosen = before?.text === preferred.text ? alternatives[index] : undefined;
  if (!chosen) {
    tally.lost.push({ title: fresh.title, field: 'deadline', text: before?.text ?? '' });
    return fresh;
  }
  tally.kept += 1;
  return {
    ...fresh,
    deadline: {
      ...chosen,
      alternatives: alternatives.map((each, at) => (at === index ? preferred : each)),
      issues: issues.filter(({ code }) => code !== 'deadline.ambiguous'),
    },
  };
}

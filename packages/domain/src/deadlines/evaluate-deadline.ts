import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import type { Deadline, DeadlineContext } from './deadline.ts';
import type { DeadlineMeaning, DeadlineWindow } from './deadline-reading.ts';
import { parseDeadline } from './parse-deadline.ts';
import { resolveDeadline } from './resolve-deadline.ts';

/** One thing to complete: LIFECYCLE 2.1 (7), each occurrence is completed by itself. `end` is the due date. */
export type Occurrence = {
  /** Stays the same as long as the window does: `2024-09-01/2024-09-30`, `continuous`, `onDemand`, `external`. */
  readonly key: string;
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
  readonly kind: 'fixed' | 'continuous' | 'onDemand' | 'external';
};

export type DeadlineState = 'ahead' | 'open' | 'dueSoon' | 'late' | 'onRequest' | 'done';

/** More windows than this are not ticked off one by one: a daily task is one continuous item. */
const TOO_MANY = 60;

/**
 * The occurrences of a deadline inside the context's period, in date order. Continuous work is due at the end of its span
 * (IND-01); work on request has no due date until a request comes; a deadline outside the plan has no days at all.
 */
export function occurrencesOf(source: Deadline | DeadlineMeaning, context: DeadlineContext): Occurrence[] {
  // A reading has been placed already; its text still tells which of its windows are spans.
  const deadline = 'text' in source ? parseDeadline(source.text).deadline : source;
  const resolved = deadline && resolveDeadline(deadline, context, { text: 'text' in source ? source.text : '' });
  const reading = 'text' in source ? source : resolved?.meaning;
  if (!reading) return [];
  const demandWindow = reading.onDemand ? sameWindow(reading.windows, resolved?.spans.onDemand) : undefined;
  const windows = reading.windows.filter((window) => window !== demandWindow);
  const occurrences: Occurrence[] = [];
  if (reading.continuous) {
    const whole = sameWindow(windows, resolved?.spans.continuous) ?? context.period;
    const fixed = windows.filter((window) => window !== whole);
    occurrences.push(...fixed.map((window) => fixedOccurrence(window, context)));
    occurrences.push({
      key: 'continuous',
      start: whole.start,
      end: whole.end ?? context.period.end,
      kind: 'continuous',
    });
  } else if (windows.length > TOO_MANY) {
    occurrences.push({
      key: 'continuous',
      start: windows[0]?.start ?? null,
      end: windows.at(-1)?.end ?? null,
      kind: 'continuous',
    });
  } else {
    occurrences.push(...windows.map((window) => fixedOccurrence(window, context)));
  }
  if (reading.onDemand)
    occurrences.push({ key: 'onDemand', start: demandWindow?.start ?? null, end: null, kind: 'onDemand' });
  if (reading.external !== null && occurrences.length === 0) {
    occurrences.push({ key: 'external', start: null, end: null, kind: 'external' });
  }
  return occurrences;
}

function sameWindow(
  windows: readonly DeadlineWindow[],
  wanted: DeadlineWindow | null | undefined,
): DeadlineWindow | undefined {
  return wanted ? windows.find(({ start, end }) => start === wanted.start && end === wanted.end) : undefined;
}

function fixedOccurrence({ start, end }: DeadlineWindow, context: DeadlineContext): Occurrence {
  const key = `${start ?? ''}/${end ?? ''}`;
  // «С 1 октября» goes on to the end of the plan.
  if (end === null) {
    return {
      key,
      start,
      end: start !== null && start > context.period.end ? null : context.period.end,
      kind: 'continuous',
    };
  }
  return { key, start, end, kind: 'fixed' };
}

/** The state of an occurrence on a day. `soonDays` (7 by default) before the due date it is due soon; the due day itself is not late. */
export function deadlineStateOn(
  occurrence: Occurrence,
  day: PlainDate,
  { done, soonDays = 7 }: { readonly done: boolean; readonly soonDays?: number },
): DeadlineState {
  if (done) return 'done';
  if (occurrence.kind === 'onDemand') return 'onRequest';
  const { start, end } = occurrence;
  if (end !== null && day > end) return 'late';
  if (end !== null && daysBetween(day, end) <= soonDays) return 'dueSoon';
  if (start !== null && day < start) return 'ahead';
  return 'open';
}

/** The earliest due date among the occurrences that are not done, late ones included; null when none has one. */
export function nextDueOn(occurrences: readonly Occurrence[], doneKeys: ReadonlySet<string>): PlainDate | null {
  let next: PlainDate | null = null;
  for (const { key, end } of occurrences) {
    if (end !== null && !doneKeys.has(key) && (next === null || end < next)) next = end;
  }
  return next;
}

/** The days by which a whole deadline is judged: first start and last due date of its occurrences. */
export function spanOfOccurrences(occurrences: readonly Occurrence[]): DeadlineWindow {
  let start: PlainDate | null = null;
  let end: PlainDate | null = null;
  for (const occurrence of occurrences) {
    if (occurrence.start !== null && (start === null || occurrence.start < start)) start = occurrence.start;
    if (occurrence.end !== null && (end === null || occurrence.end > end)) end = occurrence.end;
  }
  return { start, end };
}

import type { PlainDate } from '../calendar/plain-date.ts';
import { grouped } from './grouped.ts';
import type { OccurrenceFacts } from './item-commands.ts';
import { isStanding, liveOccurrences } from './item-state.ts';

/** INDICATORS §0.4: the numbers are kept; the percent is only how they are shown. `met` is null without a denominator. */
export type Ratio = {
  readonly numerator: number;
  readonly denominator: number;
  readonly target: number;
  readonly met: boolean | null;
};

export type CountedOccurrence = OccurrenceFacts & {
  readonly id: string;
  readonly itemId: string;
  readonly originalDue: PlainDate | null;
  readonly evidence: number;
  readonly awake: boolean;
  readonly reason: string | null;
};

export type Row = {
  readonly occurrence: CountedOccurrence;
  readonly counts: 'done' | 'notDone' | 'excluded';
  /** Null while it is not done. */
  readonly inTime: boolean | null;
  readonly why: Why;
};

export type Why =
  | 'done-in-time'
  | 'done-late'
  | 'done-before-term'
  | 'not-done'
  | 'waits-for-confirmation'
  | 'done-without-evidence'
  | 'not-due-yet'
  | 'cancelled'
  | 'not-required'
  | 'no-request'
  | 'asleep';

const TARGET_PERCENT = 100;

/** INDICATORS §0.2: the unrounded value against the target, in whole numbers. */
export function ratio(numerator: number, denominator: number, target: number = TARGET_PERCENT): Ratio {
  return { numerator, denominator, target, met: denominator === 0 ? null : 100 * numerator >= target * denominator };
}

/** INDICATORS §0.1: one decimal, half up, in whole numbers: 17 of 19 is «89.5». §0.3: null without a denominator. */
export function percentText({ numerator, denominator }: Pick<Ratio, 'numerator' | 'denominator'>): string | null {
  if (denominator === 0) return null;
  const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/**
 * IND-01 and IND-02 with every occurrence behind them.
 * @param on the cut-off day; on the cycle's last day everything is due
 */
export function indicators(
  occurrences: readonly CountedOccurrence[],
  on: PlainDate,
  cycleEnd: PlainDate,
): { completion: Ratio; timeliness: Ratio; rows: Row[] } {
  const rows = rowsOf(occurrences, on, cycleEnd);
  return { ...ratiosOf(rows), rows };
}

/** Pooled over any choice of rows (§0.5): a stage, a responsible, the whole. */
export function ratiosOf(rows: readonly Row[]): { completion: Ratio; timeliness: Ratio; late: number } {
  const done = rows.filter((row) => row.counts === 'done').length;
  const open = rows.filter((row) => row.counts === 'notDone').length;
  const finished = rows.filter((row) => row.inTime !== null);
  return {
    completion: ratio(done, done + open),
    timeliness: ratio(finished.filter((row) => row.inTime).length, finished.length),
    late: open,
  };
}

function rowsOf(occurrences: readonly CountedOccurrence[], on: PlainDate, cycleEnd: PlainDate): Row[] {
  const byItem = grouped(occurrences, (each) => each.itemId);
  return [...byItem.values()].flatMap((ofItem) => {
    const live = new Set(liveOccurrences(ofItem));
    return ofItem.map((occurrence) => row(occurrence, live.has(occurrence), on, cycleEnd));
  });
}

function row(occurrence: CountedOccurrence, live: boolean, on: PlainDate, cycleEnd: PlainDate): Row {
  const excluded = (why: Why): Row => ({ occurrence, counts: 'excluded', inTime: null, why });
  if (occurrence.state === 'cancelled') return excluded('cancelled');
  if (occurrence.state === 'notRequired') return excluded('not-required');
  if (!live || isStanding(occurrence)) return excluded('no-request');
  if (!occurrence.awake) return excluded('asleep');
  const due = occurrence.due ?? cycleEnd;
  const isDue = on >= cycleEnd || due <= on;
  const done = occurrence.state === 'done' && occurrence.doneOn !== null && occurrence.doneOn <= on;
  if (done && occurrence.evidence > 0) {
    const inTime = occurrence.doneOn! <= (occurrence.originalDue ?? due);
    if (!isDue) return { occurrence, counts: 'excluded', inTime, why: 'done-before-term' };
    return { occurrence, counts: 'done', inTime, why: inTime ? 'done-in-time' : 'done-late' };
  }
  if (!isDue) return excluded('not-due-yet');
  const why = done ? 'done-without-evidence' : occurrence.state === 'reported' ? 'waits-for-confirmation' : 'not-done';
  return { occurrence, counts: 'notDone', inTime: null, why };
}

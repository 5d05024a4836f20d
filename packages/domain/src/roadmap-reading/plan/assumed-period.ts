import { type DateSpan, plainDate } from '../../calendar/plain-date.ts';
import { datesIn } from '../head/dates.ts';
import type { Head } from '../head/read-head.ts';
import type { Piece } from '../text/span.ts';

/**
 * The period deadlines are read within. Where the document names none, the school year of its approval is assumed (a plan
 * approved from May on is for the coming year), else the school year around the years it mentions.
 */
export function assumedPeriod(
  given: DateSpan | null,
  head: Head,
  pieces: readonly Piece[],
): { context: DateSpan | null; assumed: boolean } {
  const said = given ?? head.period;
  if (said) return { context: said, assumed: false };
  const approved =
    head.approvals.find((approval) => approval.kind === 'approved' && approval.date) ??
    head.approvals.find((approval) => approval.date);
  const date = approved?.date ?? pieces.flatMap((piece) => datesIn(piece.text))[0]?.date ?? null;
  if (date)
    return { context: schoolYear(Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 5 ? 1 : 0)), assumed: true };
  const starts = pieces.flatMap((piece) =>
    [...piece.text.matchAll(/(\p{L}+\s+)?(?<![\d№])(20[12]\d)(?!\d)/gu)].map(
      (match) => Number(match[2]) - (SPRING.test(match[1] ?? '') ? 1 : 0),
    ),
  );
  const start = Math.min(...starts);
  return { context: Number.isFinite(start) ? schoolYear(start) : null, assumed: true };
}

/** Months of the second half of a school year; August stands before it. */
const SPRING = /^(?:январ|феврал|март|апрел|ма[йя]|июн|июл)/iu;

function schoolYear(start: number): DateSpan {
  return { start: plainDate(`${start}-09-01`), end: plainDate(`${start + 1}-08-31`) };
}

import { type DateSpan, plainDate } from '../../calendar/plain-date.ts';
import { deadlineContext } from '../../deadlines/deadline.ts';
import { readDeadline } from '../../deadlines/read-deadline.ts';
import { parseResponsible } from '../../responsibles/parse-responsible.ts';
import { parseResult } from '../../results/parse-result.ts';
import type { CellReaders } from './activities.ts';

/** Any school year: it gives a phrase its shape where the document lets no year be told. */
const NO_YEAR: DateSpan = { start: plainDate('2024-09-01'), end: plainDate('2025-08-31') };

/**
 * The languages of the cells. Without a period a phrase keeps what it says of itself («постоянно», «по запросу»), but no
 * windows, unless it names its year: days of a made-up year would be a guess in silence.
 */
export function cellReaders(period: DateSpan | null, guessed: boolean): CellReaders {
  const context = deadlineContext(period ?? NO_YEAR, { periodIsGuessed: guessed || period === null });
  return {
    deadline(text) {
      const reading = readDeadline(text, context);
      if (period !== null || /(?:19|20)\d\d/u.test(text)) return reading;
      return { ...reading, windows: [], alternatives: [] };
    },
    responsible: parseResponsible,
    result: parseResult,
  };
}

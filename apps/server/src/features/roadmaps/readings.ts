import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { deadlineContext } from '@nastavnik/domain/deadlines/deadline';
import type { DeadlineReading } from '@nastavnik/domain/deadlines/deadline-reading';
import { readDeadline } from '@nastavnik/domain/deadlines/read-deadline';
import { parseResponsible } from '@nastavnik/domain/responsibles/parse-responsible';
import { parseResult } from '@nastavnik/domain/results/parse-result';
import type { PlannedResult, Responsible } from '@nastavnik/domain/roadmap-reading/roadmap-draft';

/** How words typed into a plan are read, in the period of its cycle. The same rules as for an imported document. */
export function readingsIn(period: DateSpan): {
  deadline(text: string): DeadlineReading;
  responsible(text: string): Responsible;
  result(text: string): PlannedResult;
} {
  const context = deadlineContext(period);
  return { deadline: (text) => readDeadline(text, context), responsible: parseResponsible, result: parseResult };
}

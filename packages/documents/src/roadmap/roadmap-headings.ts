import type { DateSpan } from '@nastavnik/domain/calendar/plain-date';
import { shortDay } from '../write/words-of-days.ts';
import type { PrintColumn, PrintMeaning } from './roadmap-print.ts';

/** The heading of a column where the school has no words of its own for it. */
export const USUAL_HEADINGS: Readonly<Record<PrintMeaning, string>> = {
  stageNumber: '№',
  number: '№ п/п',
  stage: 'Наименование этапа',
  measure: 'Мероприятия',
  content: 'Содержание деятельности',
  deadline: 'Сроки',
  responsible: 'Ответственные',
  result: 'Результат, вид документа',
  audience: 'Участники',
  note: 'Примечание',
  status: 'Отметка о выполнении',
  doneOn: 'Дата выполнения',
};

/** Columns with the usual headings, for a plan that was not imported from a school's document. */
export function usualColumns(meanings: readonly PrintMeaning[]): PrintColumn[] {
  return meanings.map((meaning) => ({ meaning, heading: USUAL_HEADINGS[meaning] }));
}

/** The last line of the title: «на 2025/2026 учебный год», «на 2025 год», or the days where the period is neither. */
export function periodLine(period: DateSpan): string {
  const [from, to] = [Number(period.start.slice(0, 4)), Number(period.end.slice(0, 4))];
  const days = `${period.start.slice(5)}..${period.end.slice(5)}`;
  if (to === from + 1 && ['09-01..08-31', '09-01..05-31', '09-01..06-30', '08-01..07-31'].includes(days)) {
    return `на ${from}/${to} учебный год`;
  }
  if (days === '01-01..12-31') return from === to ? `на ${from} год` : `на ${from}–${to} годы`;
  return `на период с ${shortDay(period.start)} по ${shortDay(period.end)}`;
}

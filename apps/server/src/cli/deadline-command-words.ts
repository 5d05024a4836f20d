import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DeadlineIssueCode, DeadlineReading, DeadlineWindow } from '@nastavnik/domain/deadlines/deadline-reading';

const ISSUES: Record<DeadlineIssueCode, string> = {
  'deadline.empty': 'срок не написан',
  'deadline.not-understood': 'не понято',
  'deadline.partly-understood': 'понято не всё',
  'deadline.ambiguous': 'можно понять по-разному',
  'deadline.year-looks-wrong': 'год не подходит к плану',
  'deadline.outside-period': 'вне периода плана',
  'deadline.no-such-day': 'такого дня нет в календаре',
  'deadline.ends-before-it-starts': 'кончается раньше, чем начинается',
  'deadline.convention': 'дни взяты обычные: календарь школы не задан',
};

/** The reading for a person at a terminal: a line for each window, repetition, other meaning and remark. */
export function readingInWords(reading: DeadlineReading): string {
  const lines = shortened(reading.windows.map((window) => `срок: ${windowInWords(window)}`));
  if (reading.recurrence) lines.push(`повторение: ${reading.recurrence.rrule}`);
  if (reading.continuous) lines.push('всё это время, постоянно');
  if (reading.onDemand) lines.push('по запросу');
  if (reading.external !== null) lines.push(`день назначается вне плана: ${reading.external}`);
  for (const { windows, external } of reading.alternatives) {
    lines.push(`или: ${windows.map(windowInWords).join(', ') || external || 'без срока'}`);
  }
  for (const { code, text, suggestion } of reading.issues) {
    const quoted = text === '' ? '' : `: «${text}»`;
    lines.push(`внимание, ${ISSUES[code]}${quoted}${suggestion === undefined ? '' : ` (возможно: ${suggestion})`}`);
  }
  return `${lines.length > 0 ? lines.join('\n') : 'ничего не понято'}\n`;
}

const MOST_LINES = 24;

/** A daily task has hundreds of windows: the first ones and the last tell enough. */
function shortened(lines: readonly string[]): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [...lines.slice(0, 3), `… ещё ${lines.length - 4} …`, ...lines.slice(-1)];
}

function windowInWords({ start, end }: DeadlineWindow): string {
  if (start === null) return end === null ? '…' : `до ${dayInWords(end)}`;
  if (end === null) return `с ${dayInWords(start)}`;
  return start === end ? dayInWords(start) : `${dayInWords(start)} – ${dayInWords(end)}`;
}

/** `2024-09-01` → 01.09.2024. */
function dayInWords(day: PlainDate): string {
  return day.split('-').reverse().join('.');
}

import { plainDate } from '@nastavnik/domain/calendar/plain-date';
import { deadlineContext } from '@nastavnik/domain/deadlines/deadline';
import { readDeadline } from '@nastavnik/domain/deadlines/read-deadline';

const PHRASES = [
  'сентябрь',
  'Сентябрь, в течение года по запросу',
  'до 14.02.2025 г.',
  'Май-июнь, ежегодно',
  '1 раз в полугодие',
  '16-31 января 2025г.',
  'последняя неделя августа',
  'по отдельному графику',
  'Постоянн',
  'с 8 октября по 03 ноября 2024 года',
  'I, III квартал',
  'ежемесячно до 25 числа',
];

/** Deadline phrases read per second, one thread, after a warm-up. */
export async function run(): Promise<{ name: string; figures: Record<string, number> }> {
  const context = deadlineContext({ start: plainDate('2024-09-01'), end: plainDate('2025-08-31') });
  const readAll = (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) for (const phrase of PHRASES) readDeadline(phrase, context);
  };
  readAll(300);
  const rounds = 3000;
  const began = performance.now();
  readAll(rounds);
  const seconds = (performance.now() - began) / 1000;
  return { name: 'deadlines', figures: { phrasesPerSecond: Math.round((rounds * PHRASES.length) / seconds) } };
}

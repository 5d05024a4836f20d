import { type DateSpan, isPlainDate, type PlainDate, plainDate } from '@nastavnik/domain/calendar/plain-date';
import { cycleOf } from '@nastavnik/domain/calendar/school-year';
import { type DeadlineContext, deadlineContext } from '@nastavnik/domain/deadlines/deadline';
import type { DeadlineReading, DeadlineWindow } from '@nastavnik/domain/deadlines/deadline-reading';
import { readDeadline } from '@nastavnik/domain/deadlines/read-deadline';

/** Where a command reads and writes; `today` is the day that decides the current school year. */
export type CommandIo = {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly today?: PlainDate;
};

const USAGE = `Использование: nastavnik deadline parse "ФРАЗА" [--period 2024-09-01..2025-08-31] [--json]
  «-» вместо фразы: по фразе в строке стандартного ввода, по одному JSON в строке вывода.
  Без --period берётся текущий учебный год, а год, названный во фразе, важнее.
Usage: nastavnik deadline parse "PHRASE" [--period FROM..TO] [--json]
`;

/**
 * `nastavnik deadline parse …`; `args` are what follows `deadline`. Answers the exit code: 0 read (also when the phrase was not
 * understood: that is in its issues), 2 wrong usage.
 */
export async function deadlineCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const request = readArguments(args);
  if (typeof request === 'string') {
    io.stderr.write(`${request}\n${USAGE}`);
    return 2;
  }
  const context = contextOf(request.period, io.today);
  if (request.phrase === '-') {
    for await (const phrase of linesOf(io.stdin)) io.stdout.write(`${JSON.stringify(readDeadline(phrase, context))}\n`);
    return 0;
  }
  const reading = readDeadline(request.phrase, context);
  io.stdout.write(request.json ? `${JSON.stringify(reading, null, 2)}\n` : inWords(reading));
  return 0;
}

type Request = { readonly phrase: string; readonly period: DateSpan | null; readonly json: boolean };

/** The request, or what is wrong with it. */
function readArguments(args: readonly string[]): Request | string {
  const [verb, ...rest] = args;
  if (verb !== 'parse') return verb === undefined ? 'Не названо действие.' : `Неизвестное действие: ${verb}`;
  const phrases: string[] = [];
  let period: DateSpan | null = null;
  let json = false;
  let literal = false;
  for (let i = 0; i < rest.length; i += 1) {
    const arg = rest[i] ?? '';
    if (literal || !arg.startsWith('--')) {
      phrases.push(arg);
    } else if (arg === '--') {
      literal = true;
    } else if (arg === '--json') {
      json = true;
    } else if (arg === '--period' || arg.startsWith('--period=')) {
      const value = arg === '--period' ? rest[(i += 1)] : arg.slice('--period='.length);
      period = readPeriod(value ?? '');
      if (!period) return `Период пишут так: 2024-09-01..2025-08-31; получено: ${value ?? ''}`;
    } else {
      return `Неизвестный ключ: ${arg}`;
    }
  }
  const [phrase] = phrases;
  if (phrase === undefined) return 'Не названа фраза.';
  if (phrases.length > 1) return 'Фраза должна быть одна: возьмите её в кавычки.';
  return { phrase, period, json };
}

function readPeriod(text: string): DateSpan | null {
  const [start, end, ...more] = text.split('..');
  if (start === undefined || end === undefined || more.length > 0 || !isPlainDate(start) || !isPlainDate(end))
    return null;
  return start <= end ? { start, end } : null;
}

function contextOf(period: DateSpan | null, today: PlainDate | undefined): DeadlineContext {
  if (period) return deadlineContext(period);
  return deadlineContext(cycleOf(today ?? plainDate(new Date().toISOString().slice(0, 10))), { periodIsGuessed: true });
}

async function* linesOf(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}

/** The reading for a person at a terminal. */
function inWords(reading: DeadlineReading): string {
  const lines = reading.windows.map((window) => `окно: ${windowInWords(window)}`);
  if (reading.recurrence) lines.push(`повторение: ${reading.recurrence.rrule}`);
  if (reading.continuous) lines.push('постоянно');
  if (reading.onDemand) lines.push('по запросу');
  if (reading.external !== null) lines.push(`дата вне плана: ${reading.external}`);
  for (const other of reading.alternatives) lines.push(`или: ${other.windows.map(windowInWords).join(', ') || '—'}`);
  for (const issue of reading.issues) {
    const better = issue.suggestion === undefined ? '' : ` (возможно: ${issue.suggestion})`;
    lines.push(`внимание: ${issue.code} «${issue.text}»${better}`);
  }
  return `${lines.length > 0 ? lines.join('\n') : 'ничего не понято'}\n`;
}

function windowInWords({ start, end }: DeadlineWindow): string {
  if (start === null) return `до ${end ?? '…'}`;
  if (end === null) return `с ${start}`;
  return start === end ? start : `${start} – ${end}`;
}

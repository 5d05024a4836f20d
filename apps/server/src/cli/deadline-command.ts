import { type DateSpan, isPlainDate, type PlainDate, plainDate } from '@nastavnik/domain/calendar/plain-date';
import { cycleOf } from '@nastavnik/domain/calendar/school-year';
import { type DeadlineContext, deadlineContext } from '@nastavnik/domain/deadlines/deadline';
import { readDeadline } from '@nastavnik/domain/deadlines/read-deadline';
import { type Output, pacedWriter } from './deadline-command-output.ts';
import { readingInWords } from './deadline-command-words.ts';
import { readingJson } from './deadline-json.ts';

/** Where a command reads and writes; `today` is the day that decides the current school year. */
export type CommandIo = {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: Output;
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
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') {
    io.stdout.write(USAGE);
    return 0;
  }
  const request = readArguments(args);
  if (typeof request === 'string') {
    io.stderr.write(`${request}\n${USAGE}`);
    return 2;
  }
  const context = contextOf(request.period, io.today);
  const out = pacedWriter(io.stdout);
  if (request.phrase === '-') {
    for await (const phrase of linesOf(io.stdin)) {
      const open = await out.write(`${JSON.stringify(readingJson(readDeadline(phrase, context)))}\n`);
      if (!open) break;
    }
    return 0;
  }
  const reading = readDeadline(request.phrase, context);
  await out.write(request.json ? `${JSON.stringify(readingJson(reading), null, 2)}\n` : readingInWords(reading));
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
      if (!period) return periodMistake(value);
    } else {
      return `Неизвестный ключ: ${arg}`;
    }
  }
  const [phrase] = phrases;
  if (phrase === undefined) return 'Не названа фраза.';
  if (phrases.length > 1) return 'Фраза должна быть одна: возьмите её в кавычки.';
  return { phrase, period, json };
}

function periodMistake(value: string | undefined): string {
  if (value === undefined || value === '') return 'После --period нужен период: 2024-09-01..2025-08-31.';
  const [start = '', end = ''] = value.split('..');
  return isPlainDate(start) && isPlainDate(end) && start > end
    ? `Период кончается раньше, чем начинается: ${value}`
    : `Период пишут так: 2024-09-01..2025-08-31; получено: ${value}`;
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

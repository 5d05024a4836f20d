import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ReadingRefusal, type ReadingRefusalCode } from '@nastavnik/documents/read/refusal';
import { type DateSpan, isPlainDate } from '@nastavnik/domain/calendar/plain-date';
import { readRoadmap } from '@nastavnik/domain/roadmap-reading/read-roadmap';
import { readInWorker } from '../platform/reading/read-in-worker.ts';
import { roadmapJson } from './roadmap-json.ts';
import { roadmapSummary } from './roadmap-summary.ts';

/** Where the command writes. */
export type CommandIo = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};

const USAGE = 'Использование: nastavnik roadmap parse ФАЙЛ [--period 2024-09-01..2025-08-31] [--json]\n';

/** `nastavnik roadmap parse …`; `args` are what follows `roadmap`. Answers the exit code: 0 read, 2 wrong usage, 3 the file cannot be read. */
export async function roadmapCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const request = readArguments(args);
  if (typeof request === 'string') {
    io.stderr.write(`${request}\n${USAGE}`);
    return 2;
  }
  const source = await readSourceFile(request.file);
  if (typeof source === 'string') {
    io.stderr.write(`${source}\n`);
    return 3;
  }
  const draft = readRoadmap(source, request.period ? { period: request.period } : {});
  io.stdout.write(request.json ? `${JSON.stringify(roadmapJson(draft), null, 2)}\n` : roadmapSummary(draft));
  return 0;
}

type Request = { readonly file: string; readonly period: DateSpan | null; readonly json: boolean };

/** The request, or what is wrong with it. */
function readArguments(args: readonly string[]): Request | string {
  const [verb, ...rest] = args;
  if (verb !== 'parse') return verb === undefined ? 'Не названо действие.' : `Неизвестное действие: ${verb}`;
  const files: string[] = [];
  let period: DateSpan | null = null;
  let json = false;
  for (let index = 0; index < rest.length; index += 1) {
    const arg = rest[index] ?? '';
    if (arg === '--json') json = true;
    else if (arg === '--period' || arg.startsWith('--period=')) {
      const value = arg === '--period' ? rest[(index += 1)] : arg.slice('--period='.length);
      period = readPeriod(value ?? '');
      if (!period) return `Период пишут так: 2024-09-01..2025-08-31; получено: ${value ?? ''}`;
    } else if (arg.startsWith('-') && arg !== '-') return `Неизвестный ключ: ${arg}`;
    else files.push(arg);
  }
  const [file] = files;
  if (file === undefined) return 'Не назван файл.';
  if (files.length > 1) return 'Файл должен быть один.';
  return { file, period, json };
}

function readPeriod(text: string): DateSpan | null {
  const [start, end, ...more] = text.split('..');
  if (start === undefined || end === undefined || more.length > 0) return null;
  return isPlainDate(start) && isPlainDate(end) && start <= end ? { start, end } : null;
}

/** The document, or the sentence that says why there is none. */
async function readSourceFile(file: string): Promise<Awaited<ReturnType<typeof readInWorker>> | string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return `Файла «${file}» нет.`;
    if (code === 'EISDIR') return `«${file}» – это папка, а не файл.`;
    return `Файл «${file}» не открывается: нет доступа или ошибка диска.`;
  }
  try {
    return await readInWorker(bytes, basename(file));
  } catch (error) {
    if (error instanceof ReadingRefusal) return `«${basename(file)}»: ${REFUSALS[error.code]}`;
    throw error;
  }
}

const REFUSALS: Record<ReadingRefusalCode, string> = {
  'file.too-large': 'файл больше 20 МБ.',
  'file.empty': 'в файле нет текста.',
  'file.encrypted': 'файл закрыт паролем; снимите пароль и попробуйте ещё раз.',
  'file.damaged': 'файл повреждён.',
  'file.type-unsupported': 'файлы такого вида не читаются; подойдут DOCX, DOC, PDF, XLSX, ODT, HTML, TXT.',
  'file.type-lies': 'содержимое файла не того вида, какой назван в его имени.',
  'file.scan-without-text': 'это изображение без текста; нужен файл с текстовым слоем или исходный документ.',
  'file.zip-bomb': 'файл при распаковке становится слишком большим.',
  'file.too-complex': 'документ устроен слишком сложно.',
  'file.reading-timeout': 'документ читается слишком долго.',
  'file.reading-memory': 'для чтения документа не хватает памяти.',
};

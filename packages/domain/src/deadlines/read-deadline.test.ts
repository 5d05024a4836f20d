import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlainDate, plainDate } from '../calendar/plain-date.ts';
import { deadlineContext } from './deadline.ts';
import { scraps } from './deadline-arbitraries.testing.ts';
import type { DeadlineMeaning, DeadlineReading } from './deadline-reading.ts';
import { readDeadline } from './read-deadline.ts';

const plan = deadlineContext({ start: plainDate('2024-09-01'), end: plainDate('2025-08-31') });

/** `2024-09-01..2024-09-30, ..2025-05-15` for the windows of a meaning; a day alone for a window of one day. */
function days({ windows }: DeadlineMeaning): string {
  return windows.map(({ start, end }) => (start === end ? (start ?? '') : `${start ?? ''}..${end ?? ''}`)).join(', ');
}

function read(phrase: string): DeadlineReading {
  return readDeadline(phrase, plan);
}

describe('a phrase of a school plan for 2024/25 means these days', () => {
  test.each([
    ['сентябрь', '2024-09-01..2024-09-30'],
    ['Cентябрь', '2024-09-01..2024-09-30'],
    ['0ктябрь', '2024-10-01..2024-10-31'],
    ['феварль', '2025-02-01..2025-02-28'],
    ['сент.-окт.', '2024-09-01..2024-10-31'],
    ['ИЮНЬ', '2025-06-01..2025-06-30'],
    ['июль-август', '2025-07-01..2025-08-31'],
    ['декабрь 2024-январь 2025', '2024-12-01..2025-01-31'],
    ['сентябрь, январь, май 2025', '2024-09-01..2024-09-30, 2025-01-01..2025-01-31, 2025-05-01..2025-05-31'],
    ['О1.09.2024', '2024-09-01'],
    ['01.09.24 – 31.05.25', '2024-09-01..2025-05-31'],
    ['2025-03-08', '2025-03-08'],
    ['01,10,2024', '2024-10-01'],
    ['1сентября', '2024-09-01'],
    ['5, 12 и 19 октября', '2024-10-05, 2024-10-12, 2024-10-19'],
    ['10-15.09.2024', '2024-09-10..2024-09-15'],
    ['осенние, весенние каникулы', '2024-10-26..2024-11-04, 2025-03-22..2025-03-30'],
    ['16 мая - 2 июня', '2025-05-16..2025-06-02'],
    ['с 1-го по 10-е декабря', '2024-12-01..2024-12-10'],
    ['не позднее 15 октября', '..2024-10-15'],
    ['к 1 ноября', '..2024-11-01'],
    ['не ранее 10 января', '2025-01-10..'],
    ['до 20 мая 2025 года включительно', '..2025-05-20'],
    ['до конца мая', '..2025-05-31'],
    ['до начала учебного года', '..2024-08-31'],
    ['1 октября 2024 года', '..2024-10-01'],
    ['Последняя неделя сентября', '2024-09-24..2024-09-30'],
    ['третья неделя октября', '2024-10-15..2024-10-21'],
    ['1-2 неделя сентября', '2024-09-01..2024-09-14'],
    ['сентябрь (1-2 неделя)', '2024-09-01..2024-09-14'],
    ['сентябрь (первая неделя), май (последняя неделя)', '2024-09-01..2024-09-07, 2025-05-25..2025-05-31'],
    ['март 2025 г. (вторая половина)', '2025-03-16..2025-03-31'],
    ['первая декада мая', '2025-05-01..2025-05-10'],
    ['середина ноября', '2024-11-11..2024-11-20'],
    ['вторая половина февраля', '2025-02-16..2025-02-28'],
    ['первый понедельник сентября', '2024-09-02'],
    ['IV квартал', '2024-10-01..2024-12-31'],
    ['1 квартал 2025 г.', '2025-01-01..2025-03-31'],
    ['II четверть', '2024-11-01..2024-12-31'],
    ['IIчетверть', '2024-11-01..2024-12-31'],
    ['2 триместр', '2024-12-01..2025-02-28'],
    ['П полугодие', '2025-01-01..2025-05-31'],
    ['конец I четверти', '2024-10-22..2024-10-31'],
    ['весной', '2025-03-01..2025-05-31'],
    ['в период с 1 по 15 октября', '2024-10-01..2024-10-15'],
    ['16 мая в 14.00', '2025-05-16'],
    ['15 октября, каб. 5', '2024-10-15'],
    ['х | х | - | -', '2025-01-01..2025-03-31, 2025-04-01..2025-06-30'],
    ['май, до 25 числа', '..2025-05-25'],
    ['за период 2022-2027 годов', '2022-01-01..2027-12-31'],
    ['MAPT', '2025-03-01..2025-03-31'],
    ['2024.09.15', '2024-09-15'],
    ['15 09 2024', '2024-09-15'],
    ['май 2024, 2025 гг.', '2024-05-01..2024-05-31, 2025-05-01..2025-05-31'],
    ['по октябрь', '..2024-10-31'],
    ['до 15 числа сентября', '..2024-09-15'],
    ['C 1 сентября по 5 сентября', '2024-09-01..2024-09-05'],
    ['09.2024-05.2025', '2024-09-01..2025-05-31'],
    ['12 апреля (суббота)', '2025-04-12'],
    ['двенадцатое апреля', '2025-04-12'],
    ['сентябрь -- октябрь', '2024-09-01..2024-10-31'],
    ['сентябрь 2024 – май 2025 г.г.', '2024-09-01..2025-05-31'],
    ['II п/г', '2025-01-01..2025-05-31'],
    ['2024-2025 у.г.', '2024-09-01..2025-08-31'],
    ['1V кв-л', '2024-10-01..2024-12-31'],
    ['до 20 мая и 20 декабря', '..2024-12-20, ..2025-05-20'],
    ['начало и конец учебного года', '2024-09-01..2024-09-30, 2025-05-01..2025-05-31'],
    ['до окончания учебного года', '..2025-05-31'],
    ['во время зимних каникул', '2024-12-31..2025-01-11'],
    ['12.03.2025 с 10-00 до 12-00', '2025-03-12'],
    ['до 12.00 12 марта', '..2025-03-12'],
  ])('%s', (phrase, expected) => {
    expect(days(read(phrase))).toBe(expected);
  });
});

describe('an ordinary phrase raises no issue', () => {
  test.each([
    'сентябрь',
    'Постоянно',
    'май-июнь',
    'до 14.02.2025 г.',
    'ежемесячно',
    'по запросу',
    'I четверть',
    'по графику',
  ])('%s', (phrase) => {
    expect(read(phrase)).toMatchObject({ issues: [], alternatives: [] });
  });
});

describe('a repetition has its rule and its windows', () => {
  test.each([
    ['Каждый понедельн\nик', 'FREQ=WEEKLY;BYDAY=MO', 52],
    ['по вторникам и четвергам', 'FREQ=WEEKLY;BYDAY=TU,TH', 104],
    ['каждую последнюю пятницу месяца', 'FREQ=MONTHLY;BYDAY=-1FR', 12],
    ['1-я и 3-я среда месяца', 'FREQ=MONTHLY;BYDAY=1WE,3WE', 24],
    ['ежемесячто', 'FREQ=MONTHLY', 12],
    ['ежемесячно до 25 числа', 'FREQ=MONTHLY;BYMONTHDAY=25', 12],
    ['15 и 30 числа каждого месяца', 'FREQ=MONTHLY;BYMONTHDAY=15,30', 24],
    ['последняя неделя каждого месяца', 'FREQ=MONTHLY;BYMONTHDAY=25', 12],
    ['1 раз в квартал, до 10 числа', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10', 4],
    ['еженедельно (пятница)', 'FREQ=WEEKLY;BYDAY=FR', 52],
    ['по рабочим дням', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 247],
    ['каждый сентябрь', 'FREQ=YEARLY;BYMONTH=9', 1],
    ['раз в две недели', 'FREQ=WEEKLY;INTERVAL=2', 27],
    ['не реже 1 раза в квартал', 'FREQ=MONTHLY;INTERVAL=3', 4],
    ['дважды в год', 'FREQ=MONTHLY;INTERVAL=6', 2],
    ['в конце каждой четверти', 'FREQ=YEARLY;BYMONTH=10,12,3,5', 4],
    ['1 раз в триместр', 'FREQ=YEARLY;BYMONTH=11,2,5', 3],
    ['октябрь, апрель ежегодно', 'FREQ=YEARLY;BYMONTH=10,4', 2],
    ['1 сентября, далее ежегодно', 'FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1', 1],
    ['ежемесячно с октября по май', 'FREQ=MONTHLY', 8],
    ['по полугодиям', 'FREQ=YEARLY;BYMONTH=12,5', 2],
    ['не реже, чем 1 раз в учебную четверть', 'FREQ=YEARLY;BYMONTH=10,12,3,5', 4],
    ['в конце четверти', 'FREQ=YEARLY;BYMONTH=10,12,3,5', 4],
    ['каждое 1 число месяца', 'FREQ=MONTHLY;BYMONTHDAY=1', 12],
    ['2 раза в год (май, декабрь)', 'FREQ=YEARLY;BYMONTH=5,12', 2],
    ['1 раз в полугодие: январь, июнь', 'FREQ=YEARLY;BYMONTH=1,6', 2],
    ['2 раза в течение года', 'FREQ=MONTHLY;INTERVAL=6', 2],
  ])('%s', (phrase, rrule, count) => {
    const reading = read(phrase);
    expect(reading.recurrence).toEqual({ rrule });
    expect(reading.windows).toHaveLength(count);
  });
});

test('what is done once in a term may be done until the next begins, so the terms tile the year', () => {
  expect(days(read('1 раз в полугодие'))).toBe('2024-09-01..2024-12-31, 2025-01-01..2025-08-31');
  expect(read('1 раз в четверть').windows.at(-1)).toEqual({ start: '2025-04-01', end: '2025-08-31' });
});

test('in a plan of several years a yearly month comes every year', () => {
  const years = deadlineContext({ start: plainDate('2023-01-01'), end: plainDate('2024-12-31') });
  expect(days(readDeadline('Ежегодно, май и декабрь', years))).toBe(
    '2023-05-01..2023-05-31, 2023-12-01..2023-12-31, 2024-05-01..2024-05-31, 2024-12-01..2024-12-31',
  );
});

test('in a plan of several years a month without a year has an alternative for each year', () => {
  const years = deadlineContext({ start: plainDate('2023-01-01'), end: plainDate('2024-12-31') });
  const reading = readDeadline('Октябрь', years);
  expect([reading, ...reading.alternatives].map(days)).toEqual(['2024-10-01..2024-10-31', '2023-10-01..2023-10-31']);
  expect(reading.issues.map(({ code }) => code)).toEqual(['deadline.ambiguous']);
});

describe('two meanings are both told, the likelier first', () => {
  test.each([
    ['август', '2024-08-01..2024-08-31', '2025-08-01..2025-08-31'],
    ['последняя неделя августа', '2024-08-25..2024-08-31', '2025-08-25..2025-08-31'],
    ['Февраль апрель', '2025-02-01..2025-02-28, 2025-04-01..2025-04-30', '2025-02-01..2025-04-30'],
    ['Октябр ьдекабр ь', '2024-10-01..2024-12-31', '2024-10-01..2024-10-31, 2024-12-01..2024-12-31'],
    ['до мая', '..2025-05-31', '..2025-04-30'],
    ['до конца года', '..2025-05-31', '..2024-12-31'],
    ['2024-2025 гг', '2024-09-01..2025-08-31', '2024-01-01..2025-12-31'],
    ['I полугодие 2024 года', '2024-09-01..2024-12-31', '2024-01-01..2024-06-30'],
  ])('%s', (phrase, preferred, other) => {
    const reading = read(phrase);
    expect(days(reading)).toBe(preferred);
    expect(reading.alternatives.map(days)).toEqual([other]);
    expect(reading.issues.map(({ code }) => code)).toEqual(['deadline.ambiguous']);
  });
});

describe('work all year, on request, or dated elsewhere', () => {
  test.each([
    ['в течении года', { continuous: true, onDemand: false, external: null }],
    ['круглый год', { continuous: true, onDemand: false, external: null }],
    ['на постоянной основе', { continuous: true, onDemand: false, external: null }],
    ['по запрсу', { continuous: false, onDemand: true, external: null }],
    ['по мере поступления запросов', { continuous: false, onDemand: true, external: null }],
    ['постоянно, по запросу', { continuous: true, onDemand: true, external: null }],
    ['по плану работы школы', { continuous: false, onDemand: false, external: 'по плану работы школы' }],
    [
      'после окончания учебного года',
      { continuous: false, onDemand: false, external: 'после окончания учебного года' },
    ],
    ['в сроки, установленные учредителем', { external: 'в сроки, установленные учредителем' }],
    ['в течение 10 рабочих дней', { external: 'в течение 10 рабочих дней' }],
    ['не позднее 3 рабочих дней после подписания', { external: 'не позднее 3 рабочих дней после подписания' }],
    ['в течение 5 (пяти) рабочих дней', { external: 'в течение 5 (пяти) рабочих дней' }],
    ['через месяц', { external: 'через месяц' }],
    ['в период аттестации', { continuous: false, external: 'в период аттестации' }],
    ['в период реализации программы', { continuous: true, external: null }],
    ['до проведения педсовета', { external: 'до проведения педсовета' }],
    ['до осенних каникул', { external: 'до осенних каникул' }],
    ['при поступлении на работу', { onDemand: false, external: 'при поступлении на работу' }],
    ['согласно приказу от 12.09.2024 № 15', { external: 'согласно приказу от 12.09.2024 № 15' }],
    ['позапросу', { onDemand: true, external: null }],
    ['B теч. гoда', { continuous: true, onDemand: false }],
    ['перед началом зимних каникул', { external: 'перед началом зимних каникул' }],
  ])('%s', (phrase, expected) => {
    expect(read(phrase)).toMatchObject(expected);
  });

  test('after a fixed part requests are taken until the end of the year, in either word order', () => {
    const expected = '2024-09-01..2024-09-30, 2024-10-01..2025-08-31';
    expect(days(read('Сентябрь, в течение года по запросу'))).toBe(expected);
    expect(days(read('Сентябрь, по запросу в течение года'))).toBe(expected);
  });
});

describe('nonsense is an issue and never a guess', () => {
  test.each([
    ['ежекадрово', 'deadline.not-understood'],
    ['абракадабра', 'deadline.not-understood'],
    ['дорожная карта', 'deadline.not-understood'],
    ['с 10-00', 'deadline.not-understood'],
    ['каб. 12', 'deadline.not-understood'],
    ['приказ № 15 от 18.02.2025', 'deadline.not-understood'],
    ['пункт 2.3', 'deadline.not-understood'],
    ['янтарь', 'deadline.not-understood'],
    ['31.09.2024', 'deadline.no-such-day'],
    ['30 февраля', 'deadline.no-such-day'],
    ['32 января', 'deadline.no-such-day'],
    ['15.13.2024', 'deadline.no-such-day'],
    ['с 25.10.2024 по 20.09.2024', 'deadline.ends-before-it-starts'],
    ['третья неделя', 'deadline.partly-understood'],
    [' ', 'deadline.empty'],
  ])('%s', (phrase, code) => {
    const reading = read(phrase);
    expect(reading.windows).toEqual([]);
    expect(reading.issues.map((issue) => issue.code)).toEqual([code]);
  });

  test('a damaged word gets the likely one as a suggestion', () => {
    expect(read('ежекадрово, до 25 числа').issues).toEqual([
      {
        code: 'deadline.partly-understood',
        text: 'ежекадрово',
        from: 0,
        to: 10,
        suggestion: 'ежеквартально, до 25 числа',
      },
    ]);
  });

  test('a year that does not fit the plan is kept as written and pointed out with the likely one', () => {
    const reading = read('19.01.-23.01.2024');
    expect(days(reading)).toBe('2024-01-19..2024-01-23');
    expect(reading.issues).toMatchObject([{ code: 'deadline.year-looks-wrong', suggestion: '19.01.-23.01.2025' }]);
  });

  test('what is understood is kept beside what is not', () => {
    const reading = read('Заседание №2 (ноябрь)');
    expect(days(reading)).toBe('2024-11-01..2024-11-30');
    expect(reading.issues).toMatchObject([{ code: 'deadline.partly-understood', text: 'Заседание', from: 0, to: 9 }]);
  });
});

describe('whatever the text', () => {
  // Longer runs: DEADLINE_RUNS=200000 npx vitest run --testTimeout 300000 --project pure read-deadline
  const runs = Number(process.env['DEADLINE_RUNS'] ?? 3000);
  const texts = fc.oneof(scraps, fc.string({ unit: 'binary' }), fc.string());

  test('it is read without an exception, into days that exist, in date order, and issues that quote it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = read(text);
        for (const meaning of [reading, ...reading.alternatives]) {
          for (const { start, end } of meaning.windows) {
            expect(start === null || isPlainDate(start)).toBe(true);
            expect(end === null || isPlainDate(end)).toBe(true);
            if (start !== null && end !== null) expect(start <= end).toBe(true);
          }
          const keys = meaning.windows.map(({ start, end }) => start ?? end ?? '');
          expect(keys).toEqual([...keys].sort());
        }
        for (const { from, to } of reading.issues) expect(from >= 0 && from <= to && to <= text.length).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test('a text that gives no meaning gives an issue', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { windows, recurrence, continuous, onDemand, external, issues } = read(text);
        const silent = windows.length === 0 && !recurrence && !continuous && !onDemand && external === null;
        expect(silent && issues.length === 0).toBe(false);
      }),
      { numRuns: runs },
    );
  });
});

const corpus = resolve(import.meta.dirname, '../../../../../shared/corpus/deadlines.tsv');
const rows = existsSync(corpus) ? readFileSync(corpus, 'utf8').trim().split('\n').slice(1) : [];

describe('the corpus of real phrases', () => {
  test('is read as its columns say', () => {
    const wrong = rows.flatMap((row) => {
      const [phrase = '', , kind = '', start = '', end = '', rrule = ''] = row.split('\t');
      const reading = readDeadline(phrase, contextOfRow(phrase));
      const last = reading.windows.reduce(
        (latest, window) => (window.end !== null && window.end > latest ? window.end : latest),
        '',
      );
      // What is due on the 25th ends there, and not with the span over which the columns let it run.
      const spanned = reading.recurrence !== null && rrule === 'FREQ=MONTHLY;BYMONTHDAY=25';
      const right =
        (reading.windows[0]?.start ?? '') === start &&
        (spanned ? end === '' || last <= end : last === end) &&
        (reading.recurrence?.rrule ?? '') === rrule &&
        (kind !== 'continuous' || reading.continuous) &&
        (kind !== 'on-demand' || reading.onDemand) &&
        (kind !== 'relative/other' || reading.external !== null || reading.issues.length > 0);
      return right ? [] : [`${phrase}: ${days(reading)} ${reading.recurrence?.rrule ?? ''}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** The years of the document that the phrase comes from, as the corpus tells them. */
function contextOfRow(phrase: string) {
  const span = (start: string, end: string) => ({ start: plainDate(start), end: plainDate(end) });
  if (/всего периода/.test(phrase)) return deadlineContext(span('2023-01-01', '2024-12-31'));
  if (phrase.startsWith('х |')) return deadlineContext(span('2013-01-01', '2013-12-31'));
  return deadlineContext(plan.period, { periodIsGuessed: /\d{4}/.test(phrase) });
}

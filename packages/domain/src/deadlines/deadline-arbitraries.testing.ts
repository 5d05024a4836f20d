import fc from 'fast-check';
import {
  type CalendarUnit,
  type Deadline,
  type DemandReason,
  type MonthPart,
  noDeadline,
  type RelativeTerm,
  type Repeat,
  type RepeatUnit,
  type Scope,
  type When,
  type YearRef,
} from './deadline.ts';

/** Deadlines as the parser leaves them: a window beside a single repetition is its bound, scopes beside a request are the request's. */

const month = fc.integer({ min: 1, max: 12 });
const fullYear = fc.integer({ min: 1990, max: 2099 });
const season = fc.constantFrom('autumn', 'winter', 'spring', 'summer');
const edge = fc.constantFrom('start', 'middle', 'end');

const yearRef: fc.Arbitrary<YearRef> = fc.oneof(
  fc.constant(null),
  fullYear.map((calendar) => ({ calendar })),
  fc.constant({ school: null }),
  fullYear.map((school) => ({ school })),
  fc.tuple(fullYear, fc.integer({ min: 2, max: 6 })).map(([school, count]) => ({ school, last: school + count })),
);

const monthPart = fc.constantFrom<MonthPart>(
  'start',
  'middle',
  'end',
  'firstHalf',
  'secondHalf',
  'decade1',
  'decade2',
  'decade3',
  'week1',
  'week2',
  'week3',
  'week4',
  'week5',
  'lastWeek',
);

const day: fc.Arbitrary<CalendarUnit> = fc.record({
  unit: fc.constant('day'),
  day: fc.integer({ min: 1, max: 31 }),
  month,
  year: yearRef,
});
const monthUnit: fc.Arbitrary<CalendarUnit> = fc.record({ unit: fc.constant('month'), month, year: yearRef });
const partOfMonth: fc.Arbitrary<CalendarUnit> = fc.record({
  unit: fc.constant('monthPart'),
  part: monthPart,
  month,
  year: yearRef,
});
const weekdayOfMonth: fc.Arbitrary<CalendarUnit> = fc.record({
  unit: fc.constant('weekdayOfMonth'),
  nth: fc.constantFrom(-1, 1, 2, 3, 4, 5),
  weekday: fc.integer({ min: 1, max: 7 }),
  month,
  year: yearRef,
});
const term: fc.Arbitrary<CalendarUnit> = fc.oneof(
  fc.record({
    unit: fc.constantFrom('quarter' as const, 'schoolQuarter' as const),
    number: fc.integer({ min: 1, max: 4 }),
    year: yearRef,
  }),
  fc.record({ unit: fc.constant('trimester' as const), number: fc.integer({ min: 1, max: 3 }), year: yearRef }),
  fc.record({ unit: fc.constant('halfYear' as const), number: fc.integer({ min: 1, max: 2 }), year: yearRef }),
  fc.record({ unit: fc.constantFrom('holidays' as const, 'season' as const), season, year: yearRef }),
);
const saidYear = yearRef.filter((year) => year !== null);
const wholeYear: fc.Arbitrary<CalendarUnit> = fc.record({ unit: fc.constant('year'), year: saidYear });
const years: fc.Arbitrary<CalendarUnit> = fc
  .tuple(fullYear, fc.integer({ min: 1, max: 6 }))
  .map(([first, count]) => ({ unit: 'years', first, last: first + count, maybeSchool: false }));
const partOf: fc.Arbitrary<CalendarUnit> = fc.record({
  unit: fc.constant('partOf'),
  part: edge,
  whole: fc.oneof(term, wholeYear, fc.constant<CalendarUnit>({ unit: 'year', year: null })),
});

const unit = fc.oneof(day, monthUnit, partOfMonth, weekdayOfMonth, term, partOf);

const monthless: fc.Arbitrary<CalendarUnit> = fc.record({
  unit: fc.constant('monthPart'),
  part: fc.constantFrom<MonthPart>('week1', 'week2', 'week3', 'week4', 'week5', 'lastWeek'),
  month: fc.constant(null),
  year: fc.constant(null),
});

export const whens: fc.Arbitrary<When> = fc.oneof(
  fc.oneof(unit, wholeYear, years, monthless).map((inside): When => ({ kind: 'in', unit: inside })),
  fc.integer({ min: 1990, max: 2098 }).map(
    (first): When => ({
      kind: 'in',
      unit: { unit: 'years', first, last: first + 1, maybeSchool: true },
    }),
  ),
  fc.record({ kind: fc.constant('range' as const), from: unit, to: unit }),
  fc.oneof(unit, wholeYear, years).map((inside): When => ({ kind: 'by', unit: inside })),
  fc.oneof(monthUnit, term, wholeYear, day).map((inside): When => ({ kind: 'before', unit: inside })),
  unit.map((inside): When => ({ kind: 'since', unit: inside })),
);

const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1));
const unitNames: readonly RepeatUnit[] = [
  'day',
  'workingDay',
  'week',
  'month',
  'quarter',
  'schoolQuarter',
  'trimester',
  'halfYear',
  'year',
];
const plain = { interval: 1, times: 1, within: null } as const;

const rules: fc.Arbitrary<Repeat> = fc.oneof(
  fc
    .record({
      unit: fc.constantFrom(...unitNames),
      interval: fc.integer({ min: 1, max: 12 }),
      times: fc.integer({ min: 1, max: 6 }),
    })
    .filter(({ unit: name, interval, times }) => !(name === 'year' && interval === 1 && times === 1))
    .filter(({ interval, times }) => times === 1 || interval % times !== 0)
    .map((rule): Repeat => ({ ...rule, on: null, within: null })),
  fc.record({ unit: fc.constantFrom(...unitNames), part: edge }).map(
    ({ unit: name, part }): Repeat => ({
      ...plain,
      unit: name,
      on: { kind: 'part', part },
    }),
  ),
  fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }).map(
    (days): Repeat => ({
      ...plain,
      unit: 'week',
      on: { kind: 'weekdays', weekdays: [...days].sort((a, b) => a - b), nth: [] },
    }),
  ),
  fc
    .tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1), { minLength: 1, maxLength: 3 }),
    )
    .map(([weekday, nth]): Repeat => ({ ...plain, unit: 'month', on: { kind: 'weekdays', weekdays: [weekday], nth } })),
  fc
    .record({
      unit: fc.constantFrom('month' as const, 'quarter' as const),
      days: fc.uniqueArray(monthDay, { minLength: 1, maxLength: 3 }),
      by: fc.boolean(),
    })
    .map(({ unit: name, days, by }): Repeat => ({ ...plain, unit: name, on: { kind: 'monthDays', days, by } })),
  fc
    .record({ from: fc.integer({ min: 1, max: 30 }), to: fc.integer({ min: 2, max: 31 }) })
    .map(({ from, to }): Repeat => ({ ...plain, unit: 'month', on: { kind: 'monthDaySpan', from, to } })),
);

const bounds: fc.Arbitrary<When> = fc.oneof(
  fc.record({ kind: fc.constant('range' as const), from: unit, to: unit }),
  unit.map((inside): When => ({ kind: 'since', unit: inside })),
  unit.map((inside): When => ({ kind: 'by', unit: inside })),
);

const repeats = fc.tuple(rules, fc.option(bounds)).map(([rule, within]): Repeat => ({ ...rule, within }));

const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom<Scope>('year', 'schoolYear', 'period'),
  fullYear.map((calendar): Scope => ({ kind: 'in', unit: { unit: 'year', year: { calendar } } })),
  fullYear.map((school): Scope => ({ kind: 'in', unit: { unit: 'year', year: { school } } })),
  years.map((inside): Scope => ({ kind: 'in', unit: inside })),
);

const reasons = fc.constantFrom<DemandReason>('request', 'need', 'possibility', 'wish');
const demands = fc.record({ reason: reasons, within: fc.option(scopes) });

const relatives: fc.Arbitrary<RelativeTerm> = fc
  .record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom<RelativeTerm['unit']>('workingDay', 'day', 'week', 'month'),
    direction: fc.constantFrom<RelativeTerm['direction']>('after', 'before'),
    anchor: fc.option(
      fc.constantFrom('подписания соглашения', 'начала занятий', 'издания приказа', 'итоговой встречи'),
    ),
  })
  .filter(({ direction, anchor }) => direction === 'after' || anchor !== null);

const externals = fc.constantFrom(
  'по отдельному графику',
  'по итогам учебного года',
  'в установленные сроки',
  'после защиты проектов',
  'при наличии наставляемых',
  'согласно плану работы школы',
);

const yearly = fc.oneof(
  fc.constant({ since: null, unknownStart: false }),
  fullYear.map((since) => ({ since, unknownStart: false })),
  fc.constant({ since: null, unknownStart: true }),
);

/** The whole of the language, in the normal form in which the parser answers. */
export const deadlines: fc.Arbitrary<Deadline> = fc.oneof(
  fc
    .record({ windows: fc.array(whens, { minLength: 1, maxLength: 3 }), yearly: fc.option(yearly) })
    .filter(({ windows, yearly: each }) => each === null || windows.every((when) => !isSinceYear(when)))
    .map((given): Deadline => ({ ...noDeadline, ...given })),
  repeats.map((repeat): Deadline => ({ ...noDeadline, repeats: [repeat] })),
  fc
    .record({
      windows: fc.array(whens, { maxLength: 2 }),
      onDemand: fc.option(demands, { nil: null }),
      relative: fc.option(relatives),
      external: fc.option(externals),
    })
    .filter(
      ({ windows, onDemand, relative, external }) => windows.length > 0 || Boolean(onDemand ?? relative ?? external),
    )
    .map((given): Deadline => ({ ...noDeadline, ...given })),
  fc
    .record({ windows: fc.array(whens, { maxLength: 2 }), continuous: fc.oneof(scopes, fc.constant<Scope>('always')) })
    .map((given): Deadline => ({ ...noDeadline, ...given })),
  demands.map(
    (onDemand): Deadline => ({ ...noDeadline, continuous: 'always', onDemand: { ...onDemand, within: null } }),
  ),
);

function isSinceYear(when: When): boolean {
  return when.kind === 'since' && when.unit.unit === 'year';
}

/** Words, numbers and signs of deadline cells thrown together, for what no plan has written yet. */
export const scraps: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'сентябрь',
        'мая',
        'до',
        'с',
        'по',
        'в',
        'не позднее',
        '1',
        '31',
        '32',
        '2024',
        '13.02.2023',
        '30.02',
        'г.',
        'I',
        'IV',
        'квартал',
        'четверть',
        'раз',
        'каждый',
        'понедельник',
        'ежегодно',
        'ежемес',
        'неделя',
        'последняя',
        'числа',
        '-',
        '–',
        ',',
        ';',
        '(',
        ')',
        '/',
        '№ 2',
        'каб. 12',
        'в течение',
        'года',
        'учебного',
        'по запросу',
        'рабочих дней',
        'после',
        'графику',
        'далее',
        'каникулы',
        'осенние',
        'конец',
        'X',
        '10-00',
        '|',
        '\n',
        'ьдекабр',
      ),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(' '));

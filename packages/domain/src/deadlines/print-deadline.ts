import type { Deadline, Repeat, RepeatUnit, Scope, When } from './deadline.ts';
import { printRelative } from './print-relative.ts';
import { orderOfWeekday, printUnit, WEEKDAYS } from './print-unit.ts';

/** A deadline in Russian as a school would write it: «сентябрь, в течение года по запросу». Reads back as the same deadline. */
export function printDeadline(deadline: Deadline): string {
  const parts = [
    printWindows(deadline.windows),
    ...printYearly(deadline),
    ...deadline.repeats.map(printRepeat),
    deadline.continuous === null ? '' : printScope(deadline.continuous),
    deadline.onDemand === null ? '' : printDemand(deadline.onDemand),
    deadline.relative === null ? '' : printRelative(deadline.relative),
    deadline.external ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** A semicolon where a comma would let a word of the next window reach back to the one before. */
function printWindows(windows: readonly When[]): string {
  let text = '';
  windows.forEach((when, index) => {
    const before = windows[index - 1];
    if (before) text += lendsWord(before, when) ? '; ' : ', ';
    text += printWhen(when);
  });
  return text;
}

function lendsWord(before: When, when: When): boolean {
  // «До 20 мая, 20 декабря» would be two due dates.
  if (before.kind === 'by' && when.kind === 'in' && before.unit.unit === 'day' && when.unit.unit === 'day') return true;
  const last = before.kind === 'range' ? before.to : before.unit;
  const first = when.kind === 'range' ? when.from : when.unit;
  if (first.unit === 'year' || first.unit === 'years') return true;
  // «Осень, осенние каникулы» would read as two holidays.
  if (last.unit === 'season' && first.unit === 'holidays') return true;
  return last.unit !== 'years' && 'year' in last && last.year === null && 'year' in first && first.year !== null;
}

export function printWhen(when: When): string {
  switch (when.kind) {
    case 'range':
      return printRange(when);
    case 'in':
      return when.unit.unit === 'years' && when.unit.last === when.unit.first + 1 && !when.unit.maybeSchool
        ? `на ${printUnit(when.unit, 'nominative')}`
        : printUnit(when.unit, 'nominative');
    case 'since':
      return `с ${printUnit(when.unit, 'genitive')}`;
    case 'before':
      return when.unit.unit === 'day' || when.unit.unit === 'monthPart' || when.unit.unit === 'weekdayOfMonth'
        ? `накануне ${printUnit(when.unit, 'genitive')}`
        : `до начала ${printUnit(when.unit, 'genitive')}`;
    case 'by': {
      // «До начала апреля» would mean March.
      const starts = (when.unit.unit === 'monthPart' || when.unit.unit === 'partOf') && when.unit.part === 'start';
      // «До осенних каникул» would mean before they begin.
      return starts || when.unit.unit === 'holidays'
        ? `по ${printUnit(when.unit, 'nominative')}`
        : `до ${printUnit(when.unit, 'genitive')}`;
    }
  }
}

/** «16–31 января 2023 г.», «октябрь 2023 г. – апрель 2024 г.» */
function printRange({ from, to }: Extract<When, { kind: 'range' }>): string {
  const sameMonth = from.unit === 'day' && to.unit === 'day' && from.month === to.month;
  if (sameMonth && JSON.stringify(from.year) === JSON.stringify(to.year)) {
    return `${from.day}–${printUnit(to, 'nominative')}`;
  }
  return `${printUnit(from, 'nominative')} – ${printUnit(to, 'nominative')}`;
}

function printYearly({ yearly }: Deadline): string[] {
  if (!yearly) return [];
  if (yearly.unknownStart) return ['начиная с X года', 'далее ежегодно'];
  return [yearly.since === null ? 'ежегодно' : `ежегодно с ${yearly.since} года`];
}

const ADVERBS: Readonly<Partial<Record<RepeatUnit, string>>> = {
  day: 'ежедневно',
  week: 'еженедельно',
  month: 'ежемесячно',
  quarter: 'ежеквартально',
};

/** Forms after «1 раз в», «1 раз в 2», «1 раз в 5», «каждого». */
const UNITS: Readonly<Record<RepeatUnit, readonly [one: string, few: string, many: string, each: string]>> = {
  day: ['день', 'дня', 'дней', 'каждого дня'],
  workingDay: ['рабочий день', 'рабочих дня', 'рабочих дней', 'каждого рабочего дня'],
  week: ['неделю', 'недели', 'недель', 'каждой недели'],
  month: ['месяц', 'месяца', 'месяцев', 'каждого месяца'],
  quarter: ['квартал', 'квартала', 'кварталов', 'каждого квартала'],
  schoolQuarter: ['четверть', 'четверти', 'четвертей', 'каждой четверти'],
  trimester: ['триместр', 'триместра', 'триместров', 'каждого триместра'],
  halfYear: ['полугодие', 'полугодия', 'полугодий', 'каждого полугодия'],
  year: ['год', 'года', 'лет', 'каждого года'],
};

function printRepeat(repeat: Repeat): string {
  const rule = printRule(repeat);
  if (!repeat.within) return rule;
  return `${printWhen(repeat.within)}, ${repeat.within.kind === 'since' ? 'далее ' : ''}${rule}`;
}

function printRule(repeat: Repeat): string {
  const { unit, interval, times, on } = repeat;
  if (on?.kind === 'part') {
    const where = { start: 'в начале', middle: 'в середине', end: 'в конце' }[on.part];
    return `${where} ${UNITS[unit][3]}`;
  }
  const adverb = interval === 1 && times === 1 ? ADVERBS[unit] : undefined;
  if (adverb) return adverb + printPlace(repeat);
  const every = interval === 1 ? UNITS[unit][0] : `${interval} ${UNITS[unit][plural(interval)]}`;
  return `${times} ${plural(times) === 1 ? 'раза' : 'раз'} в ${every}`;
}

function printPlace({ on }: Repeat): string {
  switch (on?.kind) {
    case undefined:
    case 'part':
      return '';
    case 'monthDays':
      return ` ${on.by ? 'до ' : ''}${list(on.days.map(printMonthDay))} числа`;
    case 'monthDaySpan':
      return ` с ${on.from} по ${on.to} число`;
    case 'weekdays': {
      if (on.nth.length === 0) return ` по ${list(on.weekdays.map((day) => WEEKDAYS[day - 1]?.by ?? ''))}`;
      const day = on.weekdays[0] ?? 1;
      return `, ${list(on.nth.map((nth) => orderOfWeekday(nth, day)))} ${WEEKDAYS[day - 1]?.forms[0]}`;
    }
  }
}

function printMonthDay(day: number): string {
  return day === -1 ? 'последнего' : String(day);
}

function printScope(scope: Scope): string {
  switch (scope) {
    case 'always':
      return 'постоянно';
    case 'year':
      return 'в течение года';
    case 'schoolYear':
      return 'в течение учебного года';
    case 'period':
      return 'в течение всего периода';
    default:
      return scope.kind === 'in' ? `в течение ${printUnit(scope.unit, 'genitive')}` : printWhen(scope);
  }
}

function printDemand({ reason, within }: NonNullable<Deadline['onDemand']>): string {
  const words = {
    request: 'по запросу',
    need: 'по необходимости',
    possibility: 'по возможности',
    wish: 'по желанию',
  }[reason];
  return within === null ? words : `${printScope(within)} ${words}`;
}

/** Index of the form in `UNITS`: 0 one, 1 few, 2 many. */
function plural(count: number): 0 | 1 | 2 {
  const [tens, ones] = [count % 100, count % 10];
  if (ones === 1 && tens !== 11) return 0;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} и ${last}` : last;
}

import type { CalendarUnit, MonthPart, Season, YearRef } from './deadline.ts';

/** The case in which a unit is printed: alone, or after «до», «с». */
export type Case = 'nominative' | 'genitive';

type Forms = readonly [nominative: string, genitive: string];

const MONTHS: readonly Forms[] = [
  ['январь', 'января'],
  ['февраль', 'февраля'],
  ['март', 'марта'],
  ['апрель', 'апреля'],
  ['май', 'мая'],
  ['июнь', 'июня'],
  ['июль', 'июля'],
  ['август', 'августа'],
  ['сентябрь', 'сентября'],
  ['октябрь', 'октября'],
  ['ноябрь', 'ноября'],
  ['декабрь', 'декабря'],
];

const EDGES: Readonly<Record<'start' | 'middle' | 'end', Forms>> = {
  start: ['начало', 'начала'],
  middle: ['середина', 'середины'],
  end: ['конец', 'конца'],
};

const PARTS: Readonly<Record<MonthPart, Forms>> = {
  ...EDGES,
  firstHalf: ['первая половина', 'первой половины'],
  secondHalf: ['вторая половина', 'второй половины'],
  decade1: ['первая декада', 'первой декады'],
  decade2: ['вторая декада', 'второй декады'],
  decade3: ['третья декада', 'третьей декады'],
  week1: ['первая неделя', 'первой недели'],
  week2: ['вторая неделя', 'второй недели'],
  week3: ['третья неделя', 'третьей недели'],
  week4: ['четвёртая неделя', 'четвёртой недели'],
  week5: ['пятая неделя', 'пятой недели'],
  lastWeek: ['последняя неделя', 'последней недели'],
};

const SEASONS: Readonly<Record<Season, { readonly alone: Forms; readonly holidays: Forms }>> = {
  autumn: { alone: ['осень', 'осени'], holidays: ['осенние каникулы', 'осенних каникул'] },
  winter: { alone: ['зима', 'зимы'], holidays: ['зимние каникулы', 'зимних каникул'] },
  spring: { alone: ['весна', 'весны'], holidays: ['весенние каникулы', 'весенних каникул'] },
  summer: { alone: ['лето', 'лета'], holidays: ['летние каникулы', 'летних каникул'] },
};

export const WEEKDAYS: readonly { readonly gender: 'm' | 'f' | 'n'; readonly forms: Forms; readonly by: string }[] = [
  { gender: 'm', forms: ['понедельник', 'понедельника'], by: 'понедельникам' },
  { gender: 'm', forms: ['вторник', 'вторника'], by: 'вторникам' },
  { gender: 'f', forms: ['среда', 'среды'], by: 'средам' },
  { gender: 'm', forms: ['четверг', 'четверга'], by: 'четвергам' },
  { gender: 'f', forms: ['пятница', 'пятницы'], by: 'пятницам' },
  { gender: 'f', forms: ['суббота', 'субботы'], by: 'субботам' },
  { gender: 'n', forms: ['воскресенье', 'воскресенья'], by: 'воскресеньям' },
];

const ORDERS: Readonly<Record<number, { readonly m: string; readonly f: string; readonly n: string }>> = {
  [-1]: { m: 'последний', f: 'последняя', n: 'последнее' },
  1: { m: 'первый', f: 'первая', n: 'первое' },
  2: { m: 'второй', f: 'вторая', n: 'второе' },
  3: { m: 'третий', f: 'третья', n: 'третье' },
  4: { m: 'четвёртый', f: 'четвёртая', n: 'четвёртое' },
  5: { m: 'пятый', f: 'пятая', n: 'пятое' },
};

const OBLIQUE_ORDERS: Readonly<Record<number, readonly [m: string, f: string]>> = {
  [-1]: ['последнего', 'последней'],
  1: ['первого', 'первой'],
  2: ['второго', 'второй'],
  3: ['третьего', 'третьей'],
  4: ['четвёртого', 'четвёртой'],
  5: ['пятого', 'пятой'],
};

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** «Первая», «последний»: the order in the gender of the weekday. */
export function orderOfWeekday(nth: number, weekday: number): string {
  return ORDERS[nth]?.[WEEKDAYS[weekday - 1]?.gender ?? 'm'] ?? '';
}

/** A unit in words: «16 мая 2023 г.», «конец марта», «II квартал 2025 г.». */
export function printUnit(unit: CalendarUnit, inCase: Case): string {
  const form = (forms: Forms | undefined): string => forms?.[inCase === 'genitive' ? 1 : 0] ?? '';
  switch (unit.unit) {
    case 'day':
      return `${unit.day} ${MONTHS[unit.month - 1]?.[1]}${printYear(unit.year)}`;
    case 'month':
      return form(MONTHS[unit.month - 1]) + printYear(unit.year);
    case 'monthPart':
      return unit.month === null
        ? form(PARTS[unit.part])
        : `${form(PARTS[unit.part])} ${MONTHS[unit.month - 1]?.[1]}${printYear(unit.year)}`;
    case 'weekdayOfMonth': {
      const weekday = WEEKDAYS[unit.weekday - 1];
      const oblique = OBLIQUE_ORDERS[unit.nth]?.[weekday?.gender === 'f' ? 1 : 0];
      const order = inCase === 'genitive' ? oblique : orderOfWeekday(unit.nth, unit.weekday);
      return `${order} ${form(weekday?.forms)} ${MONTHS[unit.month - 1]?.[1]}${printYear(unit.year)}`;
    }
    case 'quarter':
      return `${ROMAN[unit.number - 1]} ${form(['квартал', 'квартала'])}${printYear(unit.year)}`;
    case 'schoolQuarter':
      return `${ROMAN[unit.number - 1]} ${form(['четверть', 'четверти'])}${printYear(unit.year)}`;
    case 'trimester':
      return `${ROMAN[unit.number - 1]} ${form(['триместр', 'триместра'])}${printYear(unit.year)}`;
    case 'halfYear':
      return `${ROMAN[unit.number - 1]} ${form(['полугодие', 'полугодия'])}${printYear(unit.year)}`;
    case 'holidays':
      return form(SEASONS[unit.season].holidays) + printYear(unit.year);
    case 'season':
      return form(SEASONS[unit.season].alone) + printYear(unit.year);
    case 'year':
      return printWholeYear(unit.year, inCase);
    case 'years':
      return `${unit.first}–${unit.last} гг.`;
    case 'partOf':
      return `${form(EDGES[unit.part])} ${printUnit(unit.whole, 'genitive')}`;
  }
}

function printWholeYear(year: YearRef, inCase: Case): string {
  if (year === null) return inCase === 'genitive' ? 'года' : 'год';
  if ('calendar' in year) return `${year.calendar} г.`;
  const name = inCase === 'genitive' ? 'учебного года' : 'учебный год';
  return year.school === null ? name : `${schoolYears(year.school, year.last)} ${name}`;
}

/** The year after a unit, with its space; empty where none is said. */
function printYear(year: YearRef): string {
  if (year === null) return '';
  if ('calendar' in year) return ` ${year.calendar} г.`;
  return year.school === null ? ' текущего учебного года' : ` ${schoolYears(year.school, year.last)} учебного года`;
}

function schoolYears(first: number, last: number | undefined): string {
  return `${first}–${last ?? first + 1}`;
}

import type { RelativeTerm } from './deadline.ts';

type Forms = readonly [one: string, few: string, many: string, from: string];

const UNITS: Readonly<Record<RelativeTerm['unit'], Forms>> = {
  workingDay: ['рабочий день', 'рабочих дня', 'рабочих дней', 'рабочего дня'],
  day: ['день', 'дня', 'дней', 'дня'],
  week: ['неделю', 'недели', 'недель', 'недели'],
  month: ['месяц', 'месяца', 'месяцев', 'месяца'],
};

/** «В течение 10 рабочих дней после подписания», «за 3 дня до начала». */
export function printRelative({ amount, unit, direction, anchor }: RelativeTerm): string {
  const [one, few, many, from] = UNITS[unit];
  if (direction === 'before') {
    const count = plural(amount) === 'one' ? one : plural(amount) === 'few' ? few : many;
    return `за ${amount} ${count} до ${anchor ?? 'события'}`;
  }
  const count = plural(amount) === 'one' ? from : many;
  return `в течение ${amount} ${count}${anchor === null ? '' : ` после ${anchor}`}`;
}

function plural(amount: number): 'one' | 'few' | 'many' {
  const [ten, unit] = [amount % 100, amount % 10];
  if (unit === 1 && ten !== 11) return 'one';
  return unit >= 2 && unit <= 4 && (ten < 12 || ten > 14) ? 'few' : 'many';
}

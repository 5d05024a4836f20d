import type { PlainDate } from '../calendar/plain-date.ts';

/**
 * Full years on a day (INDICATORS §0.7). Whoever was born on 29 February turns a year older on 1 March of a common
 * year. Negative before the birth.
 */
export function age(birthDate: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day on which the person becomes so many years old: 1 March for 29 February in a common year. */
export function turnsOn(birthDate: PlainDate, years: number): PlainDate {
  const year = Number(birthDate.slice(0, 4)) + years;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const day = birthDate.slice(5) === '02-29' && !isLeap ? '03-01' : birthDate.slice(5);
  return `${String(year).padStart(4, '0')}-${day}` as PlainDate;
}

/** Younger than 18 on the day (ГК art. 21). Emancipation is another question: it does not make older. */
export function isMinor(birthDate: PlainDate, on: PlainDate): boolean {
  return age(birthDate, on) < 18;
}

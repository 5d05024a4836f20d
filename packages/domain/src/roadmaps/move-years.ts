/**
 * A deadline phrase of one year said for another: «до 13.02.2024» a year later is «до 13.02.2025», «сентябрь» stays.
 * Every way in which the deadline language writes a year moves: 2024, 13.02.24, 2024/25.
 * @param by whole years, may be negative
 */
export function moveYears(phrase: string, by: number): string {
  return phrase.replace(YEARS, (found, full?: string, tail?: string, dayMonth?: string, short?: string) => {
    if (dayMonth !== undefined) return dayMonth + twoDigits(Number(short) + by);
    return tail === undefined
      ? String(Number(full) + by)
      : `${Number(full) + by}${tail.slice(0, -2)}${twoDigits(Number(tail.slice(-2)) + by)}`;
  });
}

/** A full year, maybe with a short second one; or day, month and a short year. */
const YEARS =
  /(?<!\d)((?:19|20)\d\d)(\s?[/–-]\s?\d\d(?!\d|\.\d))?(?!\d)|(?<![\d.])(\d{1,2}\.\d{1,2}\.)(\d\d)(?![\d.])/g;

function twoDigits(year: number): string {
  return String(((year % 100) + 100) % 100).padStart(2, '0');
}

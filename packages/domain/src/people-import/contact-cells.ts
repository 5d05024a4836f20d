/** «8 (900) 123-45-67» → `+79001234567`; a foreign number needs its plus. `undefined`: no telephone. */
export function readPhone(cell: string): string | undefined {
  const trimmed = cell.trim();
  if (!/^\+?[\d\s()\u00a0.\u2010-\u2015-]{6,30}$/.test(trimmed)) return undefined;
  const digits = trimmed.replace(/\D/g, '');
  if (trimmed.startsWith('+') && !trimmed.startsWith('+7')) {
    return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : undefined;
  }
  if (digits.length === 10 && /^[3489]/.test(digits)) return `+7${digits}`;
  return digits.length === 11 && /^[78]/.test(digits) ? `+7${digits.slice(1)}` : undefined;
}

/** An address as mail can be sent to it; its domain in small letters. `undefined`: none. */
export function readEmail(cell: string): string | undefined {
  const trimmed = cell.trim().replace(/^mailto:/i, '');
  const [, box, domain] = /^([^\s@,;<>()"]{1,64})@([^\s@,;<>()"]{1,190})$/.exec(trimmed) ?? [];
  if (box === undefined || domain === undefined) return undefined;
  const isSound =
    !/^\.|\.\.|\.$/.test(box) && /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u.test(domain);
  return isSound ? `${box}@${domain.toLowerCase()}` : undefined;
}

/** «5», «5 лет», «5,5», «5 л. 3 мес.» → 5 full years; «менее года» → 0. */
export function readYears(cell: string): number | undefined {
  const key = cell.trim().toLowerCase().replaceAll('ё', 'е');
  if (/^(?:менее|меньше|до) (?:1 )?(?:года|год)$|^(?:нет|без стажа)$/.test(key)) return 0;
  if (/^\d{1,2} ?мес/.test(key)) return Math.floor(Number.parseInt(key, 10) / 12);
  const [, years] = /^(\d{1,2})(?:[.,]\d+)?(?: ?(?:лет|года?|л|г)\.?(?: ?(?:и )?\d{1,2} ?мес\S*)?)?$/.exec(key) ?? [];
  const number = Number(years);
  return years === undefined || number > 70 ? undefined : number;
}

/** A whole number of people or years, thousands with spaces. */
export function readWhole(cell: string, from: number, to: number): number | undefined {
  const digits = cell
    .trim()
    .replace(/(?<=\d)[\s\u00a0](?=\d{3}\b)/g, '')
    .replace(/[.,]0+$/, '');
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  const number = Number(digits);
  return number >= from && number <= to ? number : undefined;
}

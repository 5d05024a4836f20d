/** СНИЛС: eleven digits without signs, the last two of which control the others. Kept as text: it may begin with zero. */
export type Snils = string & { readonly snils: unique symbol };

export type SnilsFault = 'snils.characters' | 'snils.length' | 'snils.zero' | 'snils.checksum';

/** Numbers up to this one were given without control digits by the present rule, so nothing is compared. */
const LAST_UNCHECKED = 1_001_998;

/**
 * Reads «112-233-445 95», «11223344595», with any spaces and dashes. A sheet that kept the number as a figure has lost
 * its zeros in front; they come back where the control digits agree.
 */
export function readSnils(text: string): { readonly snils: Snils } | { readonly fault: SnilsFault } {
  const digits = text.replace(/[\s\u00a0.\u2010-\u2015\u2212-]/g, '');
  if (!/^\d*$/.test(digits)) return { fault: 'snils.characters' };
  const full = digits.length < 11 && digits.length > 8 ? digits.padStart(11, '0') : digits;
  if (full.length !== 11) return { fault: 'snils.length' };
  if (/^0+$/.test(full)) return { fault: 'snils.zero' };
  const checked = Number(full.slice(0, 9)) > LAST_UNCHECKED;
  if (digits.length < 11 && !(checked && isControlled(full))) return { fault: 'snils.length' };
  if (checked && !isControlled(full)) return { fault: 'snils.checksum' };
  return { snils: full as Snils };
}

/** «112-233-445 95». */
export function printSnils(snils: Snils): string {
  return `${snils.slice(0, 3)}-${snils.slice(3, 6)}-${snils.slice(6, 9)} ${snils.slice(9)}`;
}

/** The two control digits of nine: digits weighted 9 … 1, modulo 101, and 100 is written 00. */
export function snilsControl(nine: string): string {
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(nine[at]) * (9 - at);
  return String((sum % 101) % 100).padStart(2, '0');
}

function isControlled(eleven: string): boolean {
  return snilsControl(eleven.slice(0, 9)) === eleven.slice(9);
}

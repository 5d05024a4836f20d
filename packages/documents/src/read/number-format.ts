/** The kinds of automatic numbers that word processors know, by one name for DOCX, DOC and ODT. */
export type NumberFormat =
  | 'decimal'
  | 'decimal-zero'
  | 'upper-roman'
  | 'lower-roman'
  | 'upper-letter'
  | 'lower-letter'
  | 'upper-russian'
  | 'lower-russian'
  | 'bullet'
  | 'none';

/** The visible number `value` (from 1) in the given kind; what has no such number (zero, too large) is a decimal. */
export function formatNumber(value: number, format: NumberFormat): string {
  switch (format) {
    case 'decimal-zero':
      return String(value).padStart(2, '0');
    case 'upper-roman':
      return roman(value);
    case 'lower-roman':
      return roman(value).toLowerCase();
    case 'upper-letter':
      return letter(value, LATIN).toUpperCase();
    case 'lower-letter':
      return letter(value, LATIN);
    case 'upper-russian':
      return letter(value, RUSSIAN).toUpperCase();
    case 'lower-russian':
      return letter(value, RUSSIAN);
    case 'bullet':
    case 'none':
      return '';
    case 'decimal':
      return String(value);
  }
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** ECMA-376 17.18.59 russianLower: without ё, й, ъ and ь. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя';

/** After the last letter the letters are doubled: я, аа, бб. */
function letter(value: number, letters: string): string {
  if (value < 1 || value > letters.length * 10) return String(value);
  return (letters[(value - 1) % letters.length] ?? '').repeat(Math.ceil(value / letters.length));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 4999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

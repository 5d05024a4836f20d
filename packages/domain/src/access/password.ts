export type PasswordFault = 'short' | 'common' | 'contains-name' | 'one-character' | 'sequence';

export const PASSWORD_LENGTH = 10;

const COMMON = [
  'password',
  'qwerty',
  'йцукен',
  'пароль',
  'nastavnik',
  'наставник',
  'school',
  'школа',
  'admin',
  'letmein',
  'welcome',
  'iloveyou',
  'zxcvbn',
  'фывапролд',
  'учитель',
  'директор',
];

/**
 * Why a password is refused, or null. Length counts most; beyond it only what guessers try first is refused:
 * a common word with digits around it, the person's own names, one repeated character, a run of the keyboard.
 * @param names login, address and name of the person
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | null {
  const plain = password.toLowerCase();
  if (Array.from(password).length < PASSWORD_LENGTH) return 'short';
  if (new Set(plain).size < 4) return 'one-character';
  const letters = plain.replace(/[^\p{L}]+/gu, '');
  if (COMMON.includes(letters)) return 'common';
  if (isSequence(plain)) return 'sequence';
  const own = names.flatMap((name) => name.toLowerCase().split(/[\s@.]+/u)).filter((part) => part.length >= 4);
  return own.some((part) => plain.includes(part) && plain.length - part.length < 6) ? 'contains-name' : null;
}

/** Rows of the keyboard, one after another: a step from one row's end to the next is no step along a row. */
const ROWS = 'qwertyuiop asdfghjkl zxcvbnm йцукенгшщзхъ фывапролджэ ячсмитьбю';

/** Neighbours in code or on the keyboard for most of its length: 1234567890, abcdefghij, qwertyuiop. */
function isSequence(text: string): boolean {
  const characters = Array.from(text);
  let neighbours = 0;
  for (let index = 1; index < characters.length; index += 1) {
    if (areNeighbours(characters[index - 1]!, characters[index]!)) neighbours += 1;
  }
  return neighbours >= characters.length - 2;
}

function areNeighbours(one: string, other: string): boolean {
  if (Math.abs(one.codePointAt(0)! - other.codePointAt(0)!) === 1) return true;
  return ROWS.includes(one + other) || ROWS.includes(other + one);
}

import { BASIC_GRADE, type ClassName, FIRST_GRADE, LAST_GRADE } from './class-name.ts';
import { tidyName } from './normalise-name.ts';

const DASH = '[-\\u2010-\\u2015\\u2212]';
const SHAPE = new RegExp(
  `^(\\d{1,2})\\s*${DASH}?\\s*й?\\s*["«»“”„']?\\s*(\\p{L}{1,10}\\p{N}{0,2})?\\s*["«»“”„']?$`,
  'u',
);
/** «класс» and its shortenings before or after. */
const CLASS_WORD = /(^|[\s\d"«»“”'-])(?:классы?|кл\.?)(?=$|[\s\d"«»“”'.-])\.?/giu;

/**
 * Reads «7А», «7 "а"», «7-А класс», «7 кл. А», «10 тех», «10». One letter is made a capital, a profile keeps its small
 * letters. `undefined`: no class, or a year outside 1–11. Never throws.
 */
export function parseClassName(text: string): ClassName | undefined {
  if (text.length > 60) return undefined;
  const bare = text
    .normalize('NFC')
    .replace(CLASS_WORD, '$1 ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s.,()]+|[\s.,()]+$/g, '');
  const [, digits, word] = SHAPE.exec(bare) ?? [];
  const grade = Number(digits);
  if (digits === undefined || grade < FIRST_GRADE || grade > LAST_GRADE) return undefined;
  return { grade, letter: letterOf(word ?? '') };
}

function letterOf(word: string): string {
  // A class letter is Russian: «7A» typed in Latin is «7А».
  const russian = word.replace(/[A-Za-z]/g, (letter) => RUSSIAN[LATIN.indexOf(letter.toUpperCase())] ?? letter);
  if (russian.length === 1) return russian.toUpperCase();
  const isLoud = russian === russian.toUpperCase() && russian.length > 3;
  return isLoud ? tidyName(russian).toLowerCase() : russian;
}

const LATIN = 'ABCEHKMOPTXY';
const RUSSIAN = 'АВСЕНКМОРТХУ';

/** «7А», «10 тех», «10». */
export function printClassName({ grade, letter }: ClassName): string {
  return letter.length > 1 ? `${grade} ${letter}` : `${grade}${letter}`;
}

/** The same class: year and letter, whatever the case. */
export function sameClass(one: ClassName, other: ClassName): boolean {
  return classKey(one) === classKey(other);
}

export function classKey({ grade, letter }: ClassName): string {
  return `${grade}${letter.toLowerCase().replaceAll('ё', 'е')}`;
}

/** In the order of lists: by year, then by letter, Ё after Е. */
export function compareClasses(one: ClassName, other: ClassName): number {
  if (one.grade !== other.grade) return one.grade - other.grade;
  const [a, b] = [sortable(one.letter), sortable(other.letter)];
  return a < b ? -1 : Number(a > b);
}

function sortable(letter: string): string {
  return letter.toLowerCase().replaceAll('ё', 'е\uffff');
}

/** The class a year later, or `undefined` after the last. */
export function classAbove({ grade, letter }: ClassName): ClassName | undefined {
  return grade < LAST_GRADE ? { grade: grade + 1, letter } : undefined;
}

/** May a whole class of this year move up without anybody deciding? After the 9th and the 11th somebody decides. */
export function movesUpByItself(grade: number): boolean {
  return grade !== BASIC_GRADE && grade !== LAST_GRADE;
}

/** Ages, full years, at which pupils of a year are found: six and a half to eight in the first, with room for repeaters. */
export function usualAges(grade: number): { readonly from: number; readonly to: number } {
  return { from: grade + 5, to: grade + 9 };
}

/** Latin letters that look like Russian ones, small and capital apart: a small «t» looks like nothing Russian. */
const LATIN = 'ABCEHKMOPTXYaceopxy';
const RUSSIAN = 'АВСЕНКМОРТХУасеорху';
const WHOLLY_ALIKE = new RegExp(`^(?:[${LATIN}]|[^A-Za-z])+$`);

const ONE_RUSSIAN_WORD = /^[А-Яа-яЁё]+$/;
const DASHES = /\s*[-\u00ad\u2010-\u2015\u2212]\s*/g;
const APOSTROPHES = /[’ʼ`´‘]/g;
/** Joined to a father's name, in small letters: «Самед оглы». */
const PARTICLES = new Set(['оглы', 'оглу', 'кызы', 'гызы', 'улы', 'уулу', 'кизи', 'угли']);

/**
 * A name's words as they should stand: composed letters, one space, no space around a hyphen, Latin look-alikes made
 * Russian where the word is Russian otherwise, «ИВАНОВ» and «иванов» as «Иванов». Words in mixed case are left alone.
 */
export function tidyName(text: string): string {
  return spaced(text)
    .split(' ')
    .map((word) => capitalised(russified(word)))
    .join(' ');
}

/** True when `tidyName` had to change a Latin letter: people are told. */
export function hasLatinLookAlikes(text: string): boolean {
  return spaced(text)
    .split(' ')
    .some((word) => russified(word) !== word);
}

/** What two spellings of one name have in common: small letters, ё as е, no hyphens, look-alikes mended. */
export function nameKey(text: string): string {
  // Nearly all parts of names are one Russian word; imports compare hundreds of thousands of them.
  if (ONE_RUSSIAN_WORD.test(text)) return text.toLowerCase().replaceAll('ё', 'е');
  return russified(spaced(text).replaceAll('-', ' '), true).toLowerCase().replaceAll('ё', 'е').replace(/[.']/g, '');
}

function spaced(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b-\u200d\ufeff]+/g, ' ')
    .replace(DASHES, '-')
    .replace(APOSTROPHES, "'")
    .trim();
}

/** A word with a Russian letter is Russian; one wholly of look-alikes is taken for Russian when keys are made. */
function russified(word: string, wholly = false): string {
  const isRussian = /[а-яё]/i.test(word) || (wholly && WHOLLY_ALIKE.test(word));
  return isRussian ? word.replace(/[A-Za-z]/g, russianFor) : word;
}

function russianFor(letter: string): string {
  return RUSSIAN[LATIN.indexOf(letter)] ?? letter;
}

function capitalised(word: string): string {
  const isPlain = word === word.toUpperCase() || word === word.toLowerCase();
  if (!isPlain) return word;
  const small = word.toLowerCase();
  if (PARTICLES.has(small)) return small;
  return small.replace(/(^|[-'.])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}

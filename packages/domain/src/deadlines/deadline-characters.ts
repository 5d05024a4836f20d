/** A text brought to one alphabet and case; `at[i]` is the place of character `i` in the original. */
export type CleanText = { readonly text: string; readonly at: readonly number[] };

const LATIN_TWINS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  n: 'п',
  o: 'о',
  p: 'р',
  r: 'г',
  t: 'т',
  u: 'и',
  x: 'х',
  y: 'у',
  i: 'і',
};

/**
 * Lower case, «е» for «ё», one kind of dash and space; tags, soft hyphens and footnote stars go; Latin letters inside Russian
 * words become their twins. Digits are left to the tokenizer, which knows whether a number or a word is meant.
 */
export function cleanText(original: string): CleanText {
  const chars: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < original.length; i += 1) {
    const tag = original[i] === '<' ? /^<\/?[a-z][^<>]{0,40}>/i.exec(original.slice(i, i + 48)) : null;
    const entity = original[i] === '&' ? /^&(?:nbsp|ndash|mdash|minus|amp);/i.exec(original.slice(i, i + 8)) : null;
    const skipped = tag ?? entity;
    if (skipped) {
      chars.push(/dash|minus/i.test(skipped[0]) ? '-' : ' ');
      at.push(i);
      i += skipped[0].length - 1;
      continue;
    }
    const char = cleanChar(original[i] ?? '');
    if (char === '') continue;
    // «й» in two characters, as some files store it.
    chars.push(char === 'и' && original.charCodeAt(i + 1) === 0x306 ? 'й' : char);
    at.push(i);
  }
  at.push(original.length);
  return { text: digitsOfDates(twinsOfWords(chars.join(''))), at };
}

/** One character of the original; `''` for a mark that says nothing here. */
function cleanChar(char: string): string {
  const code = char.charCodeAt(0);
  if (char === '*' || isInvisible(code)) return '';
  if (/[\u00A0\u2000-\u200A\u202F\u3000\t\r_]/.test(char)) return ' ';
  if (/[\u2010-\u2015\u2212\uFE58\uFF0D~…÷]/.test(char)) return '-';
  if (code === 0x2028 || code === 0x2029 || code === 0x0b || code === 0x0c) return '\n';
  const lower = char.toLowerCase();
  if (lower.length !== 1) return char;
  return lower === 'ё' ? 'е' : lower;
}

/** Soft hyphens, zero-width signs, combining accents. */
function isInvisible(code: number): boolean {
  return code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x200d) || (code >= 0x300 && code <= 0x36f);
}

/** «О1.09.2024»: letters that recognition put for the digits of a date. */
function digitsOfDates(text: string): string {
  return text.replace(
    /(?<![а-яa-zі0-9])[0-9оoзliі]{1,2}\.[0-9оoзliі]{1,2}(?:\.[0-9оoзliі]{2,4})?(?![а-бд-яa-zі0-9])/g,
    (date) => (/\d/.test(date) ? date.replace(/[оo]/g, '0').replace(/з/g, '3').replace(/[liі]/g, '1') : date),
  );
}

function twinsOfWords(text: string): string {
  if (!/[a-z]/.test(text)) return text;
  return text.replace(/[a-zа-яі]+/g, (run) => (/[а-я]/.test(run) && /[a-z]/.test(run) ? inRussianLetters(run) : run));
}

/** Each Latin letter as the Russian one that looks like it: `mapt` → `март`. */
export function inRussianLetters(run: string): string {
  return run.replace(/[a-z]/g, (letter) => LATIN_TWINS[letter] ?? letter);
}

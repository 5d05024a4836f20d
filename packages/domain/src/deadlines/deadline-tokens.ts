import { cleanText, inRussianLetters } from './deadline-characters.ts';
import { exactWord, misspeltWord, type Word, type WordKind } from './deadline-words.ts';

/** A piece of a phrase. `from` and `to` are offsets in the original text. */
export type Token = {
  readonly kind:
    | 'number'
    | 'word'
    | 'date'
    | 'time'
    | 'noise'
    | 'dash'
    | 'comma'
    | 'slash'
    | 'open'
    | 'close'
    | 'other';
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The value of a number; its count of digits is `text.length`. */
  readonly n: number;
  /** What the word means; null for a word outside the language. */
  readonly word: Word | null;
  /** True for «1-го», «2-е». */
  readonly ordinal: boolean;
  /** A day written with digits; `year` null when it is not written. */
  readonly date: { readonly day: number; readonly month: number; readonly year: number | null } | null;
  /** True when the word was put together from a torn or run-on piece. */
  readonly glued: boolean;
};

const DATE = /(\d{1,2})\.(\d{1,2})(?:\.\s?(\d{4}|\d{2}))?(?!\d)\.?/y;
const SPACED_DATE = /(\d{1,2})\s?[.,]\s?(\d{1,2})\s?[.,]\s?(\d{4})(?!\d)/y;
const SLASH_DATE = /(\d{1,2})[/\\-](\d{1,2})[/\\-](\d{4})(?!\d)/y;
/** «15 09 2024»: the dots were lost. */
const BARE_DATE = /(0?[1-9]|[12]\d|3[01])\s(0[1-9]|1[0-2])\s((?:19|20)\d\d)(?!\d)/y;
const ISO_DATE = /(\d{4})[-.](\d{2})[-.](\d{2})(?!\d)/y;
const TIME = /(\d{1,2})[:.](\d{2})(?!\d)(?:\s?(?:ч|час|часов|часа)(?![а-я]))?/y;
const DASH_TIME = /(\d{1,2})-(00|15|20|30|40|45)(?![\d.])(?!\s*[а-я]{3})/y;
const HOURS = /(\d{1,2})\s?(?:ч|час|часов|часа|часам)(?![а-я])\.?(?:\s?\d{1,2}\s?мин[а-я]*\.?)?/y;
const MONTH_OF_YEAR = /(0?[1-9]|1[0-2])\s?[./]\s?((?:19|20)\d\d)(?![\d.])/y;
/** Short forms with a sign inside: «п/г», «кв-л», «г.г.», «у.г.». */
const SIGNED_WORDS: readonly (readonly [shape: RegExp, word: string])[] = [
  [/п\s?[/-]\s?(?:г|год|годие|годии|годия)(?![а-я])/y, 'полугодие'],
  [/кв-л[а-я]?(?![а-я])/y, 'квартал'],
  [/г\.\s?г(?![а-я])/y, 'гг'],
  [/у(?=\.\s?г(?![а-я]))/y, 'уч'],
];
const NUMBER_SIGN = /(?:№|n[°º]?(?=\s?\d))\s?№?\s*[\dа-яa-z]+(?:[-/.]\d+)*/y;
const ORDINAL_TAIL = /\s?-?(?:го|ый|ий|ой|ая|ая|ое|ую|ом|му|ей|х|й|е|я|ю|ти|м)(?![а-я])/y;
const DASHES = /-(?:\s?-)*/y;
const RUN = /[0-9a-zа-яіїєґ]+/y;

/** Cuts a phrase into tokens. Torn words are joined, run-on ones divided, misspelt ones understood where only one meaning is near. */
export function tokenizeDeadline(original: string): Token[] {
  const clean = cleanText(original);
  return mendWords(scan(clean.text, clean.at));
}

function scan(text: string, at: readonly number[]): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  const place = (kind: Token['kind'], end: number, more: Partial<Token> = {}) => {
    const from = at[i] ?? 0;
    const to = (at[end - 1] ?? 0) + 1;
    tokens.push({
      kind,
      text: text.slice(i, end),
      from,
      to,
      n: 0,
      word: null,
      ordinal: false,
      date: null,
      glued: false,
      ...more,
    });
    i = end;
  };
  while (i < text.length) {
    const char = text[i] ?? '';
    if (char === ' ' || char === '\n' || char === '.' || char === '"' || char === '«' || char === '»') {
      i += 1;
    } else if (char >= '0' && char <= '9' && scanDigits(text, i, place)) {
      // placed
    } else if (char === '№' || (char === 'n' && match(NUMBER_SIGN, text, i))) {
      place('noise', match(NUMBER_SIGN, text, i)?.end ?? i + 1);
    } else {
      const run = match(RUN, text, i);
      if (run && scanSigned(text, i, place)) continue;
      if (run) scanRun(text, i, run.end, place);
      // Two dashes side by side are one.
      else if (char === '-') place('dash', match(DASHES, text, i)?.end ?? i + 1);
      else if (char === ',' || char === ';') place('comma', i + 1);
      else if (char === '/' || char === '\\') place('slash', i + 1);
      else if (char === '(' || char === '[') place('open', i + 1);
      else if (char === ')' || char === ']') place('close', i + 1);
      else place('other', i + 1);
    }
  }
  return tokens;
}

function scanSigned(text: string, i: number, place: Place): boolean {
  for (const [shape, form] of SIGNED_WORDS) {
    const found = match(shape, text, i);
    if (!found) continue;
    place('word', found.end, { text: form, word: exactWord(form) });
    return true;
  }
  return false;
}

type Place = (kind: Token['kind'], end: number, more?: Partial<Token>) => void;

function scanDigits(text: string, i: number, place: Place): boolean {
  const iso = match(ISO_DATE, text, i);
  if (iso) return placeDate(place, iso.end, iso.groups[2], iso.groups[1], iso.groups[0]);
  for (const shape of [SPACED_DATE, SLASH_DATE, BARE_DATE]) {
    const date = match(shape, text, i);
    // Written in full it is a date even when there is no such day; that is said later.
    if (date) {
      return placeDate(place, date.end, date.groups[0], date.groups[1], date.groups[2]);
    }
  }
  const date = match(DATE, text, i);
  const time = match(TIME, text, i);
  const saysHours = time !== null && /ч/.test(text.slice(i, time.end));
  if (date && !saysHours && isMonthDay(date.groups[0], date.groups[1])) {
    return placeDate(place, date.end, date.groups[0], date.groups[1], date.groups[2]);
  }
  const monthOfYear = match(MONTH_OF_YEAR, text, i);
  if (monthOfYear) {
    const [month = '', year = ''] = monthOfYear.groups;
    place('word', monthOfYear.end - year.length, { word: { is: 'month', n: Number(month), v: '' } });
    place('number', monthOfYear.end, { text: year, n: Number(year) });
    return true;
  }
  const clock = time ?? match(DASH_TIME, text, i) ?? match(HOURS, text, i);
  if (clock && Number(clock.groups[0]) <= 24 && Number(clock.groups[1] ?? 0) < 60) {
    place('time', clock.end);
    return true;
  }
  return false;
}

function isMonthDay(day: string | undefined, month: string | undefined): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function placeDate(place: Place, end: number, day?: string, month?: string, year?: string): true {
  place('date', end, { date: { day: Number(day), month: Number(month), year: fullYear(year) } });
  return true;
}

/** `13` → 2013: school documents of two-digit years are of this century. */
function fullYear(year: string | undefined): number | null {
  if (year === undefined) return null;
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** A run of letters and digits without a space: `2023г`, `1сентября`, `0ктябрь`, `2О24`, `20132015`. */
function scanRun(text: string, start: number, end: number, place: Place): void {
  const run = text.slice(start, end);
  if (!/\d/.test(run)) {
    placeWord(run, start, end, place);
    return;
  }
  const asWord = run.replace(/0/g, 'о').replace(/3/g, 'з').replace(/6/g, 'б').replace(/1/g, 'і');
  const letters = run.replace(/\d/g, '').length;
  const exact = exactWord(asWord) ?? exactWord(run);
  // «Д0», «1V»: a digit inside a short word is trusted where the word begins with a letter or is a Roman number.
  if (exact && (letters > 2 || !/^\d/.test(run) || (exact.is === 'number' && letters > 0))) {
    place('word', end, { text: asWord, word: exact });
    return;
  }
  const head = /^\d+/.exec(run)?.[0] ?? '';
  const rest = run.slice(head.length);
  const looseHead = /^[0-9оoзlі]*/.exec(run)?.[0] ?? '';
  if (rest !== '' && !exactWord(rest) && !isTail(rest) && /\d/.test(looseHead) && looseHead.length > head.length) {
    const digits = looseHead.replace(/[оo]/g, '0').replace(/з/g, '3').replace(/[lі]/g, '1');
    placeNumber(text, start, start + looseHead.length, digits, place);
    return;
  }
  if (head === '') {
    const wordEnd = start + (/^\D+/.exec(run)?.[0].length ?? 1);
    const word = text.slice(start, wordEnd);
    place('word', wordEnd, { word: exactWord(word) });
    return;
  }
  placeNumber(text, start, start + head.length, head, place);
}

/** «IIчетверть» is two words. */
function placeWord(run: string, start: number, end: number, place: Place): void {
  const roman = /^([iіvхx]{1,4})([а-я]{4,})$/.exec(run);
  const word = exactWord(run) ?? exactWord(inRussianLetters(run));
  const number = roman?.[1]?.replace(/і/g, 'i').replace(/[хx]/g, 'x') ?? '';
  if (word || !roman || exactWord(number)?.is !== 'number' || !exactWord(roman[2] ?? '')) {
    place('word', end, { word });
    return;
  }
  place('word', start + number.length, { text: number, word: exactWord(number) });
  place('word', end, { word: exactWord(roman[2] ?? '') });
}

function placeNumber(text: string, start: number, end: number, digits: string, place: Place): void {
  // «20132015»: the dash between two years was lost.
  if (/^(?:19|20)\d\d(?:19|20)\d\d$/.test(digits)) {
    place('number', start + 4, { text: digits.slice(0, 4), n: Number(digits.slice(0, 4)) });
    place('number', end, { text: digits.slice(4), n: Number(digits.slice(4)), glued: true });
    return;
  }
  const tail = match(ORDINAL_TAIL, text, end);
  const ordinal = tail !== null && digits.length <= 2;
  place('number', ordinal && tail ? tail.end : end, { text: digits, n: Number(digits), ordinal });
}

function isTail(text: string): boolean {
  return match(ORDINAL_TAIL, text, 0)?.end === text.length;
}

function match(shape: RegExp, text: string, at: number): { end: number; groups: (string | undefined)[] } | null {
  shape.lastIndex = at;
  const found = shape.exec(text);
  return found && found[0] !== '' ? { end: at + found[0].length, groups: found.slice(1) } : null;
}

/** Joins «понедельн ик», divides «сентябрьдекабрь», understands «ежемесячто». Works only where a word is not known as it stands. */
function mendWords(tokens: Token[]): Token[] {
  if (tokens.every((token) => token.kind !== 'word' || token.word)) return tokens;
  const mended: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') {
      mended.push(token);
      continue;
    }
    const joined = joinedWord(tokens, i);
    if (joined) {
      mended.push(...joined.words);
      i = joined.last;
    } else {
      mended.push(token.word ? token : { ...token, word: misspeltWord(token.text) });
    }
  }
  return mended;
}

function joinedWord(tokens: readonly Token[], first: number): { words: Token[]; last: number } | null {
  let text = '';
  let unknown = false;
  for (let i = first; i < Math.min(tokens.length, first + 5); i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'dash' && i > first) continue;
    if (token.kind !== 'word') break;
    text += token.text;
    unknown ||= !token.word;
    if (!unknown || text.length < 4) continue;
    const start = tokens[first] as Token;
    const word = i > first ? exactWord(text) : null;
    if (word) return { words: [{ ...start, text, to: token.to, word, glued: true }], last: i };
    const two = twoWords(text, start, token.to);
    if (two) return { words: two, last: i };
  }
  return null;
}

/** «Сентябрьдекабрь» → the two months, with the dash that was lost between them; «позапросу» → the two words. */
function twoWords(text: string, start: Token, to: number): Token[] | null {
  for (let cut = 1; cut <= text.length - 3; cut += 1) {
    const left = exactWord(text.slice(0, cut));
    const right = exactWord(text.slice(cut));
    if (!left || !right || !RUN_ON[left.is]?.includes(right.is)) continue;
    // «Смарт» is not «с март».
    if (left.is === 'prep' && right.is === 'month' && !['in', 'by'].includes(left.v)) continue;
    return [
      { ...start, text: text.slice(0, cut), to, word: left, glued: true },
      { ...start, text: text.slice(cut), to, word: right, glued: true },
    ];
  }
  return null;
}

/** Which word may have run on to which without its space. */
const RUN_ON: Readonly<Partial<Record<WordKind, readonly WordKind[]>>> = {
  month: ['month', 'adverb'],
  over: ['unit', 'school', 'whole'],
  prep: ['demand', 'schedule', 'over', 'month'],
};

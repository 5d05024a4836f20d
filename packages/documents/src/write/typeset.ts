const NO_BREAK_SPACE = '\u00a0';
const MONTHS = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';

/** Places within which a line must not break. ГОСТ asks for none of this by name; a careful secretary does it. */
const JOINED: readonly RegExp[] = [
  /№ (?=\S)/gu,
  new RegExp(`\\d{1,2} (?=(?:${MONTHS})(?![а-яё]))`, 'gu'),
  /\d{4} (?=г\.|гг\.|года?(?![а-яё]))/gu,
  /[А-ЯЁ]\. ?[А-ЯЁ]\. (?=[А-ЯЁ][а-яё])/gu,
  /[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\.(?![а-яё])/gu,
  /\d (?=%)/gu,
];

/**
 * The text with spaces that must not break made unbreakable («№ 12», «5 сентября», «И.О. Фамилия»). Only spaces
 * change: whoever reads the document back gets the same words.
 */
export function typeset(text: string): string {
  return JOINED.reduce((line, place) => line.replace(place, (found) => found.replaceAll(' ', NO_BREAK_SPACE)), text);
}

/**
 * One rule for the characters of every reader: what looks like a space is a space, what is not seen is not there
 * (soft hyphens, zero-width marks, byte-order marks, control characters other than tab and line feed).
 */
export function tidyText(text: string): string {
  return INVISIBLE.test(text) ? text.replace(SPACES, ' ').replace(UNSEEN, '') : text;
}

const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f\u2060-\u2064\ufeff]|(?![\t\n])\p{Cc}/u;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|(?![\t\n])\p{Cc}/gu;

/** Cuts spaces (not tabs) from both ends of every line of a paragraph and drops empty lines at its ends. */
export function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^ +|[ \t]+$/g, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

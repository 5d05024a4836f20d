import { isGivenName, isPatronymicParticle, looksLikePatronymic } from './given-names.ts';
import { nameKey, tidyName } from './normalise-name.ts';
import type { NameFault, PersonName } from './person-name.ts';

export type ParsedName = {
  readonly name: PersonName;
  /** «Иванов И. И.»: the parts are initials. */
  readonly initialsOnly: boolean;
  /** Nothing in the text showed the order; surname first was taken, as lists write. */
  readonly orderGuessed: boolean;
};

/** Longer than any name; bounds the work on whatever a cell holds. */
const LONGEST = 200;

/**
 * Reads one cell or line with a whole name: «Иванов Иван Иванович», «Иван Иванович Иванов», «Иванов И. И.», «И.И. Иванов»,
 * double surnames with or without a hyphen, «Алиев Вагиф Самед оглы», no patronymic. Never throws.
 */
export function parseFullName(text: string): ParsedName | { readonly fault: NameFault } {
  const tidy = tidyName(text.slice(0, LONGEST + 1)).replace(/[,;]+$/, '');
  if (tidy === '') return { fault: 'name.empty' };
  if (tidy.length > LONGEST) return { fault: 'name.too-many-parts' };
  if (!/^[\p{L}\p{M}'. -]+$/u.test(tidy) || !/\p{L}/u.test(tidy)) return { fault: 'name.strange-characters' };
  return withInitials(tidy) ?? inFull(tidy);
}

const INITIALS_LAST = /^(\S.*?)\s+(\p{L})\.\s?(?:(\p{L})\.?)?$/u;
const INITIALS_FIRST = /^(\p{L})\.\s?(?:(\p{L})\.)?\s?(\S.*)$/u;

function withInitials(text: string): ParsedName | { readonly fault: NameFault } | undefined {
  const last = INITIALS_LAST.exec(text);
  const first = last ? null : INITIALS_FIRST.exec(text);
  const [family, given, father] = last ? [last[1], last[2], last[3]] : [first?.[3], first?.[1], first?.[2]];
  if (family === undefined || given === undefined) return undefined;
  if (family.includes('.') || family.replace(/[^\p{L}]/gu, '').length < 2) return { fault: 'name.no-family-name' };
  return {
    name: {
      familyName: tidyName(family),
      givenName: `${given.toUpperCase()}.`,
      patronymic: father === undefined ? null : `${father.toUpperCase()}.`,
    },
    initialsOnly: true,
    orderGuessed: false,
  };
}

function inFull(text: string): ParsedName | { readonly fault: NameFault } {
  const words = withParticles(text.replaceAll('.', ' ').trim().split(/\s+/));
  const keys = words.map(nameKey);
  const [first, second] = [words[0] ?? '', words[1] ?? ''];
  if (words.length < 2) return { fault: 'name.one-part' };
  if (words.length > 5) return { fault: 'name.too-many-parts' };

  const isFather = (at: number): boolean => isJoined(words[at] ?? '') || looksLikePatronymic(keys[at] ?? '');
  const last = words.length - 1;
  if (words.length === 2) {
    if (isFather(1) && isGivenName(keys[0] ?? '')) return { fault: 'name.no-family-name' };
    const given = isGivenName(keys[0] ?? '') && !isGivenName(keys[1] ?? '');
    const shown = given || isGivenName(keys[1] ?? '');
    return whole(given ? second : first, given ? first : second, null, !shown);
  }
  // A given name never ends like a father's: the second word settles «Дмитрий Дмитриевич Шостакович».
  if (isFather(1)) return whole(words.slice(2).join(' '), first, second, false);
  if (isFather(last)) {
    return whole(words.slice(0, last - 1).join(' '), words[last - 1] ?? '', words[last] ?? '', false);
  }
  return whole(first, words.slice(1).join(' '), null, true);
}

function whole(familyName: string, givenName: string, patronymic: string | null, orderGuessed: boolean): ParsedName {
  return { name: { familyName, givenName, patronymic }, initialsOnly: false, orderGuessed };
}

/** «Самед оглы» is one part. */
function withParticles(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && joined.length > 1 && isPatronymicParticle(nameKey(word))) {
      joined[joined.length - 1] = `${before} ${word}`;
    } else joined.push(word);
  }
  return joined;
}

function isJoined(word: string): boolean {
  const second = word.split(' ')[1];
  return second !== undefined && isPatronymicParticle(nameKey(second));
}

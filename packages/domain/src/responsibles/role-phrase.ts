import type { Party } from '../roadmap-reading/roadmap-draft.ts';
import { headAdjective, headNoun, isBodyWord, isOrganizationWord } from './role-words.ts';

/**
 * The words of a role as a person would write them: nominative, abbreviations of form teachers spelt out, words printed twice once.
 * `first` begins with a capital, `inner` (the post beside a name) with a small letter unless it is an abbreviation.
 */
export function tidyRole(text: string, place: 'first' | 'inner'): string {
  let role = text
    .replace(/[\s.]*[()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.\-–—:]+|[\s\-–—:]+$/g, '')
    .trim();
  role = role.replace(/(?<!\S)и\.?\s?о\.?(?=\s)/i, 'и.о.');
  role = role.replace(/^кл(?:ас)?\.?\s+рук\.?(?=\s|$)/i, 'классные руководители');
  role = role
    .replace(/^кл(?:асс?)?\.?\s+(?=руководител(?:и|ям))/i, 'классные ')
    .replace(/^кл(?:асс?)?\.?\s+(?=руководител(?:ь|ю))/i, 'классный ');
  role = role
    .replace(/^зам\.?\s+/i, 'зам. ')
    .replace(/^(соц\.|пед\.)\s+([А-ЯЁ])/i, (_, short: string, letter: string) => `${short} ${letter.toLowerCase()}`);
  role = role.replace(/^педагог (организатор|психолог|библиотекарь|логопед)(?=\s|$)/i, 'педагог-$1');
  // «Зам. директора школы начальной школы»: the word printed twice by mistake.
  role = role
    .replace(/(?<!\S)(\S+) (\1)(?!\S)/gi, '$1')
    .replace(/(?<!\S)(\S{4,}) (\S+(?:ой|ого|ых|ей|его|их)) \1(?!\S)/gi, '$2 $1');
  role = role.replace(/^(родител[а-яё]+) (законн[а-яё]+ представител[а-яё]+)$/i, '$1 ($2)');
  if (!/(?:рук|зам|соц|уч|орг|доп|обр|кл)\.$/.test(role)) role = role.replace(/\.+$/, '');
  if (/^оо$/i.test(role)) role = 'образовательная организация';
  role = nominative(role);
  return place === 'first' ? capital(role) : small(role);
}

/** Adjectives and the noun that lead the role go into the nominative together; what they govern stays. */
function nominative(role: string): string {
  const words = role.split(' ');
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (word.endsWith('.')) continue;
    const adjective = headAdjective(word);
    const noun = headNoun(word);
    if (noun && word.toLowerCase().replaceAll('ё', 'е') === noun.nominative) break;
    if (noun && /[а-яё]/.test(word)) {
      words[i] = keepCase(word, noun.nominative);
      break;
    }
    if (!adjective) break;
    words[i] = keepCase(word, agree(adjective, headNoun(words[i + 1] ?? '')?.plural ?? null));
  }
  return words.join(' ');
}

/** «Классным руководителям» but «классному руководителю»: -ым alone does not tell the number, the noun does. */
function agree(adjective: string, plural: boolean | null): string {
  if (plural === false && adjective.endsWith('ые')) return `${adjective.slice(0, -1)}й`;
  return adjective;
}

function keepCase(word: string, better: string): string {
  return /^[А-ЯЁ]/.test(word) ? capital(better) : better;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function small(text: string): string {
  return /^[А-ЯЁ][а-яё.\s-]/.test(text) || /^[А-ЯЁ]$/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A party without a person's name: what kind it is follows from its first noun. */
export function roleParty(text: string): Party {
  const kind = roleKind(text);
  return kind === 'post' ? { kind, name: null, post: text } : { kind, name: text, post: null };
}

function roleKind(text: string): Party['kind'] {
  const words = text.split(' ');
  const first = words[0] ?? '';
  if (/^ЗД[А-ЯЁ]*$/.test(first)) return 'post';
  if (/^(?:МО|ШМО|РМО|ППк|ПМПк|ППК|ПМПК)$/.test(first)) return 'body';
  if (/^(?:[А-ЯЁ]{2,}[а-яё]?[А-ЯЁ]*|ДОиН)$/.test(first)) return 'organization';
  for (const word of words) {
    if (isBodyWord(word)) {
      const outside =
        word.toLowerCase().startsWith('администрация') &&
        /(?:город|район|округ|муницип|област|кра[яй]|г\.|посел)/i.test(text);
      return outside ? 'organization' : 'body';
    }
    // A committee of parents is a body of the school; «Комитет по образованию» is an authority.
    if (isOrganizationWord(word)) return /^(?:родительск|ученическ|профсоюзн)/i.test(first) ? 'body' : 'organization';
    if (headNoun(word)) return 'post';
    if (headAdjective(word) === null && !/(?:ый|ий|ая|яя|ые|ие|ое|ее|ой)$/i.test(word)) break;
  }
  return 'post';
}

import { parseDeadline } from '../deadlines/parse-deadline.ts';
import type { Party, Responsible } from '../roadmap-reading/roadmap-draft.ts';
import { type FoundName, findNames } from './person-names.ts';
import { plainCell } from './plain-cell.ts';
import { roleParty, tidyRole } from './role-phrase.ts';
import { headAdjective, headNoun } from './role-words.ts';

/** A cell of responsibles as read. `deadlineText` is a deadline that had run into the cell: «Сентябрь Комитет по образованию». */
export type ReadResponsible = { readonly responsible: Responsible; readonly deadlineText: string | null };

/** The parties named in a cell, in its order, each once. Never throws; an empty cell has none. */
export function parseResponsible(text: string): Responsible {
  return readResponsible(text).responsible;
}

/** As `parseResponsible`, and the deadline that stood in front. */
export function readResponsible(text: string): ReadResponsible {
  const flat = plainCell(text);
  const names: FoundName[] = findNames(flat, (word) => headNoun(word) !== null || headAdjective(word) !== null);
  const marked = markNames(flat, names);
  const { deadlineText, rest } = splitDeadline(marked);
  const parties: Draft[] = [];
  for (const segment of segmentsOf(rest)) readSegment(segment, names, parties);
  return {
    responsible: {
      text,
      parties: distinct(rest.includes(';') ? parties.map(({ party }) => party) : attachPosts(parties)),
    },
    deadlineText,
  };
}

type Draft = { readonly party: Party; readonly alone: boolean };

/** A name in the text is one character of this private range; its place in the list is the offset. */
const FIRST_NAME_MARK = 0xe000;

function markNames(text: string, names: readonly FoundName[]): string {
  let marked = '';
  let at = 0;
  names.forEach((name, index) => {
    // A comma typed for the last dot of the initials belongs to the name unless a list goes on.
    marked += `${text.slice(at, name.from)} ${String.fromCharCode(FIRST_NAME_MARK + Math.min(index, 6000))} `;
    const last = text[name.to - 1];
    at = last === ',' ? name.to - 1 : name.to;
  });
  marked += text.slice(at);
  return marked
    .replace(/([а-яё]{2,}|[а-яё])\.(?=[а-яёА-ЯЁ])/g, '$1. ')
    .replace(/[ ]{2,}/g, ' ')
    .trim();
}

/** Words in front that make a whole deadline by themselves. */
function splitDeadline(marked: string): { deadlineText: string | null; rest: string } {
  const words = marked.split(' ');
  const limit = Math.min(words.length - 1, 6);
  for (let count = limit; count >= 1; count -= 1) {
    const text = words
      .slice(0, count)
      .join(' ')
      .replace(/[,;:]$/, '');
    if (headNoun(words[0] ?? '') || headAdjective(words[0] ?? '') || !/[а-яё\d]/i.test(text)) continue;
    const { deadline, issues } = parseDeadline(text);
    const dated =
      deadline &&
      (deadline.windows.length > 0 || deadline.continuous || deadline.yearly || deadline.repeats.length > 0);
    const clean = issues.every(({ code }) => code === 'deadline.ambiguous');
    if (dated && clean && deadline.external === null) return { deadlineText: text, rest: words.slice(count).join(' ') };
  }
  return { deadlineText: null, rest: marked };
}

const CONTINUES =
  /^(?:курирующ|отвечающ|возглавляющ|осуществляющ|являющ|назначенн|входящ|работающ|участвующ|котор|имеющ|преподающ|закрепленн(?!ые классы)|обучающ|исполняющ|\d)/i;

/** Cuts at commas and semicolons; what continues a role after a comma («…, курирующий вопрос…») stays with it. */
function segmentsOf(text: string): string[] {
  const segments: string[] = [];
  for (const piece of text.split(/([,;]|\s[•·]\s)/)) {
    const trimmed = piece.trim();
    if (trimmed === '' || /^[,;•·]$/.test(trimmed)) continue;
    const last = segments.at(-1);
    if (last !== undefined && CONTINUES.test(trimmed)) segments[segments.length - 1] = `${last}, ${trimmed}`;
    else segments.push(trimmed);
  }
  return segments;
}

function readSegment(segment: string, names: readonly FoundName[], parties: Draft[]): void {
  const words = segment.split(' ');
  let role: string[] = [];
  let before = parties.length;
  let postOf = -1;
  const flush = () => {
    if (postOf >= 0) addPost(parties, postOf, role);
    else pushRole(parties, role, parties.length === before);
    role = [];
    postOf = -1;
  };
  words.forEach((word, index) => {
    const name = names[word.charCodeAt(0) - FIRST_NAME_MARK];
    if (name && word.charCodeAt(0) >= FIRST_NAME_MARK) {
      if (postOf >= 0) flush();
      parties.push({ party: personParty(name.name, role), alone: words.length === 1 });
      role = [];
    } else if (/^[-–—−:]$/.test(word) || opensPost(word, words[index - 1])) {
      // «Ярцева Н. В. – ЗДВР»: what follows the dash is the post of the person before it.
      if (role.length === 0 && parties.at(-1)?.party.kind === 'person' && parties.length > before)
        postOf = parties.length - 1;
      if (word.length > 1) role.push(word);
    } else if (role.length === 0 && word === 'и') {
      // «Горева О.В. и Перова А.С.»
      if (postOf < 0) before = -1;
    } else if (role.length > 0 && word === 'и' && (startsRole(words, index + 1) || isMark(words[index + 1]))) {
      flush();
      before = -1;
    } else if (role.length > 0 && word === 'и' && sharesPost(role, words[index + 1], parties.at(-1))) {
      flush();
      before = parties.length;
    } else if (role.length > 0 && postOf < 0 && startsRole(words, index) && !leansOn(words[index - 1])) {
      flush();
      role.push(word);
    } else if (word !== '.' && word !== '') {
      role.push(word);
    }
  });
  flush();
}

/** «Завьялова О.П. (директор)». */
function opensPost(word: string, before: string | undefined): boolean {
  return word.startsWith('(') && word.length > 2 && isMark(before);
}

function isMark(word: string | undefined): boolean {
  const code = word?.charCodeAt(0) ?? 0;
  return code >= FIRST_NAME_MARK && code <= 0xf8ff;
}

/** A noun of a post or body in the nominative, or an adjective that leads to one. */
function startsRole(words: readonly string[], at: number): boolean {
  const word = (words[at] ?? '').toLowerCase().replace(/[.:]+$/, '');
  if (word === '' || /^(?:мо|шмо|рмо|ппк|пмпк|ио|дом|школа|организация|отдел|центр|музей)$/.test(word)) return false;
  if (headNoun(word)?.nominative === word) return true;
  const next = words[at + 1] ?? '';
  return (
    headAdjective(word) === word &&
    (headNoun(next) !== null || headAdjective(next) !== null || /^(?:рук|классы)/i.test(next))
  );
}

/** The word before belongs to what follows: an adjective, a preposition, «и». */
function leansOn(word: string | undefined): boolean {
  const bare = (word ?? '').toLowerCase().replace(/[.:]+$/, '');
  if (bare === 'зам' || bare === 'кл' || bare === 'соц' || /^(?:о|ио|врио|гл|ст|отв|мед|муз|клас|класс)$/.test(bare))
    return true;
  if (/^(?:и|все|всех|другие|иные|по|за|с|со|при|для|из|от|к|на|в|во)$/.test(bare)) return true;
  // «Педагог организатор» is one post without its hyphen.
  if (bare === 'педагог' || bare === 'учитель') return true;
  return headNoun(bare) === null && /(?:ый|ий|ая|яя|ые|ие|ое|ее)$/.test(bare);
}

/** «…по УВР и ВР»: both letters stand for a field of the same deputy. */
function sharesPost(role: readonly string[], next: string | undefined, previous: Draft | undefined): boolean {
  const said = role.join(' ');
  const goesOn = /^[А-ЯЁ]{2,5}$/.test(said) && FIELD.test(previous?.party.post ?? '');
  return /^[А-ЯЁ]{2,5}$/.test(next ?? '') && (goesOn || FIELD.test(said));
}

const FIELD = /\sпо\s[А-ЯЁ]{2,5}$/;

function personParty(name: string, role: readonly string[]): Party {
  const post = tidyRole(role.join(' '), 'inner');
  const empty = post === '' || /^(?:ответственн(?:ый|ая|ые)|отв\.?|исполнител[ьи])$/.test(post);
  return { kind: 'person', name, post: empty ? null : post };
}

function addPost(parties: Draft[], at: number, role: readonly string[]): void {
  const draft = parties[at];
  const post = tidyRole(role.join(' '), 'inner');
  if (!draft || post === '') return;
  const both = draft.party.post === null ? post : `${post}, ${draft.party.post}`;
  parties[at] = { ...draft, party: { ...draft.party, post: both } };
}

function pushRole(parties: Draft[], role: readonly string[], alone: boolean): void {
  const text = tidyRole(role.join(' '), 'first');
  // A telephone is nobody.
  if (!/\p{L}/u.test(text)) return;
  const shared = sharedRole(text, parties.at(-1)?.party.post ?? null);
  parties.push({ party: roleParty(shared ?? text), alone });
}

/** «Зам. директора по УВР, ВР»; «учителя физики, химии»; «по учебной работе, воспитательной работе». */
function sharedRole(text: string, previous: string | null): string | null {
  if (previous === null) return null;
  const abbreviation = /^(.* по )[А-ЯЁ]{2,5}$/.exec(previous);
  if (abbreviation && /^(?:По )?[А-ЯЁ]{2,5}$/.test(text)) return `${abbreviation[1]}${text.replace(/^По /, '')}`;
  const work = /^(.* по )\S+ой работе$/.exec(previous);
  if (work && /^(?:по )?\S+ой работе$/i.test(text)) return `${work[1]}${text.replace(/^по /i, '').toLowerCase()}`;
  const teachers = /^(Учителя|Учитель|Преподаватели) [а-яё]+$/.exec(previous);
  const subject = /^[А-ЯЁ][а-яё]+(?:и|ы|а|я)$/.test(text) && headNoun(text) === null;
  return teachers && subject ? `${teachers[1]} ${text.toLowerCase()}` : null;
}

/** «Горева О.В., директор», «Горева О.В., директор, Перова А.С., куратор»: persons and posts in turn are persons with their posts. A semicolon keeps them apart. */
function attachPosts(drafts: readonly Draft[]): Party[] {
  const inTurn =
    drafts.length > 0 && drafts.length % 2 === 0 && drafts.every((draft, i) => fitsTurn(draft, i % 2 === 0));
  if (!inTurn) return drafts.map(({ party }) => party);
  return drafts.flatMap(({ party }, i) =>
    i % 2 === 0 ? [{ ...party, post: tidyRole(drafts[i + 1]?.party.post ?? '', 'inner') }] : [],
  );
}

function fitsTurn({ party, alone }: Draft, person: boolean): boolean {
  if (person) return party.kind === 'person' && alone && party.post === null;
  return party.kind === 'post' && headNoun(party.post?.split(' ')[0] ?? '')?.plural === false;
}

function distinct(parties: readonly Party[]): Party[] {
  const seen = new Set<string>();
  return parties.filter(({ name, post }) => {
    const key = `${(name ?? '').replace(/\s/g, '')}|${post ?? ''}`.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

import type { Role } from '../access/roles.ts';
import type { Party } from '../roadmap-reading/roadmap-draft.ts';
import { wordsOf } from './likeness.ts';

/** The staff as they stand on the day: posts, roles and memberships of that day only. */
export type Directory = {
  readonly people: readonly DirectoryPerson[];
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly memberIds: readonly string[] }[];
};
export type DirectoryPerson = {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly posts: readonly string[];
  readonly roles: readonly Role[];
};

export type NamedParty = Party & { readonly personId?: string | null; readonly bodyId?: string | null };

/**
 * Who is meant by the words of a plan. What somebody has said outright (`personId`, `bodyId`) goes before the words.
 * Nobody is guessed: of two people with the same surname and initials neither answers for the other, both are shown.
 */
export function resolveParty(party: NamedParty, directory: Directory): DirectoryPerson[] {
  if (party.personId) return directory.people.filter((person) => person.id === party.personId);
  if (party.bodyId) return membersOf(party.bodyId, directory);
  switch (party.kind) {
    case 'person':
      return party.name === null ? [] : directory.people.filter((person) => isNamed(person, party.name!));
    case 'post':
      return byPost(party.post ?? party.name ?? '', directory);
    case 'body':
      return byBody(party.name ?? party.post ?? '', directory);
    case 'organization':
      return [];
  }
}

/** «Горева О.В.», «О. В. Горева», «Горева Ольга Викторовна»; ё and е are one letter. */
export function isNamed(person: DirectoryPerson, name: string): boolean {
  const words = wordsOf(name);
  const family = wordsOf(person.familyName).join(' ');
  const at = words.findIndex((_word, from) => words.slice(from, from + family.split(' ').length).join(' ') === family);
  if (at < 0) return false;
  const rest = words.toSpliced(at, family.split(' ').length);
  const given = [person.givenName, person.patronymic ?? ''].map((each) => wordsOf(each).join(''));
  return rest.every((word, order) => {
    const full = given[order];
    if (full === undefined || full === '') return order > 1 ? false : word.length === 1 && order === 1;
    return word.length === 1 ? full.startsWith(word) : full === word;
  });
}

/** Words of a post by which a role of the programme is meant, whatever the person's post in the staff list. */
const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^(куратор|ответственн\S* за (внедрение |реализацию |организацию |развитие )?(\S+ )*наставничеств\S*)/, 'curator'],
  [/^классн\S* руководител/, 'classTeacher'],
  [/^(педагог\S* )?психолог/, 'psychologist'],
  [/^(специалист\S* по кадрам|кадровик|делопроизводител)/, 'personnelOfficer'],
  [/^(координатор|администратор|ответственн\S*)( школьного| за)? сайт/, 'siteEditor'],
  [/^руководител\S* (шмо|мо|мс|методическ\S+ объединен)/, 'methodAssociationHead'],
  [/^наставник/, 'mentor'],
  [/^директор/, 'director'],
  [/^заведующ\S*($| доу| детск)/, 'director'],
];

function byPost(post: string, directory: Directory): DirectoryPerson[] {
  const asked = postWords(post);
  if (asked.length === 0) return [];
  const held = directory.people.filter((person) => person.posts.some((own) => meansPost(postWords(own), asked)));
  const role = ROLE_WORDS.find(([words]) => words.test(wordsOf(post).join(' ')))?.[1];
  const inRole = role ? directory.people.filter((person) => person.roles.includes(role)) : [];
  return unique([...held, ...inRole]);
}

/** Every word asked for is in the post a person holds, whatever its ending: «Классные руководители» ⊂ «классный руководитель 5 А». */
function meansPost(own: readonly string[], asked: readonly string[]): boolean {
  // A deputy is not the director, a former one is not the present.
  if (own.includes('замест') !== asked.includes('замест')) return false;
  return asked.every((word) => own.some((each) => each === word || (word.length > 3 && each.startsWith(word))));
}

const EMPTY: ReadonlySet<string> = new Set([
  'по',
  'и',
  'в',
  'на',
  'за',
  'оо',
  'оу',
  'мбоу',
  'моу',
  'школы',
  'учреждения',
  'организации',
]);
const SHORT: Readonly<Record<string, readonly string[]>> = {
  зам: ['замест'],
  увр: ['учебн', 'воспита', 'работ'],
  ур: ['учебн', 'работ'],
  вр: ['воспита', 'работ'],
  здувр: ['замест', 'директ', 'учебн', 'воспита', 'работ'],
  здвр: ['замест', 'директ', 'воспита', 'работ'],
  соц: ['социал'],
  мо: ['методи', 'объедин'],
  шмо: ['методи', 'объедин'],
};

/** Stems of a post's words: six letters tell them apart and forget the endings of case and number. */
function postWords(post: string): string[] {
  return wordsOf(post.replaceAll('-', ' '))
    .filter((word) => !EMPTY.has(word))
    .flatMap((word) => SHORT[word] ?? [stem(word)]);
}

function stem(word: string): string {
  return word.startsWith('заместит')
    ? 'замест'
    : word
        .replace(
          /(ыми|ими|ого|его|ому|ему|ые|ие|ый|ий|ой|ая|яя|ых|их|ам|ям|ами|ями|ов|ев|ей|ом|ем|ы|и|а|я|у|ю|е|ь)$/,
          '',
        )
        .slice(0, 7);
}

function byBody(name: string, directory: Directory): DirectoryPerson[] {
  const asked = postWords(name);
  if (asked.length === 0) return [];
  const bodies = directory.bodies.filter((body) => {
    const own = postWords(body.name);
    return asked.every((word) => own.includes(word)) || own.every((word) => asked.includes(word));
  });
  const members = bodies.flatMap((body) => membersOf(body.id, directory));
  // «Руководители МО» may be read as a body where the school has none: then the posts answer.
  return members.length > 0 ? unique(members) : byPost(name, directory);
}

function membersOf(bodyId: string, directory: Directory): DirectoryPerson[] {
  const ids = directory.bodies.find((body) => body.id === bodyId)?.memberIds ?? [];
  return directory.people.filter((person) => ids.includes(person.id));
}

function unique(people: readonly DirectoryPerson[]): DirectoryPerson[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** «Горева О. В.»: how a person is written where there is little room. */
export function shortName(person: Pick<DirectoryPerson, 'familyName' | 'givenName' | 'patronymic'>): string {
  const initials = [person.givenName, person.patronymic].flatMap((name) => (name ? [`${name.charAt(0)}.`] : []));
  return [person.familyName, ...initials].join(' ');
}

import type { MeetingPlace } from './competence-card.ts';

/** C4: what a request asks for. Words are stems, as the search of the database makes them. */
export type HelpWanted = {
  /** Form of mentoring of the mentee's participation. */
  readonly formId: string | null;
  /** Competences that answer the theme. */
  readonly competences: readonly string[];
  readonly themeStems: readonly string[];
  /** Of the description, the wished result and the subject. */
  readonly wordStems: readonly string[];
  /** Full years; `null`: unknown. */
  readonly menteeAge: number | null;
  readonly place: 'atSchool' | 'online' | 'any' | null;
};

export type Named = { readonly name: string; readonly stems: readonly string[] };

/** What a mentor of the bank offers, and how many requests the mentor is taken for already. */
export type HelpOffered = {
  readonly hasCard: boolean;
  readonly forms: readonly string[];
  readonly competences: readonly (Named & { readonly id: string })[];
  readonly achievements: readonly Named[];
  readonly interests: readonly Named[];
  readonly menteeAges: { readonly from: number; readonly to: number } | null;
  readonly places: readonly MeetingPlace[];
  readonly accepting: boolean;
  readonly capacity: number;
  readonly taken: number;
};

/** Why this mentor, in codes with what the sentence names. */
export type AnswerReason =
  | { readonly code: 'competence' | 'achievement' | 'interest'; readonly names: readonly string[] }
  | { readonly code: 'form' | 'age' | 'place' }
  | { readonly code: 'room'; readonly left: number };
/** What speaks against. `full` and `not-accepting` are walls; the rest a person weighs. */
export type AnswerDoubt =
  | { readonly code: 'not-accepting' | 'no-card' | 'form' | 'place' | 'nothing-common' }
  | { readonly code: 'full'; readonly capacity: number }
  | { readonly code: 'age'; readonly from: number; readonly to: number };

export type Weighed = {
  readonly reasons: readonly AnswerReason[];
  readonly doubts: readonly AnswerDoubt[];
  /** Only for the order of the list: a person decides, and no number is shown (G-HUMAN). */
  readonly weight: number;
};

const WEIGHT = { competence: 6, achievement: 4, form: 3, interest: 2, age: 1, place: 1, room: 0 } as const;
/** Each doubt moves a mentor below one without it who has a little less to offer. */
const DOUBT = 3;
/** Who can take nobody stands below all who can. */
const WALL = 100;
/** Words of every theme tell nothing of any. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  'работ',
  'помощ',
  'подготовк',
  'умен',
  'мест',
  'нов',
  'нужн',
  'помоч',
]);

/** What speaks for this mentor and against, for this request (D1 before there is a programme). */
export function weighAnswer(wanted: HelpWanted, offered: HelpOffered): Weighed {
  const reasons = reasonsFor(wanted, offered);
  const doubts = doubtsAbout(wanted, offered, reasons);
  const walled = doubts.some(({ code }) => code === 'full' || code === 'not-accepting');
  const weight = reasons.reduce((sum, { code }) => sum + WEIGHT[code], 0) - DOUBT * doubts.length - (walled ? WALL : 0);
  return { reasons, doubts, weight };
}

function reasonsFor(wanted: HelpWanted, offered: HelpOffered): AnswerReason[] {
  const stems = [...wanted.themeStems, ...wanted.wordStems].filter((stem) => !EMPTY_WORDS.has(stem));
  const alike = (named: readonly Named[]) =>
    named
      .filter((each) => each.stems.some((stem) => stems.some((other) => isAlike(stem, other))))
      .map(({ name }) => name);
  const answering = offered.competences.filter(({ id }) => wanted.competences.includes(id)).map(({ name }) => name);
  const competences = [...new Set([...answering, ...alike(offered.competences)])];
  const achievements = alike(offered.achievements);
  const interests = alike(offered.interests);
  const left = offered.capacity - offered.taken;
  return [
    ...(competences.length > 0 ? [{ code: 'competence' as const, names: competences }] : []),
    ...(achievements.length > 0 ? [{ code: 'achievement' as const, names: achievements }] : []),
    ...(interests.length > 0 ? [{ code: 'interest' as const, names: interests }] : []),
    ...(wanted.formId !== null && offered.forms.includes(wanted.formId) ? [{ code: 'form' as const }] : []),
    ...(fits(wanted.menteeAge, offered.menteeAges) === true ? [{ code: 'age' as const }] : []),
    ...(meets(wanted, offered) === true ? [{ code: 'place' as const }] : []),
    ...(offered.accepting && left > 0 ? [{ code: 'room' as const, left }] : []),
  ];
}

/** «спорт» and «спортивн» are of one root; shorter beginnings are shared by too much. */
function isAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (short.length >= ROOT && long.startsWith(short));
}
const ROOT = 5;

function doubtsAbout(wanted: HelpWanted, offered: HelpOffered, reasons: readonly AnswerReason[]): AnswerDoubt[] {
  const common = reasons.some(({ code }) => code === 'competence' || code === 'achievement' || code === 'interest');
  const ages = offered.menteeAges;
  const otherForm = wanted.formId !== null && offered.forms.length > 0 && !offered.forms.includes(wanted.formId);
  return [
    ...(offered.accepting ? [] : [{ code: 'not-accepting' as const }]),
    ...(offered.taken >= offered.capacity ? [{ code: 'full' as const, capacity: offered.capacity }] : []),
    ...(offered.hasCard ? [] : [{ code: 'no-card' as const }]),
    ...(otherForm ? [{ code: 'form' as const }] : []),
    ...(ages && fits(wanted.menteeAge, ages) === false ? [{ code: 'age' as const, ...ages }] : []),
    ...(meets(wanted, offered) === false ? [{ code: 'place' as const }] : []),
    ...(common ? [] : [{ code: 'nothing-common' as const }]),
  ];
}

function fits(age: number | null, wish: HelpOffered['menteeAges']): boolean | undefined {
  return age === null || wish === null ? undefined : wish.from <= age && age <= wish.to;
}

function meets({ place }: HelpWanted, { places }: HelpOffered): boolean | undefined {
  if (place === null || place === 'any' || places.length === 0) return undefined;
  return places.includes(place);
}
